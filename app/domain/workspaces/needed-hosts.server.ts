import { and, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { bookingAttendees, bookingEventTypeMembers, bookingEventTypes, bookings, bookingSchedules } from "~db/schema";

/** Why invitees count on this member: they host or lend their hours to an active event type, or have meetings to come. */
export async function whyNeeded(tx: Transaction, workspaceId: string, userId: string, now: number) {
  if (await servesEventTypes(tx, workspaceId, userId)) return "hosts_event_types" as const;
  return (await hasMeetings(tx, workspaceId, userId, now)) ? ("has_bookings" as const) : null;
}

async function servesEventTypes(tx: Transaction, workspaceId: string, userId: string) {
  const hosted = tx
    .select({ id: bookingEventTypeMembers.eventTypeId })
    .from(bookingEventTypeMembers)
    .where(and(eq(bookingEventTypeMembers.workspaceId, workspaceId), eq(bookingEventTypeMembers.userId, userId)));
  const schedules = tx
    .select({ id: bookingSchedules.id })
    .from(bookingSchedules)
    .where(and(eq(bookingSchedules.workspaceId, workspaceId), eq(bookingSchedules.userId, userId)));
  const found = await tx
    .select({ id: bookingEventTypes.id })
    .from(bookingEventTypes)
    .where(
      and(
        eq(bookingEventTypes.workspaceId, workspaceId),
        eq(bookingEventTypes.isActive, true),
        isNull(bookingEventTypes.archivedAt),
        or(inArray(bookingEventTypes.id, hosted), inArray(bookingEventTypes.scheduleId, schedules)),
      ),
    )
    .limit(1);
  return found.length > 0;
}

async function hasMeetings(tx: Transaction, workspaceId: string, userId: string, now: number) {
  const attended = sql`exists (
    select 1 from ${bookingAttendees} where ${bookingAttendees.workspaceId} = ${bookings.workspaceId}
      and ${bookingAttendees.bookingId} = ${bookings.id} and ${bookingAttendees.userId} = ${userId}
      and ${bookingAttendees.kind} = 'host')`;
  const found = await tx
    .select({ id: bookings.id })
    .from(bookings)
    .where(
      and(
        eq(bookings.workspaceId, workspaceId),
        inArray(bookings.status, ["pending", "confirmed"]),
        gt(bookings.endTime, new Date(now)),
        or(eq(bookings.hostId, userId), attended),
      ),
    )
    .limit(1);
  return found.length > 0;
}
