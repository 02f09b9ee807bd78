import { isoWeekStart } from "../availability/calendar-days";
import { freeTime } from "../availability/free-time.server";
import { localDay, wallToInstant } from "../availability/zones";
import type { BookingStatus } from "./booking";
import { countBookings, listBookings } from "./bookings.server";

type Wanted = { workspaceId: string; hostId: string; zone: string; now: number };

const alive: BookingStatus[] = ["pending", "confirmed"];
const held: BookingStatus[] = ["pending", "confirmed", "completed"];
const mostWaiting = 10;
const mostNext = 8;

/** A host's day at a glance: its meetings, what waits for them, what comes next, and the week in two numbers. */
export async function loadToday({ workspaceId, hostId, zone, now }: Wanted) {
  const own = { workspaceId, hostId };
  const day = localDay(zone, now);
  const monday = isoWeekStart(day);
  const weekEnd = wallToInstant(zone, monday + 7, 0);
  const [today, waiting, next, meetings, free] = await Promise.all([
    listBookings({ ...own, statuses: held, ...days(zone, day, day + 1), order: "start", limit: 100, offset: 0 }),
    listBookings({ ...own, statuses: ["pending"], from: now, order: "start", limit: mostWaiting, offset: 0 }),
    listBookings({ ...own, statuses: alive, from: now, order: "start", limit: mostNext, offset: 0 }),
    countBookings({ ...own, statuses: held, ...days(zone, monday, monday + 7) }),
    freeTime(workspaceId, hostId, { from: now, to: weekEnd }),
  ]);
  return { today: today.items, waiting, next: next.items, week: { meetings, free } };
}

function days(zone: string, first: number, end: number) {
  return { from: wallToInstant(zone, first, 0), to: wallToInstant(zone, end, 0) };
}
