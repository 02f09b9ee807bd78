import { sql, type SQL } from "drizzle-orm";
import type { Database, Transaction } from "~db/client";
import { compile } from "~db/compile";
import { instantSql } from "~db/instant";
import { addJobs } from "~db/queue";
import type { ScheduleVersion } from "../availability/host-facts.server";
import { newContactJobs } from "../calendars/want-contacts.server";
import { eventJobs, insertWantedEvents } from "../calendars/want-events.server";
import type { Through } from "../links/link";
import { stillLetsThrough } from "../links/through.server";
import type { KnownVersions } from "../event-types/known-event-types.server";
import type { NewNotification } from "../notifications/notification";
import { insertMails, mailJobs } from "../notifications/notify.server";
import { insertAskingRows, type Asking } from "./ask-hosts.server";
import type { Actor, Booking } from "./booking";
import { areMembers, during, isAsKnown, isBusy, isStill, isUnread } from "./insertion-checks.server";
import { insertionColumns, insertionRow } from "./insertion-row.server";
import { isSubscribed } from "../webhooks/announce.server";
import type { Candidate, PickRule } from "./pick-host";
import { insertMove } from "./record-move.server";
import { reminderJobs } from "./remind.server";

/** A booking before it is written: the rest of it is known only then. */
export type DraftBooking = Omit<
  Booking,
  "number" | "workspace" | "cancellationReason" | "meetingUrl" | "icalUid" | "link"
>;

export type Insertion = {
  booking: DraftBooking;
  /** Whose time it takes, and which, buffers included. */
  claim: { hostIds: readonly string[]; from: number; to: number };
  /** Through whose page it is booked. */
  teamId?: string | null;
  /** Through which link. A one-time one takes no second booking: its unique index sees to that. */
  through?: Through | null;
  /** Why the one host of it was picked among several. */
  pick?: { teamId: string | null; rule: PickRule; candidates: Candidate[] };
  /** Of all hands, who is asked whether they come. */
  askings?: Asking[];
  mails: NewNotification[];
  actor: Actor;
  submissionKey: string | null;
  /** The event type and the schedules as they were when the rules were asked, unless a lock keeps them so. */
  asked?: {
    eventType: Date;
    schedules: ScheduleVersion[];
    /** What of it was not read just now but known from before, when nobody looked whether the time is free either. */
    known?: KnownVersions;
  };
  now: number;
};

/** `isUntold`: only where nobody is to be told of it by a webhook. */
type Condition = { isUntold: boolean };

/**
 * Writes a booking with its claims, attendees, history, audit line, mails and jobs in one statement, and only if what the
 * rules were asked about is still so: the event type, the hours, the calendars; the claims' constraint sees to the rest.
 * Null: something of it has changed, and nothing is written.
 */
export async function insertBooking(
  on: Database | Transaction,
  insertion: Insertion,
  { isUntold }: Condition,
): Promise<Booking | null> {
  const { booking, asked, pick, askings = [] } = insertion;
  const statement = statementOf({
    isAsked: !!asked,
    isKnown: !!asked?.known,
    isPicked: !!pick,
    hasAskings: askings.length > 0,
    isEntered: booking.status === "confirmed",
    isUntold,
    through: insertion.through?.kind ?? null,
  });
  const values = { wanted: JSON.stringify(insertionRow(insertion)) };
  const [row] = await on.execute<Written>(statement(values));
  if (!row) return null;
  const { name, slug } = row;
  return {
    ...booking,
    number: Number(row.number),
    workspace: { name, slug },
    cancellationReason: null,
    meetingUrl: null,
    icalUid: row.uid,
    link: row.link,
  };
}

type Written = { number: string; uid: string | null; name: string; slug: string; link: Booking["link"] };

/** `isEntered`: it is a meeting already, which calendars and contacts follow. */
type Parts = {
  isAsked: boolean;
  isKnown: boolean;
  isPicked: boolean;
  hasAskings: boolean;
  isEntered: boolean;
  isUntold: boolean;
  through: Through["kind"] | null;
};
type Statement = ReturnType<typeof compile<"wanted">>;
const statements = new Map<string, Statement>();

/** Only what is written is in the statement, so there are a few of it. */
function statementOf(parts: Parts): Statement {
  const key = Object.values(parts).join();
  const statement = statements.get(key) ?? compile(wholeInsertion(parts));
  statements.set(key, statement);
  return statement;
}

const isWritten = sql`exists (select 1 from wanted)`;

/**
 * All values come by way of one row, which is there only if what the rules were asked about is still so. The planner does
 * not look into it: it would find a little to gain from each new value and plan the statement anew for every booking, which
 * takes as long as to run it.
 */
