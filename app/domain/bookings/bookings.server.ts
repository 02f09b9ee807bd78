import { and, asc, desc, eq, gt, inArray, lt, lte, or, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, type Transaction } from "~db/client";
import { bookingAttendees, bookingEventTypes, bookingHistory, bookings, users, workspaces } from "~db/schema";
import type { Attendee, Booking, BookingStatus } from "./booking";

type Reader = Transaction | typeof db;

export type BookingFilter = {
  workspaceId: string;
  hostId?: string;
  statuses?: readonly BookingStatus[];
  eventTypeId?: string;
  /** Bookings that end after `from` and start before `to`. */
  from?: number;
  to?: number;
  /** Bookings that are not over, or over, at a moment. */
  endsAfter?: number;
  endedBy?: number;
  /** Part of the invitee's name or address, or of the notes. */
  q?: string;
};

export type BookingOrder = "newest" | "start" | "start_desc";

export async function findBookingByUid(uid: string, on: Reader = db): Promise<Booking | null> {
  return (await read(on, eq(bookings.uid, uid)).limit(1)).map(toBooking)[0] ?? null;
}

export async function findBooking(workspaceId: string, id: string, on: Reader = db): Promise<Booking | null> {
  const wanted = and(eq(bookings.workspaceId, workspaceId), eq(bookings.id, id));
  return (await read(on, wanted).limit(1)).map(toBooking)[0] ?? null;
}

export async function listBookings(filter: BookingFilter & { order: BookingOrder; limit: number; offset: number }) {
  const where = matching(filter);
  const [rows, total] = await Promise.all([
    read(db, where)
      .orderBy(...orders[filter.order])
      .limit(filter.limit)
      .offset(filter.offset),
    countBookings(filter),
  ]);
  return { items: rows.map(toBooking), total };
}

export async function countBookings(filter: BookingFilter) {
  return db.$count(bookings, matching(filter));
}

/** Every move of a booking with who made it, newest first. */
export async function listHistory(workspaceId: string, bookingId: string) {
  return db
    .select({
      id: bookingHistory.id,
      move: bookingHistory.move,
      actorKind: bookingHistory.actorKind,
      actorId: bookingHistory.actorId,
      actorName: users.name,
      reason: bookingHistory.reason,
      startBefore: bookingHistory.startBefore,
      startAfter: bookingHistory.startAfter,
      hostBefore: hostBefore.name,
      hostAfter: hostAfter.name,
      createdAt: bookingHistory.createdAt,
    })
    .from(bookingHistory)
    .leftJoin(users, eq(users.id, bookingHistory.actorId))
    .leftJoin(hostBefore, eq(hostBefore.id, bookingHistory.hostBefore))
    .leftJoin(hostAfter, eq(hostAfter.id, bookingHistory.hostAfter))
    .where(and(eq(bookingHistory.workspaceId, workspaceId), eq(bookingHistory.bookingId, bookingId)))
    .orderBy(desc(bookingHistory.position));
}

const host = alias(users, "host");
const hostBefore = alias(users, "host_before");
const hostAfter = alias(users, "host_after");

const orders: Record<BookingOrder, SQL[]> = {
  newest: [desc(bookings.createdAt), desc(bookings.id)],
  start: [asc(bookings.startTime), asc(bookings.id)],
  start_desc: [desc(bookings.startTime), desc(bookings.id)],
};

// Names are written out: inside a subquery a bare column would mean the inner table's.
const attendees = sql<Attendee[]>`(
  select coalesce(json_agg(json_build_object(
    'id', a.id, 'userId', a.user_id, 'kind', a.kind, 'name', a.name, 'email', a.email, 'status', a.status,
    'isNoShow', a.is_no_show
  ) order by array_position(array['host', 'invitee', 'guest'], a.kind), a.name collate "C", a.id), '[]')
  from ${bookingAttendees} a
  where a.workspace_id = bookings.workspace_id and a.booking_id = bookings.id
)`;

const eventTypeColumns = {
  name: bookingEventTypes.name,
  slug: bookingEventTypes.slug,
  mayCancel: bookingEventTypes.inviteeMayCancel,
  cancelNoticeHours: bookingEventTypes.cancelNoticeHours,
  mayReschedule: bookingEventTypes.inviteeMayReschedule,
  rescheduleNoticeHours: bookingEventTypes.rescheduleNoticeHours,
  requiresReason: bookingEventTypes.requiresReason,
  emailFollowupEnabled: bookingEventTypes.emailFollowupEnabled,
};

function read(on: Reader, where: SQL | undefined) {
  return on
    .select({
      booking: bookings,
      eventType: eventTypeColumns,
      host: { name: host.name, email: host.email, timezone: host.timezone },
      workspace: { name: workspaces.name, slug: workspaces.slug },
      attendees,
    })
    .from(bookings)
    .innerJoin(
      bookingEventTypes,
      and(eq(bookingEventTypes.workspaceId, bookings.workspaceId), eq(bookingEventTypes.id, bookings.eventTypeId)),
    )
    .innerJoin(host, eq(host.id, bookings.hostId))
    .innerJoin(workspaces, eq(workspaces.id, bookings.workspaceId))
    .where(where)
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof read>>[number];

function toBooking({ booking, attendees, eventType, ...names }: Row): Booking {
  const { name, slug, emailFollowupEnabled, ...policy } = eventType;
  const { startTime, endTime, createdAt, updatedAt, submissionKey: _, ...rest } = booking;
  return {
    ...rest,
    ...names,
    eventType: { name, slug, policy, emailFollowupEnabled },
    answers: rest.answers as Booking["answers"],
    attendees,
    start: startTime.getTime(),
    end: endTime.getTime(),
    createdAt: createdAt.getTime(),
    updatedAt: updatedAt.getTime(),
  };
}

function matching(filter: BookingFilter): SQL | undefined {
  const pattern = filter.q ? `%${filter.q.replace(/[\\%_]/g, "\\$&")}%` : null;
  return and(
    eq(bookings.workspaceId, filter.workspaceId),
    filter.hostId ? hostedBy(filter.hostId) : undefined,
    filter.statuses ? inArray(bookings.status, [...filter.statuses]) : undefined,
    filter.eventTypeId ? eq(bookings.eventTypeId, filter.eventTypeId) : undefined,
    filter.from === undefined ? undefined : gt(bookings.endTime, new Date(filter.from)),
    filter.to === undefined ? undefined : lt(bookings.startTime, new Date(filter.to)),
    filter.endsAfter === undefined ? undefined : gt(bookings.endTime, new Date(filter.endsAfter)),
    filter.endedBy === undefined ? undefined : lte(bookings.endTime, new Date(filter.endedBy)),
    pattern
      ? or(
          sql`${bookings.inviteeName} ilike ${pattern}`,
          sql`${bookings.inviteeEmail} ilike ${pattern}`,
          sql`${bookings.notes} ilike ${pattern}`,
        )
      : undefined,
  );
}

/** As the one who leads it, or as one of all hands. */
function hostedBy(userId: string) {
  return or(
    eq(bookings.hostId, userId),
    sql`exists (
      select 1 from ${bookingAttendees} a
      where a.workspace_id = bookings.workspace_id and a.booking_id = bookings.id
        and a.user_id = ${userId} and a.kind = 'host'
    )`,
  );
}
