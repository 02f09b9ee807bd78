import { sql } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { instantSql } from "~db/instant";
import { hostsOf } from "./booking";
import { findBooking } from "./bookings.server";
import { outcomeOf } from "./rsvp";
import { acceptRequest } from "./settle-request.server";

type Leaver = { workspaceId: string; userId: string; now: number };

/** Of the meetings to come that this member is a host of none changes until the transaction ends. */
export async function holdMeetings(tx: Transaction, { workspaceId, userId, now }: Leaver) {
  await tx.execute(sql`
    select 1 from bookings where ${isToCome(workspaceId, now)} and exists (
      select 1 from booking_attendees place
      where place.workspace_id = bookings.workspace_id and place.booking_id = bookings.id
        and place.user_id = ${userId} and place.kind = 'host'
    ) order by id for update`);
}

/**
 * Takes a member who takes no meetings any more out of those of all hands that they declined: were one moved, they would be
 * asked again. Their key opens nothing from then on, and of fewer hosts those who said yes may be enough.
 */
export async function leaveDeclined(tx: Transaction, { workspaceId, userId, now }: Leaver) {
  const left = await tx.execute<{ booking_id: string }>(sql`
    delete from booking_attendees place using bookings
    where ${isToCome(workspaceId, now)} and place.workspace_id = bookings.workspace_id and place.booking_id = bookings.id
      and place.user_id = ${userId} and place.kind = 'host' and place.status = 'declined'
    returning place.booking_id`);
  for (const { booking_id: id } of left) {
    const booking = (await findBooking(workspaceId, id, tx))!;
    const statuses = hostsOf(booking).map(({ status }) => status);
    const isReached = outcomeOf(booking.eventType.rsvpQuorum, statuses) === "reached";
    if (booking.status === "pending" && isReached) await acceptRequest(tx, booking, { kind: "system" }, now);
  }
}

function isToCome(workspaceId: string, now: number) {
  return sql`bookings.workspace_id = ${workspaceId} and bookings.status in ('pending', 'confirmed')
    and bookings.end_time > ${instantSql(now)}`;
}