function wholeInsertion({ isAsked, isKnown, isPicked, hasAskings, isEntered, isUntold, through }: Parts): SQL {
  const entering = isEntered ? [eventJobs(sql`event`), newContactJobs] : [];
  return sql`
    with wanted as materialized (
      select wanted.* from json_to_record(${sql.placeholder("wanted")}::json) as wanted (${insertionColumns})
      join booking_event_types event_type
        on event_type.workspace_id = wanted.workspace_id and event_type.id = wanted.event_type_id
      where is_active and archived_at is null ${isAsked ? sql`and ${isStill}` : sql``}
        ${isKnown ? sql`and ${isAsKnown}` : sql``} ${through ? sql`and ${stillLetsThrough[through]}` : sql``} ${isUntold ? sql`and not ${isSubscribed(sql`wanted.workspace_id`)}` : sql``} and not ${isBusy} and not ${isUnread} and ${areMembers}
    ),
    booking as (${bookingRow}),
    claim as (
      insert into claims (workspace_id, booking_id, host_id, during)
      select workspace_id, booking_id, each_id, ${during} from wanted, unnest(host_ids) as each_id
    ),
    attendee as (${attendeeRows}),
    ${hasAskings ? sql`asking as (${insertAskingRows(sql`(select askings from wanted)`, isWritten)}),` : sql``}
    ${isPicked ? sql`pick as (${pickRow}),` : sql``}
    ${insertMove(moveOf, sql`from wanted`)},
    ${isEntered ? sql`event as (${insertWantedEvents}),` : sql``}
    mail as (${insertMails(sql`(select mails from wanted)`, isWritten)})
    select booking.number, booking.ical_uid as uid, workspaces.name, workspaces.slug, ${through === "evergreen" ? linkOf : sql`null as link`},
      ${addJobs(mailJobs(sql`mail`), reminders, ...entering)} as jobs
    from booking, wanted join workspaces on workspaces.id = wanted.workspace_id`;
}

const linkOf = sql`(
      select json_build_object('title', title, 'token', token, 'isActive', is_active) from booking_links link
      where link.workspace_id = wanted.workspace_id and link.id = wanted.link_id
    ) as link`;

/** Where the one who leads has their events at Google, which gives them UIDs of its own, invitations carry that one. */
const uidOfGoogle = sql`
    select google_uid from calendar_connections connection
    where connection.workspace_id = wanted.workspace_id and user_id = wanted.host_id and create_events and provider = 'google'`;

const bookingRow = sql`
    insert into bookings (
      workspace_id, id, uid, event_type_id, host_id, team_id, client_id, invitee_name, invitee_email, start_time, end_time,
      timezone, locale, status, confirmed_at, notes, answers, template_version_id, link_id, one_time_link_id, location_type,
      location_value, sequence, metadata, ical_uid, submission_key, created_at, updated_at
    )
    select workspace_id, booking_id, uid, event_type_id, host_id, team_id, client_id, invitee_name, invitee_email,
      ${instantSql(sql`start_time`)}, ${instantSql(sql`end_time`)}, timezone,
      locale, status, ${instantSql(sql`confirmed_at`)}, notes, answers, template_version_id, link_id, one_time_link_id,
      location_type, location_value, sequence, metadata, (${uidOfGoogle}), submission_key, ${instantSql(sql`now`)}, ${instantSql(sql`now`)}
    from wanted
    returning number, ical_uid`;

const attendeeRows = sql`
    insert into booking_attendees (workspace_id, id, booking_id, user_id, kind, name, email, status)
    select workspace_id, person.id, booking_id, person.user_id, kind, person.name, email, person.status
    from wanted, json_to_recordset(attendees)
      as person (id uuid, user_id uuid, kind text, name text, email text, status text)`;

const pickRow = sql`
    insert into booking_picks (workspace_id, booking_id, event_type_id, team_id, host_id, rule, candidates, created_at)
    select workspace_id, booking_id, event_type_id, picked.team_id, host_id, rule, candidates, ${instantSql(sql`now`)}
    from wanted, json_to_record(pick) as picked (team_id uuid, rule text, candidates jsonb)`;

const moveOf = {
  workspaceId: sql`workspace_id`,
  bookingId: sql`booking_id`,
  move: sql`move`,
  actorKind: sql`actor_kind`,
  actorId: sql`actor_id`,
  reason: sql`null`,
  startBefore: sql`null`,
  startAfter: sql`start_time`,
  hostBefore: sql`null`,
  hostAfter: sql`null`,
  now: sql`now`,
};

const reminders = reminderJobs(sql`(
    select workspace_id::text, booking_id::text, remind_at from wanted where remind_at is not null
  )`);
