import { data } from "@remix-run/node";
import { randomUUID } from "node:crypto";
import { DAY_MS, formatDate } from "~/domain/availability/calendar-days";
import { localDay } from "~/domain/availability/zones";
import { searchFilter, tabFilter } from "~/domain/bookings/booking-list";
import { listBookings } from "~/domain/bookings/bookings.server";
import { maySeeBulkCancellation, mostAtOnce } from "~/domain/bookings/bulk-cancellation";
import { findBulkCancellation } from "~/domain/bookings/bulk-cancellations.server";
import { listHosts } from "~/domain/event-types/choices.server";
import { dateField, isUuid } from "~/domain/fields";
import { may } from "~/domain/workspaces/roles";
import { requireHost } from "./auth.server";
import { ownBookings } from "./bookings-query.server";
import type { FieldError } from "./form.server";
import { hostClock } from "./host-page.server";
import { hostOptions } from "./options.server";

/** One host's meetings of one day, in that host's zone, as far as they can still be cancelled. */
export async function loadCancelDay(request: Request) {
  const { user, workspace, role } = await requireHost(request, "bookings.read");
  const query = new URL(request.url).searchParams;
  const hosts = may(role, "bookings.change-any") ? await listHosts(workspace.id) : [];
  const errors: FieldError[] = [];

  const asked = hosts.length > 0 ? query.get("host")?.toLowerCase() || user.id : user.id;
  const chosen = hosts.find(({ id }) => id === asked);
  if (!chosen && asked !== user.id) errors.push({ path: "host", message: "Nobody like that hosts here." });
  const { id: hostId, timezone } = chosen ?? user;
  const clock = hostClock(request, { timezone });

  const text = query.get("date") || formatDate(localDay(timezone, clock.now));
  const date = dateField.safeParse(text);
  if (!date.success) errors.push({ path: "date", message: date.error.issues[0]!.message });

  const page = {
    clock,
    viewerId: user.id,
    hosts: hostOptions(hosts, user.id),
    values: { host: asked, date: text },
    errors,
    submissionKey: randomUUID(),
  };
  if (!date.success || errors.length > 0) return { ...page, day: null };
  const { items } = await listBookings({
    workspaceId: workspace.id,
    hostId,
    ...searchFilter({ from: date.data, to: date.data }, timezone),
    ...tabFilter("upcoming", clock.now),
    limit: mostAtOnce,
    offset: 0,
  });
  return { ...page, day: { ms: date.data * DAY_MS, bookings: items } };
}

/** The bulk cancellation in the address, with its bookings once it is through. For all others there is no such page. */
export async function loadBulkCancellation(request: Request, id: string | undefined) {
  const host = await requireHost(request, "bookings.read");
  const bulk = isUuid(id) ? await findBulkCancellation(host.workspace.id, id) : null;
  if (!bulk || !maySeeBulkCancellation(bulk, host.user.id, host.role)) throw data(null, { status: 404 });
  const { bookingIds, ...progress } = bulk;
  const wanted = { ...ownBookings(host), ids: bookingIds, order: "start" as const, limit: mostAtOnce, offset: 0 };
  const { items } = bulk.isFinished ? await listBookings(wanted) : { items: [] };
  return {
    ...progress,
    total: bookingIds.length,
    cancelled: items.filter(({ status }) => status === "cancelled"),
    standing: items.filter(({ status }) => status !== "cancelled"),
    clock: hostClock(request, host.user),
    viewerId: host.user.id,
  };
}
