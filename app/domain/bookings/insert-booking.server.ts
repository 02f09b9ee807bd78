import { sql } from "drizzle-orm";
import type { Database, Transaction } from "~db/client";
import { instantSql } from "~db/instant";
import { addJobs } from "~db/queue";
import type { ScheduleVersion } from "../availability/host-facts.server";
import { stopsOffers } from "../availability/host-facts-statement.server";
import { googleUid } from "../calendars/event-key.server";
import { newContactJobs } from "../calendars/want-contacts.server";
import { eventJobs, insertWantedEvents } from "../calendars/want-events.server";
import { insertMails, mailJobs } from "../notifications/notify.server";
import type { NewNotification } from "../notifications/notification";
import { askingRows, type Asking } from "./ask-hosts.server";
import type { Actor, Booking } from "./booking";
import type { Candidate, PickRule } from "./pick-host";
import { insertMove } from "./record-move.server";
import { reminderJob } from "./remind.server";

/** A booking before it is written: the rest of it is known only then. */
export type DraftBooking = Omit<Booking, "number" | "workspace" | "cancellationReason" | "meetingUrl" | "icalUid">;

type Insertion = {
  booking: DraftBooking;
  /** Whose time it takes, and which, buffers included. */
  claim: { hostIds: readonly string[]; from: number; to: number };
  /** Through whose page it is booked. */
  teamId?: string | null;
  /** Why the one host of it was picked among several. */
  pick?: { teamId: string | null; rule: PickRule; candidates: Candidate[] };
  /** Of all hands, who is asked whether they come. */
  askings?: Asking[];
  mails: NewNotification[];
  actor: Actor;
  submissionKey: string | null;
  /** The event type and the schedules as they were when the rules were asked, unless a lock keeps them so. */
  asked?: { eventType: Date; schedules: ScheduleVersion[] };
  now: number;
};

/**
 * Writes a booking with its claims, attendees, history, audit line, mails and jobs in one statement, and only if what the
 * rules were asked about is still so: the event type, the hours, the calendars; the claims' constraint sees to the rest.
 * Null: something of it has changed, and nothing is written.
 */
export async function insertBooking(on: Database | Transaction, insertion: Insertion): Promise<Booking | null> {
  const { booking, claim, askings = [], mails, actor, now } = insertion;
  const isWritten = sql`exists (select 1 from booking)`;
  const reminder = reminderJob(booking, now, isWritten);
  const isEntered = booking.status === "confirmed";
  const entering = isEntered ? [eventJobs(sql`event`), newContactJobs(claim.hostIds)] : [];
  const jobs = [mailJobs(sql`mail`), ...(reminder ? [reminder] : []), ...entering];
  const [row] = await on.execute<{ number: string; uid: string | null; name: string; slug: string }>(sql`
    with booking as (${bookingRow(insertion)}),
    claim as (
      insert into claims (workspace_id, booking_id, host_id, during)
      select booking.workspace_id, booking.id, host_id, tstzrange(${instantSql(claim.from)}, ${instantSql(claim.to)})
      from booking, unnest(${sql.param(inOrder(claim.hostIds))}::uuid[]) as host_id
    ),
    attendee as (${attendeeRows(booking)}),
    ${askings.length > 0 ? sql`asking as (${askingRows(booking, askings, now, isWritten)}),` : sql``}
    ${insertion.pick ? sql`pick as (${pickRow(booking, insertion.pick, now)}),` : sql``}
    ${insertMove(
      {
        booking,
        move: booking.status === "pending" ? "requested" : "booked",
        actor,
        startAfter: booking.start,
        now,
      },
      isWritten,
    )},
    ${isEntered ? sql`event as (${insertWantedEvents(claim.hostIds)}),` : sql``}
    mail as (${insertMails(mails, isWritten)})
    select booking.number, booking.ical_uid as uid, workspaces.name, workspaces.slug, ${addJobs(...jobs)} as jobs
    from booking join workspaces on workspaces.id = booking.workspace_id`);
  if (!row) return null;
  const { name, slug } = row;
  return {
    ...booking,
    number: Number(row.number),
    workspace: { name, slug },
    cancellationReason: null,
    meetingUrl: null,
    icalUid: row.uid,
  };
}

