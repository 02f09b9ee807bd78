import { and, asc, eq, sql } from "drizzle-orm";
import { db } from "~db/client";
import { bookingEventTypes, bookings } from "~db/schema";
import type { Booking } from "../bookings/booking";
import { listBookings } from "../bookings/bookings.server";
import { listSuccessors } from "../bookings/successors.server";
import { findEventType } from "../event-types/event-types.server";
import { mostMeetings, type LeftBehind, type LeftEventType, type LeftMeeting } from "./left-behind";
import { isServedBy, isToComeFor } from "./needed-hosts.server";

type Leaver = { workspaceId: string; userId: string; now: number };

export async function findLeftBehind(leaver: Leaver): Promise<LeftBehind> {
  const [eventTypes, { items, total }] = await Promise.all([listLeftEventTypes(leaver), listLeftMeetings(leaver)]);
  return { eventTypes, meetings: await withSuccessors(items, leaver.now), meetingsTotal: total };
}

/** The first of their meetings to come; of those of these ids, where some are given. */
export async function listLeftMeetings({ workspaceId, userId, now }: Leaver, among?: readonly string[]) {
  const where = and(
    isToComeFor(workspaceId, userId, now),
    among && sql`${bookings.id} = any(${sql.param([...among])}::uuid[])`,
  );
  const [rows, total] = await Promise.all([
    db
      .select({ id: bookings.id })
      .from(bookings)
      .where(where)
      .orderBy(asc(bookings.startTime), asc(bookings.id))
      .limit(mostMeetings),
    db.$count(bookings, where),
  ]);
  const ids = rows.map(({ id }) => id);
  const { items } = await listBookings({ workspaceId, ids, order: "start", limit: mostMeetings, offset: 0 });
  return { items, total };
}

function listLeftEventTypes({ workspaceId, userId }: Leaver): Promise<LeftEventType[]> {
  // Names are written out: inside a subquery a bare column would mean the inner table's.
  const hosts = sql`
    from booking_event_type_members host
    where host.workspace_id = booking_event_types.workspace_id and host.event_type_id = booking_event_types.id`;
  return db
    .select({
      id: bookingEventTypes.id,
      name: bookingEventTypes.name,
      otherHosts: sql<number>`(select count(*)::int ${hosts} and host.user_id <> ${userId})`,
      isHost: sql<boolean>`exists (select 1 ${hosts} and host.user_id = ${userId})`,
      lendsHours: sql<boolean>`exists (
        select 1 from booking_schedules schedule
        where schedule.workspace_id = booking_event_types.workspace_id
          and schedule.id = booking_event_types.schedule_id and schedule.user_id = ${userId}
      )`,
    })
    .from(bookingEventTypes)
    .where(and(eq(bookingEventTypes.workspaceId, workspaceId), isServedBy(db, workspaceId, userId)))
    .orderBy(asc(bookingEventTypes.name), asc(bookingEventTypes.id));
}

async function withSuccessors(bookings: Booking[], now: number): Promise<LeftMeeting[]> {
  const ids = [...new Set(bookings.map(({ eventTypeId }) => eventTypeId))];
  const found = await Promise.all(ids.map((id) => findEventType(bookings[0]!.workspaceId, id)));
  const eventTypes = new Map(found.map((eventType) => [eventType!.id, eventType!]));
  return Promise.all(
    bookings.map(async (booking) => {
      const successors = await listSuccessors(eventTypes.get(booking.eventTypeId)!, booking, now);
      return { booking, successors: successors.map(({ userId, name, reasons }) => ({ userId, name, reasons })) };
    }),
  );
}
