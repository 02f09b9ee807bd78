import { and, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import type { Database, Transaction } from "~db/client";
import { bookingAttendees, bookingEventTypeMembers, bookingEventTypes, bookings, bookingSchedules } from "~db/schema";

/** Why invitees count on this member: they host or lend their hours to an active event type, or have meetings to come. */
export async function whyNeeded(tx: Transaction, workspaceId: string, userId: string, now: number) {
  if (await servesEventTypes(tx, workspaceId, userId)) return "hosts_event_types" as const;
  return (await hasMeetings(tx, workspaceId, userId, now)) ? ("has_bookings" as const) : null;
}

async function servesEventTypes(tx: Transaction, workspaceId: string, userId: string) {
  const found = await tx
    .select({ id: bookingEventTypes.id })
    .from(bookingEventTypes)
    .where(isServedBy(tx, workspaceId, userId))
    .limit(1);
  return found.length > 0;
}

/** Of the active event types of a workspace those that this member hosts or lends their hours to. Their sessions are theirs. */
export function isServedBy(on: Database | Transaction, workspaceId: string, userId: string) {
  const hosted = on
    .select({ id: bookingEventTypeMembers.eventTypeId })
    .from(bookingEventTypeMembers)
    .where(and(eq(bookingEventTypeMembers.workspaceId, workspaceId), eq(bookingEventTypeMembers.userId, userId)));
  const schedules = on
    .select({ id: bookingSchedules.id })
    .from(bookingSchedules)
    .where(and(eq(bookingSchedules.workspaceId, workspaceId), eq(bookingSchedules.userId, userId)));
  return and(
    eq(bookingEventTypes.workspaceId, workspaceId),
    eq(bookingEventTypes.isActive, true),
    isNull(bookingEventTypes.archivedAt),
    eq(bookingEventTypes.isSession, false),
    or(inArray(bookingEventTypes.id, hosted), inArray(bookingEventTypes.scheduleId, schedules)),
  );
}

async function hasMeetings(tx: Transaction, workspaceId: string, userId: string, now: number) {
  const found = await tx
    .select({ id: bookings.id })
    .from(bookings)
    .where(isToComeFor(workspaceId, userId, now))
    .limit(1);
  return found.length > 0;
}

/**
 * Of the bookings of a workspace the meetings to come that this member leads or takes part in. Of all hands whoever declined
 * takes no part: the others meet without them.
 */
export function isToComeFor(workspaceId: string, userId: string, now: number) {
  const attended = sql`exists (
    select 1 from ${bookingAttendees} where ${bookingAttendees.workspaceId} = ${bookings.workspaceId}
      and ${bookingAttendees.bookingId} = ${bookings.id} and ${bookingAttendees.userId} = ${userId}
      and ${bookingAttendees.kind} = 'host' and ${bookingAttendees.status} <> 'declined')`;
  return and(
    eq(bookings.workspaceId, workspaceId),
    inArray(bookings.status, ["pending", "confirmed"]),
    gt(bookings.endTime, new Date(now)),
    or(eq(bookings.hostId, userId), attended),
  );
}
