import { DAY_MS, isoWeekStart } from "../availability/calendar-days";
import { freeTime } from "../availability/free-time.server";
import { localDay, wallToInstant } from "../availability/zones";
import { listUndelivered } from "../notifications/undelivered.server";
import type { BookingStatus } from "./booking";
import { countBookings, listBookings } from "./bookings.server";

type Wanted = { workspaceId: string; hostId: string; zone: string; now: number };

const alive: BookingStatus[] = ["pending", "confirmed"];
const held: BookingStatus[] = ["pending", "confirmed", "completed"];
const mostWaiting = 10;
const mostNext = 8;
const mostUndelivered = 3;
/** What went wrong longer ago is on the bookings' own pages only. */
const undeliveredFor = 14 * DAY_MS;

/** A host's day at a glance: its meetings, what waits for them, what comes next, what did not arrive, and the week. */
export async function loadToday({ workspaceId, hostId, zone, now }: Wanted) {
  const own = { workspaceId, hostId };
  const meant = { ...own, notDeclinedBy: hostId };
  const day = localDay(zone, now);
  const monday = isoWeekStart(day);
  const weekEnd = wallToInstant(zone, monday + 7, 0);
  const [today, waiting, next, meetings, free, undelivered] = await Promise.all([
    listBookings({ ...meant, statuses: held, ...days(zone, day, day + 1), order: "start", limit: 100, offset: 0 }),
    listBookings({
      ...own,
      openFor: hostId,
      statuses: ["pending"],
      from: now,
      order: "start",
      limit: mostWaiting,
      offset: 0,
    }),
    listBookings({ ...meant, statuses: alive, from: now, order: "start", limit: mostNext, offset: 0 }),
    countBookings({ ...meant, statuses: held, ...days(zone, monday, monday + 7) }),
    freeTime(workspaceId, hostId, { from: now, to: weekEnd }, now),
    listUndelivered({ ...own, since: now - undeliveredFor, limit: mostUndelivered }),
  ]);
  return { today: today.items, waiting, next: next.items, week: { meetings, free }, undelivered };
}

function days(zone: string, first: number, end: number) {
  return { from: wallToInstant(zone, first, 0), to: wallToInstant(zone, end, 0) };
}
