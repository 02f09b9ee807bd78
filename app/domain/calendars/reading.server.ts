import { sql } from "drizzle-orm";
import { db } from "~db/client";
import type { calendarConnections } from "~db/schema";
import { DAY_MS } from "../availability/calendar-days";

export type CalendarRow = typeof calendarConnections.$inferSelect;

/** What is asked of a provider: a window from the start, or what has changed in it since the token. */
export type Reading = { window: { from: number; to: number }; token: string | null };

const least = 60;
/** How far beyond what is bookable is read, so that the window need not move with each day. */
const reserve = 32;
const lasts = 7 * DAY_MS;

/** From the start where nothing was read, where that was long ago, and where times can be booked beyond what was read. */
export async function planReading(calendar: CalendarRow, now: number): Promise<Reading> {
  const { syncToken, syncedUntil, baselineAt } = calendar;
  const bookable = now + Math.max(least, await longestWindow(calendar.userId)) * DAY_MS;
  const isUsable = baselineAt && baselineAt.getTime() + lasts > now && syncedUntil && syncedUntil.getTime() >= bookable;
  if (syncToken && isUsable) {
    return { window: { from: baselineAt.getTime() - DAY_MS, to: syncedUntil.getTime() }, token: syncToken };
  }
  return { window: { from: now - DAY_MS, to: bookable + reserve * DAY_MS }, token: null };
}

/** How many days ahead a host can be booked, in whatever workspace. */
async function longestWindow(userId: string): Promise<number> {
  const [row] = await db.execute<{ days: number | null }>(sql`
    select max(event_type.booking_window_days) as days
    from workspace_members member
    join booking_event_type_members host on host.workspace_id = member.workspace_id and host.user_id = member.user_id
    join booking_event_types event_type
      on event_type.workspace_id = host.workspace_id and event_type.id = host.event_type_id
        and event_type.is_active and event_type.archived_at is null
    where member.user_id = ${userId}`);
  return row?.days ?? 0;
}
