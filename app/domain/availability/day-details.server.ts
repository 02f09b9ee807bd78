import { sql } from "drizzle-orm";
import { db } from "~db/client";
import { instantSql, millisecondsSql } from "~db/instant";
import type { EventType } from "../event-types/event-type";
import { may, type Role } from "../workspaces/roles";
import type { BusyBlock, Claim, Provider } from "./explained-day";
import { stopsOffers } from "./host-facts-statement.server";
import type { Range } from "./slots";

export type Viewer = { userId: string; role: Role };

type Question = { eventType: EventType; hostIds: string[]; span: Range; viewer: Viewer; now: number };

/** By host. */
type DayDetails = {
  claims: Map<string, Claim[]>;
  busy: Map<string, BusyBlock[]>;
  overrideNotes: Map<string, Record<string, string>>;
};

/**
 * What stands behind the claims and busy blocks that the slot function is given. A booking shows its invitee to its hosts
 * and to the owners and admins of its workspace, and only there; a calendar its name to its host and to those. What the
 * viewer may not see is not even read.
 */
export async function dayDetails(question: Question): Promise<DayDetails> {
  const [claims, busy, overrideNotes] = await Promise.all([
    readClaims(question),
    readBusy(question),
    readOverrideNotes(question),
  ]);
  return { claims, busy, overrideNotes };
}

type Block = { host_id: string; from: string; to: string };
type ClaimRow = Block &
  ({ id: string; invitee: string; start: string; end: string } | { id: null; invitee: null; start: null; end: null });

async function readClaims({ eventType, hostIds, span, viewer }: Question) {
  const rows = await db.execute<ClaimRow>(sql`
    select claims.host_id, ${millisecondsSql("lower(during)")} as "from", ${millisecondsSql("upper(during)")} as "to",
      seen.id, seen.invitee_name as invitee,
      ${millisecondsSql("seen.start_time")} as start, ${millisecondsSql("seen.end_time")} as "end"
    from claims left join bookings seen
      on seen.workspace_id = claims.workspace_id and seen.id = claims.booking_id
        and claims.workspace_id = ${eventType.workspaceId} and (${seesAll(viewer)} or exists (
          select 1 from booking_attendees attendee
          where attendee.workspace_id = claims.workspace_id and attendee.booking_id = claims.booking_id
            and attendee.kind = 'host' and attendee.user_id = ${viewer.userId}
        ))
    where claims.host_id = any(${uuids(hostIds)}) and during && ${between(span)}
    order by lower(during)`);
  return byHost([...rows], (row): Claim => {
    const { id, invitee } = row;
    const booking = id === null ? null : { id, invitee, start: Number(row.start), end: Number(row.end) };
    return { start: Number(row.from), end: Number(row.to), booking };
  });
}

type BusyRow = Block & { is_unread: boolean } & (
    { name: string; provider: Provider; synced_at: string | null } | { name: null; provider: null; synced_at: null }
  );

async function readBusy({ eventType, hostIds, span, viewer, now }: Question) {
  const rows = await db.execute<BusyRow>(sql`
    select calendar.user_id as host_id, ${millisecondsSql("lower(during)")} as "from", ${millisecondsSql("upper(during)")} as "to",
      is_unread, seen.name, seen.provider, ${millisecondsSql("seen.last_synced_at")} as synced_at
    from calendar_connections calendar
    cross join lateral (
      select during, false as is_unread from calendar_events event
      where event.workspace_id = calendar.workspace_id and event.connection_id = calendar.id
        and event.user_id = calendar.user_id and during && ${between(span)}
      union all
      select tstzrange(stale_at, ${instantSql(span.to)}), true
      where ${stopsOffers(now)} and stale_at < ${instantSql(span.to)}
    ) block
    left join lateral (
      select calendar.name, calendar.provider, calendar.last_synced_at
      where calendar.user_id = ${viewer.userId} or calendar.workspace_id = ${eventType.workspaceId} and ${seesAll(viewer)}
    ) seen on true
    where calendar.user_id = any(${uuids(hostIds)}) and calendar.check_conflicts
    order by lower(during)`);
  return byHost([...rows], (row): BusyBlock => {
    const { name, provider, synced_at: syncedAt, is_unread: isUnread } = row;
    const calendar = name === null ? null : { name, provider, syncedAt: syncedAt === null ? null : Number(syncedAt) };
    return { start: Number(row.from), end: Number(row.to), calendar, isUnread };
  });
}

/** Of the schedules that count here: the one that the event type names, else each host's default. */
async function readOverrideNotes({ eventType, hostIds, span }: Question) {
  const { workspaceId, scheduleId } = eventType;
  const asked = scheduleId
    ? sql`join unnest(${uuids(hostIds)}) as host (id) on schedule.id = ${scheduleId}`
    : sql`join unnest(${uuids(hostIds)}) as host (id) on schedule.user_id = host.id and schedule.is_default`;
  const rows = await db.execute<{ host_id: string; date: string; note: string }>(sql`
    select host.id as host_id, other.date::text as date, other.note
    from booking_schedules schedule ${asked}
    join booking_date_overrides other
      on other.workspace_id = schedule.workspace_id and other.schedule_id = schedule.id
    where schedule.workspace_id = ${workspaceId} and other.note <> ''
      and other.date between (${instantSql(span.from)} - interval '2 days')::date
        and (${instantSql(span.to)} + interval '2 days')::date`);
  const notes = new Map<string, Record<string, string>>();
  for (const { host_id, date, note } of rows) notes.set(host_id, { ...notes.get(host_id), [date]: note });
  return notes;
}

function byHost<Row extends { host_id: string }, Kept>(rows: Row[], read: (row: Row) => Kept): Map<string, Kept[]> {
  const kept = new Map<string, Kept[]>();
  for (const row of rows) kept.set(row.host_id, [...(kept.get(row.host_id) ?? []), read(row)]);
  return kept;
}

function seesAll({ role }: Viewer) {
  return sql`${may(role, "bookings.change-any")}::boolean`;
}

function uuids(ids: string[]) {
  return sql`${sql.param(ids)}::uuid[]`;
}

function between({ from, to }: Range) {
  return sql`tstzrange(${instantSql(from)}, ${instantSql(to)})`;
}
