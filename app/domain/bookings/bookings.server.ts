import { and, asc, desc, eq, isNull, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, type Transaction } from "~db/client";
import { instantSql } from "~db/instant";
import {
  bookingAttendees,
  bookingEventTypes,
  bookingHistory,
  bookingLinks,
  bookings,
  bookingTemplateVersions,
  teams,
  users,
  workspaces,
} from "~db/schema";
import { isFollowedUp } from "../templates/followup.server";
import type { Question } from "../templates/question";
import type { Attendee, Booking } from "./booking";
import { matching, type BookingFilter } from "./booking-filter.server";

type Reader = Transaction | typeof db;

export type BookingOrder =
  "newest" | "oldest" | "start" | "start_desc" | "end" | "end_desc" | "updated" | "updated_desc";

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

/**
 * All that match, some at a time, so that many cost no more room than few. Each batch is a question of its own, which
 * holds no connection while its reader is slow: a booking that is moved meanwhile may come twice, or not at all.
 */
export async function* eachBooking(
  filter: BookingFilter & { order: "start" | "start_desc" },
  atOnce = 500,
): AsyncGenerator<Booking[]> {
  for (let last: Booking | undefined; ;) {
    const rest = last && pastLast(filter.order, last);
    const rows = await read(db, and(matching(filter), rest))
      .orderBy(...orders[filter.order])
      .limit(atOnce);
    if (rows.length > 0) yield rows.map(toBooking);
    if (rows.length < atOnce) return;
    last = toBooking(rows.at(-1)!);
  }
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
  oldest: [asc(bookings.createdAt), asc(bookings.id)],
  end: [asc(bookings.endTime), asc(bookings.id)],
  end_desc: [desc(bookings.endTime), desc(bookings.id)],
  updated: [asc(bookings.updatedAt), asc(bookings.id)],
  updated_desc: [desc(bookings.updatedAt), desc(bookings.id)],
};

function pastLast(order: "start" | "start_desc", { start, id }: Booking) {
  const isPast = order === "start" ? sql`>` : sql`<`;
  return sql`(${bookings.startTime}, ${bookings.id}) ${isPast} (${instantSql(start)}, ${id}::uuid)`;
}

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
  rsvpQuorum: bookingEventTypes.rsvpQuorum,
  emailFollowupEnabled: isFollowedUp,
  isLinkOnly: bookingEventTypes.isLinkOnly,
  isSession: bookingEventTypes.isSession,
};

function read(on: Reader, where: SQL | undefined) {
  return on
    .select({
      booking: bookings,
      eventType: eventTypeColumns,
      host: { name: host.name, email: host.email, timezone: host.timezone },
      workspace: { name: workspaces.name, slug: workspaces.slug },
      team: { name: teams.name, slug: teams.slug },
      link: { title: bookingLinks.title, token: bookingLinks.token, isActive: bookingLinks.isActive },
      questions: bookingTemplateVersions.questions,
      attendees,
    })
    .from(bookings)
    .innerJoin(
      bookingEventTypes,
      and(eq(bookingEventTypes.workspaceId, bookings.workspaceId), eq(bookingEventTypes.id, bookings.eventTypeId)),
    )
    .innerJoin(host, eq(host.id, bookings.hostId))
    .innerJoin(workspaces, eq(workspaces.id, bookings.workspaceId))
    .leftJoin(teams, and(eq(teams.workspaceId, bookings.workspaceId), eq(teams.id, bookings.teamId)))
    .leftJoin(
      bookingLinks,
      and(
        eq(bookingLinks.workspaceId, bookings.workspaceId),
        eq(bookingLinks.id, bookings.linkId),
        isNull(bookingLinks.archivedAt),
      ),
    )
    .leftJoin(
      bookingTemplateVersions,
      and(
        eq(bookingTemplateVersions.workspaceId, bookings.workspaceId),
        eq(bookingTemplateVersions.id, bookings.templateVersionId),
      ),
    )
    .where(where)
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof read>>[number];

function toBooking({ booking, attendees, eventType, questions, ...names }: Row): Booking {
  const { name, slug, rsvpQuorum, emailFollowupEnabled, isLinkOnly, isSession, ...policy } = eventType;
  const { startTime, endTime, confirmedAt, createdAt, updatedAt, submissionKey: _, ...row } = booking;
  const { teamId: _team, linkId: _link, oneTimeLinkId: _oneTimeLink, ...rest } = row;
  return {
    ...rest,
    ...names,
    eventType: { name, slug, policy, rsvpQuorum, emailFollowupEnabled, isLinkOnly, isSession },
    questions: questions as Question[] | null,
    answers: rest.answers as Booking["answers"],
    attendees,
    start: startTime.getTime(),
    end: endTime.getTime(),
    confirmedAt: confirmedAt?.getTime() ?? null,
    createdAt: createdAt.getTime(),
    updatedAt: updatedAt.getTime(),
  };
}
