import { sql } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { addJobs } from "~db/queue";
import type { Booking } from "../bookings/booking";
import { mailJobs } from "../notifications/notify.server";
import { anew, eventJobs } from "./want-events.server";

type Key = Pick<Booking, "workspaceId" | "id">;

/**
 * The link that a calendar made becomes the meeting's, of a booking that still is one and is led by the same host. The other
 * hosts' events are given it.
 */
export async function keepLink(
  tx: Transaction,
  { booking: { workspaceId, id, hostId }, eventId, url }: { booking: Booking; eventId: string; url: string },
) {
  const kept = await tx.execute(sql`
    update bookings set meeting_url = ${url}, updated_at = now()
    where workspace_id = ${workspaceId} and id = ${id} and host_id = ${hostId} and status in ('pending', 'confirmed')
      and meeting_url is distinct from ${url}
    returning id`);
  if (kept.length === 0) return;
  await tx.execute(sql`
    with event as (
      update booking_calendar_events event set ${anew}
      where workspace_id = ${workspaceId} and booking_id = ${id} and id <> ${eventId} and connection_id is not null
        and state <> 'removed'
      returning workspace_id, id, round, next_try_at
    )
    select ${addJobs(eventJobs(sql`event`))}`);
}

/** Mails that waited for a link leave: it has come, or none will. */
export async function letMailsGo(tx: Transaction, { workspaceId, id }: Key) {
  await tx.execute(sql`
    with mail as (
      update notifications set next_try_at = null
      where workspace_id = ${workspaceId} and booking_id = ${id} and state = 'queued' and attempts = 0
        and next_try_at is not null
      returning id, round, attempts, next_try_at
    )
    select ${addJobs(mailJobs(sql`mail`))}`);
}
