import { redirect } from "@remix-run/node";
import { mayCancel, mayReschedule, type Booking } from "~/domain/bookings/booking";
import { bookingTabs, tabFilter } from "~/domain/bookings/booking-list";
import { countBookings } from "~/domain/bookings/bookings.server";
import { policyRefusal } from "~/domain/bookings/invitee-policy";
import { may } from "~/domain/workspaces/roles";
import { paths } from "~/paths";
import { requireHost } from "./auth.server";
import { pageOf, pageSize, readPage } from "./bookings-page.server";
import { hostClock } from "./host-page.server";

/** A client's own sessions, one page of a tab. A host's stand among their bookings. */
export async function loadSessionsPage(request: Request) {
  const { user, workspace, role } = await requireHost(request, "workspace.read");
  if (!may(role, "sessions.book")) throw redirect(paths.bookings());
  const clock = hostClock(request, user);
  const query = new URL(request.url).searchParams;
  const tab = bookingTabs.find((each) => each === query.get("tab")) ?? "upcoming";
  const own = { workspaceId: workspace.id, clientId: user.id };
  const [list, upcoming, waiting] = await Promise.all([
    pageOf({ ...own, ...tabFilter(tab, clock.now) }, readPage(query)),
    countBookings({ ...own, ...tabFilter("upcoming", clock.now) }),
    countBookings({ ...own, ...tabFilter("waiting", clock.now) }),
  ]);
  const items = list.items.map((booking) => ({ booking, ...deedsOf(booking, clock.now) }));
  return { ...list, items, tab, clock, viewerId: user.id, counts: { upcoming, waiting }, pageSize };
}

/** What the session's own pages let its client do now. */
function deedsOf(booking: Booking, now: number) {
  return {
    mayMove: mayReschedule(booking, now) && policyRefusal(booking, "reschedule", now) === null,
    mayCancel: mayCancel(booking, now) && policyRefusal(booking, "cancel", now) === null,
  };
}
