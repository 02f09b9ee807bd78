import { and, eq, gt, inArray, isNotNull, lt, lte, not, or, sql, type SQL } from "drizzle-orm";
import { bookingAttendees, bookings, teamMembers } from "~db/schema";
import { DAY_MS } from "../availability/calendar-days";
import type { BookingStatus } from "./booking";
import { narrowedBy, type ProgramFilter } from "./program-filter.server";

export type BookingFilter = {
  workspaceId: string;
  hostId?: string;
  /** Bookings whose host this is and has not answered for. */
  openFor?: string;
  /** Not those of all hands that this host has said no to. */
  notDeclinedBy?: string;
  /** Bookings that a member of this team hosts, of whatever event type. */
  teamId?: string;
  /** Sessions that clients book, and those of one client. */
  areSessions?: boolean;
  clientId?: string;
  statuses?: readonly BookingStatus[];
  eventTypeId?: string;
  ids?: readonly string[];
  /** Bookings that end after `from` and start before `to`. */
  from?: number;
  to?: number;
  /** Bookings that are not over, or over, at a moment. */
  endsAfter?: number;
  endedBy?: number;
  /** Part of the invitee's name or address, or of the notes. */
  q?: string;
  program?: ProgramFilter;
};

export function matching(filter: BookingFilter): SQL | undefined {
  const { workspaceId, hostId, openFor, notDeclinedBy, teamId, ids } = filter;
  const pattern = filter.q ? `%${filter.q.replace(/[\\%_]/g, "\\$&")}%` : null;
  return and(
    eq(bookings.workspaceId, workspaceId),
    hostId ? hostedBy(sql`${hostId}`) : undefined,
    openFor ? hasHost(openFor, "pending") : undefined,
    notDeclinedBy ? not(hasHost(notDeclinedBy, "declined")) : undefined,
    teamId ? hostedBy(membersOf(workspaceId, teamId)) : undefined,
    ids ? sql`${bookings.id} = any(${sql.param([...ids])}::uuid[])` : undefined,
    filter.areSessions ? isNotNull(bookings.clientId) : undefined,
    filter.clientId ? eq(bookings.clientId, filter.clientId) : undefined,
    filter.statuses ? inArray(bookings.status, [...filter.statuses]) : undefined,
    filter.eventTypeId ? eq(bookings.eventTypeId, filter.eventTypeId) : undefined,
    filter.from === undefined ? undefined : endsAfter(filter.from),
    filter.to === undefined ? undefined : lt(bookings.startTime, new Date(filter.to)),
    filter.endsAfter === undefined ? undefined : endsAfter(filter.endsAfter),
    filter.endedBy === undefined ? undefined : endedBy(filter.endedBy),
    pattern
      ? or(
          sql`${bookings.inviteeName} ilike ${pattern}`,
          sql`${bookings.inviteeEmail} ilike ${pattern}`,
          sql`${bookings.notes} ilike ${pattern}`,
        )
      : undefined,
    filter.program && narrowedBy(workspaceId, filter.program),
  );
}

// What they say of the start follows from the rest. It is there for the index, which knows of no ends.
const longest = DAY_MS;

function endsAfter(ms: number) {
  return and(gt(bookings.endTime, new Date(ms)), gt(bookings.startTime, new Date(ms - longest)));
}

function endedBy(ms: number) {
  return and(lte(bookings.endTime, new Date(ms)), lt(bookings.startTime, new Date(ms)));
}

/** By one of these, as the one who leads it, or as one of all hands. */
function hostedBy(userIds: SQL) {
  return or(
    sql`${bookings.hostId} in (${userIds})`,
    sql`exists (
      select 1 from ${bookingAttendees} a
      where a.workspace_id = bookings.workspace_id and a.booking_id = bookings.id
        and a.user_id in (${userIds}) and a.kind = 'host'
    )`,
  );
}

function hasHost(userId: string, status: "pending" | "declined") {
  return sql`exists (
    select 1 from ${bookingAttendees} a
    where a.workspace_id = bookings.workspace_id and a.booking_id = bookings.id
      and a.user_id = ${userId} and a.kind = 'host' and a.status = ${status}
  )`;
}

function membersOf(workspaceId: string, teamId: string) {
  return sql`
    select m.user_id from ${teamMembers} m where m.workspace_id = ${workspaceId} and m.team_id = ${teamId}`;
}