function bookingRow({ booking, teamId = null, claim, submissionKey, asked, now }: Insertion) {
  return sql`
    insert into bookings (
      workspace_id, id, uid, event_type_id, host_id, team_id, invitee_name, invitee_email, start_time, end_time, timezone,
      locale, status, confirmed_at, notes, answers, location_type, location_value, sequence, ical_uid, submission_key, created_at,
      updated_at
    )
    select workspace_id, ${booking.id}::uuid, ${booking.uid}, id, ${booking.hostId}::uuid, ${teamId}::uuid, ${booking.inviteeName},
      ${booking.inviteeEmail}, ${instantSql(booking.start)}, ${instantSql(booking.end)}, ${booking.timezone},
      ${booking.locale}, ${booking.status}, ${instantSql(booking.confirmedAt)}, ${booking.notes}, ${JSON.stringify(booking.answers)}::jsonb,
      ${booking.locationType}, ${booking.locationValue}, ${booking.sequence}::int, (${uidOfGoogle(booking)}), ${submissionKey},
      ${instantSql(now)}, ${instantSql(now)}
    from booking_event_types
    where workspace_id = ${booking.workspaceId} and id = ${booking.eventTypeId} and is_active and archived_at is null
      ${asked ? isStill(booking.workspaceId, asked) : sql``} and not ${isBusy(claim)} and not ${isUnread(claim, now)}
      and ${areMembers(booking.workspaceId, claim)}
    returning workspace_id, id, number, ical_uid`;
}

/** Where the one who leads has their events at Google, which gives them UIDs of its own, invitations carry that one. */
function uidOfGoogle({ workspaceId, id, hostId }: DraftBooking) {
  return sql`
    select ${googleUid(id)} from calendar_connections connection
    where connection.workspace_id = ${workspaceId} and user_id = ${hostId}::uuid and create_events and provider = 'google'`;
}

function isStill(workspaceId: string, { eventType, schedules }: NonNullable<Insertion["asked"]>) {
  const ids = sql.param(schedules.map((schedule) => schedule.id));
  const versions = sql.param(schedules.map((schedule) => schedule.updatedAt));
  return sql`and date_trunc('milliseconds', updated_at) = ${instantSql(eventType.getTime())} and not exists (
    select 1 from unnest(${ids}::uuid[], ${versions}::text[]) as asked (id, version)
    left join lateral (
      select updated_at from booking_schedules where workspace_id = ${workspaceId} and id = asked.id limit 1
    ) schedule on true
    where schedule.updated_at is distinct from asked.version::timestamptz
  )`;
}

function isBusy({ hostIds, from, to }: Insertion["claim"]) {
  return sql`exists (
    select 1 from unnest(${sql.param(hostIds)}::uuid[]) as host_id
    join calendar_events busy on busy.user_id = host_id
      and busy.during && tstzrange(${instantSql(from)}, ${instantSql(to)})
    join calendar_connections connection
      on connection.workspace_id = busy.workspace_id and connection.id = busy.connection_id and check_conflicts
  )`;
}

/** A calendar was not read for so long that its host wants nothing booked. */
function isUnread({ hostIds, to }: Insertion["claim"], now: number) {
  return sql`exists (
    select 1 from unnest(${sql.param(hostIds)}::uuid[]) as host_id
    join calendar_connections on user_id = host_id and check_conflicts and ${stopsOffers(now)}
      and stale_at < ${instantSql(to)}
  )`;
}

/** Whoever ends a membership, or makes a client of somebody, waits until the booking is there, or the booking finds it so. */
function areMembers(workspaceId: string, { hostIds }: Insertion["claim"]) {
  return sql`${hostIds.length}::int = (
    select count(*) from (
      select 1 from workspace_members
      where workspace_id = ${workspaceId} and user_id = any(${sql.param(hostIds)}::uuid[]) and role <> 'client'
        and deactivated_at is null
      order by user_id for key share
    ) member
  )`;
}

function attendeeRows({ attendees }: DraftBooking) {
  const rows = attendees.map(({ userId, ...attendee }) => ({ ...attendee, user_id: userId }));
  return sql`
    insert into booking_attendees (workspace_id, id, booking_id, user_id, kind, name, email, status)
    select booking.workspace_id, person.id, booking.id, person.user_id, kind, person.name, email, status
    from booking, json_to_recordset(${JSON.stringify(rows)}::json)
      as person (id uuid, user_id uuid, kind text, name text, email text, status text)`;
}

function pickRow(
  { hostId, eventTypeId }: DraftBooking,
  { teamId, rule, candidates }: NonNullable<Insertion["pick"]>,
  now: number,
) {
  return sql`
    insert into booking_picks (workspace_id, booking_id, event_type_id, team_id, host_id, rule, candidates, created_at)
    select workspace_id, id, ${eventTypeId}::uuid, ${teamId}::uuid, ${hostId}::uuid, ${rule},
      ${JSON.stringify(candidates)}::jsonb, ${instantSql(now)}
    from booking`;
}

/** Claims are taken in the order of the hosts' ids, so that two bookings of the same hosts cannot wait for each other. */
function inOrder(hostIds: readonly string[]) {
  return [...hostIds].sort();
}
