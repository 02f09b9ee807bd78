import { sql, type Placeholder, type SQL } from "drizzle-orm";
import { compile } from "~db/compile";
import { instantSql, millisecondsSql } from "~db/instant";
import { rangesSql } from "~db/ranges";

/** One for each host that was asked for, in that order. */
export type FactsRow = {
  /** A `ScheduleRow` as JSON; empty where it is still as the asker knows it, null where there is none. */
  schedule: string | null;
  claims: string | null;
  busy: string | null;
  /** Since when a calendar was not read that stops offers then; in milliseconds. */
  stale: string | null;
  /** Milliseconds, parted by commas; only where bookings are counted. */
  starts?: string | null;
  /** Only where people are asked for. */
  person?: { userId: string; name: string; email: string; timezone: string };
};

export type ScheduleRow = {
  id: string;
  version: string;
  timezone: string;
  hours: [weekday: number, start: number, end: number][] | null;
  dates: [epochDay: number, intervals: number[]][] | null;
};

/** What is asked for besides the schedules and what is taken. */
export type Parts = { isNamed: boolean; isCounted: boolean; isMove: boolean; withPeople: boolean };

type Statement = ReturnType<typeof compile<string>>;
const statements = new Map<string, Statement>();

/** Only what is asked for is in the statement, so there are a few of it. */
export function hostFactsStatement(parts: Parts): Statement {
  const key = Object.values(parts).join();
  const statement = statements.get(key) ?? compile(hostFacts(parts));
  statements.set(key, statement);
  return statement;
}

const takenOf = sql`${sql.placeholder("takenOf")}::int`;
const workspaceId = sql`${sql.placeholder("workspaceId")}::uuid`;

function hostFacts({ isNamed, isCounted, isMove, withPeople }: Parts) {
  const during = unseen(sql`tstzrange(${instantOf("from")}, ${instantOf("to")})`);
  const others = isMove ? sql`and booking_id <> ${sql.placeholder("ignoreBookingId")}` : sql``;
  const chosen = isNamed ? sql`id = ${sql.placeholder("scheduleId")}` : sql`user_id = host.id and is_default`;
  return sql`
    ${isCounted ? countedStarts(others) : sql``}
    select case when schedule.xmin = host.version then '' when schedule.id is not null then ${wholeSchedule} end as schedule,
      claim.list as claims, block.list as busy, ${millisecondsSql("calendars.stale_at")} as stale
      ${isCounted ? sql`, counted.list as starts` : sql``} ${withPeople ? sql`, ${person} as person` : sql``}
    from unnest(${unseen(sql`${sql.placeholder("hostIds")}::uuid[]`)}, ${unseen(sql`${sql.placeholder("versions")}::xid[]`)})
      with ordinality as host (id, version, place)
    left join lateral (
      select id, xmin, timezone from booking_schedules
      where workspace_id = ${workspaceId} and ${chosen} limit 1
    ) schedule on true
    left join lateral (
      select ${rangesSql("during")} as list from claims
      where host.place <= ${takenOf} and host_id = host.id and during && ${during} ${others}
    ) claim on true
    left join lateral (
      select array_agg(id) as ids, min(stale_at) filter (where ${stopsOffers(sql.placeholder("now"))}) as stale_at
      from calendar_connections
      where host.place <= ${takenOf} and user_id = host.id and check_conflicts
    ) calendars on true
    left join lateral (
      select ${rangesSql("during")} as list from calendar_events
      where calendars.ids is not null and user_id = host.id and during && ${during} and connection_id = any(calendars.ids)
        ${isMove ? sql`and not ${isOwnEvent}` : sql``}
    ) block on true
    ${isCounted ? sql`left join counted on counted.user_id = host.id` : sql``}
    order by host.place`;
}

/** A booking's own event, which its host has moved in their calendar, is where the booking may follow it. */
const isOwnEvent = sql`exists (
          select 1 from booking_calendar_events own
          where own.booking_id = ${sql.placeholder("ignoreBookingId")} and own.workspace_id = calendar_events.workspace_id
            and own.connection_id = calendar_events.connection_id
            and own.provider_event_id = calendar_events.provider_event_id
        )`;

/** Of a calendar whose blocks count: its host wants nothing offered once it was not read for so long. */
export function stopsOffers(now: number | Placeholder | SQL) {
  return sql`stale_stops_offers and sync_enabled and stale_at <= ${instantSql(now)}`;
}

// xmin names the transaction that wrote the row, so that it changes with every change, by whatever clock.
const wholeSchedule = sql`json_build_object(
        'id', schedule.id, 'version', schedule.xmin::text, 'timezone', schedule.timezone,
        'hours', (
          select json_agg(json_build_array(weekday, start_minute, end_minute) order by weekday, start_minute)
          from booking_availability where workspace_id = ${workspaceId} and schedule_id = schedule.id
        ),
        'dates', (
          select json_agg(json_build_array(date - date '1970-01-01', intervals) order by date)
          from booking_date_overrides where workspace_id = ${workspaceId} and schedule_id = schedule.id
        )
      )::text`;

const person = sql`(
    select json_build_object('userId', id, 'name', name, 'email', email, 'timezone', timezone)
    from users where users.id = host.id
  )`;

// "is true" keeps the workspace out of the choice of an index: it alone would be read from end to end.
function countedStarts(others: SQL) {
  return sql`with counted as (
      select attendee.user_id, string_agg(${millisecondsSql("start_time")}::text, ',' order by start_time) as list
      from bookings join booking_attendees attendee
        on attendee.workspace_id = bookings.workspace_id and attendee.booking_id = bookings.id
          and attendee.kind = 'host'
      where (bookings.workspace_id = ${workspaceId}) is true and event_type_id = ${sql.placeholder("eventTypeId")}
        and start_time >= ${instantOf("countedFrom")} and start_time < ${instantOf("countedTo")}
        and bookings.status in ('pending', 'confirmed', 'completed') ${others}
      group by attendee.user_id
    )`;
}

/**
 * A value that the planner does not look at. Were it to, it would find a little to gain from each new value and plan this
 * statement anew at every call, which takes longer than to run it.
 */
function unseen(value: SQL) {
  return sql`(select ${value})`;
}

function instantOf(name: string) {
  return instantSql(sql.placeholder(name));
}
