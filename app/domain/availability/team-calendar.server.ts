import { sql } from "drizzle-orm";
import { db } from "~db/client";
import { instantSql, millisecondsSql } from "~db/instant";
import { scheduleFor, type EventType } from "../event-types/event-type";
import { may, type Role } from "../workspaces/roles";
import { DAY_MS } from "./calendar-days";
import { readHosts } from "./host-facts.server";
import type { Intervals } from "./intervals";
import type { Range } from "./slots";
import {
  memberTime,
  overlapsOf,
  type CalendarBooking,
  type CalendarMember,
  type Held,
  type MemberTime,
} from "./team-calendar";

type Question = {
  workspaceId: string;
  members: readonly CalendarMember[];
  /** Whose hours count where it names a schedule; without one each member's default. */
  eventType: EventType | null;
  range: Range;
  viewer: { userId: string; role: Role };
  now: number;
};

export type TeamCalendar = { members: MemberTime[]; bookings: CalendarBooking[]; overlaps: Intervals };

/** When members are open, what takes their time, and when all of them are free: two statements whatever their number. */
export async function readTeamCalendar(question: Question): Promise<TeamCalendar> {
  const { workspaceId, eventType, range, now } = question;
  const hostIds = question.members.map(({ userId }) => userId);
  const scheduleId = eventType && scheduleFor(eventType, hostIds);
  const [{ hosts }, rows] = await Promise.all([
    readHosts({ workspaceId, hostIds, scheduleId, span: range, now }),
    readMeetings(question, hostIds),
  ]);
  const hostOf = new Map(hosts.map((host) => [host.id, host]));
  const held = rows.map(heldOf);
  const members = question.members.map((member) =>
    memberTime(member, { host: hostOf.get(member.userId), held, range }),
  );
  const bookings = bookingsOf(rows).filter(({ start, end }) => start < range.to && end > range.from);
  return { members, bookings, overlaps: overlapsOf(members) };
}

type Row = {
  id: string;
  host_id: string;
  status: CalendarBooking["status"];
  start: string;
  end: string;
  claimed_from: string | null;
  claimed_to: string | null;
  is_seen: boolean;
  invitee: string | null;
};

/**
 * A row for each meeting and each of its hosts, also where only its buffers reach into the range. A meeting shows its
 * invitee to its hosts and to the owners and admins of its workspace; what the viewer may not see is not even read.
 */
async function readMeetings({ workspaceId, range, viewer }: Question, hostIds: string[]): Promise<Row[]> {
  if (hostIds.length === 0) return [];
  const seesAll = may(viewer.role, "bookings.change-any");
  const rows = await db.execute<Row>(sql`
    select booking.id, host.user_id as host_id, booking.status,
      ${millisecondsSql("booking.start_time")} as start, ${millisecondsSql("booking.end_time")} as "end",
      ${millisecondsSql("lower(claim.during)")} as claimed_from, ${millisecondsSql("upper(claim.during)")} as claimed_to,
      viewer.sees as is_seen, case when viewer.sees then booking.invitee_name end as invitee
    from bookings booking
    join booking_attendees host
      on host.workspace_id = booking.workspace_id and host.booking_id = booking.id and host.kind = 'host'
    left join claims claim
      on claim.workspace_id = booking.workspace_id and claim.booking_id = booking.id and claim.host_id = host.user_id
    cross join lateral (
      select ${seesAll}::boolean or exists (
        select 1 from booking_attendees own
        where own.workspace_id = booking.workspace_id and own.booking_id = booking.id
          and own.kind = 'host' and own.user_id = ${viewer.userId}
      ) as sees
    ) viewer
    where booking.workspace_id = ${workspaceId} and host.user_id = any(${sql.param(hostIds)}::uuid[])
      and booking.start_time > ${instantSql(range.from - longest)} and booking.start_time < ${instantSql(range.to + longest)}
      and (claim.during && tstzrange(${instantSql(range.from)}, ${instantSql(range.to)})
        or booking.status = 'completed' and host.status <> 'declined')
    order by booking.start_time, booking.id, host.user_id`);
  return [...rows];
}

// A meeting is no longer than a day, and neither is a buffer.
const longest = 2 * DAY_MS;

function heldOf(row: Row): Held {
  const { claimed_from: from, claimed_to: to } = row;
  return {
    userId: row.host_id,
    meeting: { start: Number(row.start), end: Number(row.end) },
    claim: from === null || to === null ? null : { start: Number(from), end: Number(to) },
  };
}

function bookingsOf(rows: Row[]): CalendarBooking[] {
  const found = new Map<string, CalendarBooking>();
  for (const row of rows) {
    const known = found.get(row.id);
    if (known) known.userIds.push(row.host_id);
    else {
      const { id, status, is_seen: isSeen, invitee } = row;
      const seen = isSeen ? { id, invitee: invitee ?? "" } : null;
      found.set(id, { userIds: [row.host_id], start: Number(row.start), end: Number(row.end), status, seen });
    }
  }
  return [...found.values()];
}
