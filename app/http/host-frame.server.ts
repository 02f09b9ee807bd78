import { countBookings } from "~/domain/bookings/bookings.server";
import { calendarTroubles } from "~/domain/calendars/troubles.server";
import { formatTime, zoneCity } from "~/domain/time";
import { may } from "~/domain/workspaces/roles";
import { defaultMembership } from "~/domain/workspaces/workspaces.server";
import { requireUser } from "./auth.server";
import { visitorLocale } from "./visitor.server";

/** What stands around every page of somebody who is signed in. */
export async function loadHostFrame(request: Request) {
  const { user } = await requireUser(request);
  const membership = await defaultMembership(user);
  const now = Date.now();
  const [waiting, troubles] = membership
    ? await Promise.all([
        countBookings({
          workspaceId: membership.workspace.id,
          hostId: user.id,
          openFor: user.id,
          statuses: ["pending"],
          from: now,
        }),
        calendarTroubles({ workspaceId: membership.workspace.id, userId: user.id }, now),
      ])
    : [0, []];
  const { locale } = visitorLocale(request);
  return {
    user: { name: user.name, email: user.email },
    workspace: membership ? { name: membership.workspace.name, slug: membership.workspace.slug } : null,
    isHost: membership !== null && may(membership.role, "bookings.read"),
    waiting,
    troubles,
    path: new URL(request.url).pathname,
    clock: `${zoneCity(user.timezone)}, ${formatTime(now, user.timezone, locale)}`,
  };
}
