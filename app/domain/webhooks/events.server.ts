import { sql } from "drizzle-orm";
import { db } from "~db/client";
import { instantSql, millisecondsSql } from "~db/instant";
import type { BookingEvent, Trigger } from "./webhook";
import { hearsEverything, hearsOwn } from "./webhook-row.server";

type Wish = { userId: string; workspaceId: string; after: number; limit: number };
type Row = {
  id: string;
  number: string;
  booking_id: string;
  sequence: number;
  trigger: Trigger;
  payload: Record<string, unknown>;
  created_at: string;
};

/**
 * What happened after the event of this number, the eldest first: owners and admins of the workspace read everything,
 * members what concerns bookings that they host. An event is handed out a second after it happened at the earliest, so
 * that none comes later with a lower number. Kept for 30 days, and only from a workspace's first subscription on.
 */
export async function listEvents({ userId, workspaceId, after, limit }: Wish): Promise<BookingEvent[]> {
  const settled = await settledUntil();
  const rows = await db.execute<Row>(sql`
    select event.id, number, booking_id, sequence, trigger, payload, ${millisecondsSql("event.created_at")} as created_at
    from booking_events event join workspace_members member using (workspace_id)
    where event.workspace_id = ${workspaceId} and event.number > ${after}
      and event.created_at < ${instantSql(settled)} and member.user_id = ${userId}
      and (${hearsEverything} or ${hearsOwn} and exists (
        select 1 from booking_attendees place
        where place.workspace_id = event.workspace_id and place.booking_id = event.booking_id
          and place.user_id = member.user_id and place.kind = 'host'
      ))
    order by number limit ${limit}`);
  return rows.map(({ booking_id: bookingId, number, created_at: createdAt, ...row }) => ({
    ...row,
    workspaceId,
    bookingId,
    number: Number(number),
    createdAt: Number(createdAt),
  }));
}

/**
 * The moment before which every event that took its number is there to be read, in epoch milliseconds. A number is taken
 * before its transaction ends, so whatever was written since the eldest one that still runs might get a predecessor. Asked
 * before the events are read: one that ends in between is among them.
 */
async function settledUntil() {
  const [row] = await db.execute<{ settled: string }>(sql`
    select floor(extract(epoch from least(
      clock_timestamp() - interval '1 second',
      min(xact_start) filter (where backend_xid is not null)
    )) * 1000) as settled
    from pg_stat_activity where datname = current_database()`);
  return Number(row!.settled);
}
