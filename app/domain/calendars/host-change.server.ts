import { sql, type SQL } from "drizzle-orm";
import { db } from "~db/client";
import { addJobs } from "~db/queue";
import { record } from "../audit/audit.server";
import type { Actor, Booking } from "../bookings/booking";
import { isUuid } from "../fields";
import { again, eventJobs } from "./want-events.server";

type Wish = { booking: Booking; eventId: string | undefined; actor: Actor };

/** `nothing_to_do`: there is no such event, or it is as wanted, or on its way. */
export type AgainResult = { ok: true } | { ok: false; reason: "nothing_to_do" };

/** What a host moved or deleted in their own calendar is there again as the booking says. */
export function putBack(wish: Wish): Promise<AgainResult> {
  return writeAnew(wish, "calendar_event.put_back", sql`host_change is not null`);
}

/** Has an event written once more that was given up. */
export function writeAgain(wish: Wish): Promise<AgainResult> {
  return writeAnew(wish, "calendar_event.written_again", sql`state = 'failed'`);
}

/** A deleted event is made as another one, as the provider may keep its key. */
async function writeAnew({ booking, eventId, actor }: Wish, action: string, isDue: SQL): Promise<AgainResult> {
  const { workspaceId, id } = booking;
  if (!isUuid(eventId)) return { ok: false, reason: "nothing_to_do" };
  return db.transaction(async (tx) => {
    const [done] = await tx.execute<{ jobs: string }>(sql`
      with event as (
        update booking_calendar_events event set ${again}, etag = null, written = null,
          host_change = null, host_change_at = null, host_start = null, host_end = null,
          generation = generation + (host_change is not distinct from 'deleted')::int,
          provider_event_id = case when host_change is distinct from 'deleted' then provider_event_id end
        where workspace_id = ${workspaceId} and booking_id = ${id} and id = ${eventId} and connection_id is not null
          and ${isDue}
        returning workspace_id, id, round, next_try_at
      )
      select ${addJobs(eventJobs(sql`event`))} as jobs`);
    if (Number(done!.jobs) === 0) return { ok: false, reason: "nothing_to_do" };
    await record(tx, { workspaceId, actor, action, subjectId: id });
    return { ok: true };
  });
}
