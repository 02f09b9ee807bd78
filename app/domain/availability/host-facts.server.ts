import { sql, type SQL } from "drizzle-orm";
import { db, type Database, type Transaction } from "~db/client";
import { compile } from "~db/compile";
import { instantSql, millisecondsSql } from "~db/instant";
import { rangesSql, readRanges } from "~db/ranges";
import { DAY_MS } from "./calendar-days";
import type { Host, Range } from "./slots";
import type { ScheduleHours } from "./working-hours";

type Question = {
  workspaceId: string;
  hostIds: readonly string[];
  /** The schedule that counts for all of them; null: each host's default one. */
  scheduleId: string | null;
  /** Claims and busy blocks that meet this span are read, and the dates in and around it. */
  span: Range;
  /** What a limit counts: bookings of one event type that start in a span. */
  counted?: { eventTypeId: string; span: Range };
  /** A booking that is being moved does not stand in its own way. */
  ignoreBookingId?: string;
  /** Whether to read, too, who the hosts are. */
  withPeople?: boolean;
};

/** Who a host is: for the rows and mails of a booking. */
export type Person = { userId: string; name: string; email: string; timezone: string };

/** `updatedAt` is Postgres's own text, which has more digits than a Date. */
export type ScheduleVersion = { id: string; updatedAt: string };

export type HostFacts = {
  /** Those who have a schedule, in the order in which they were asked for. */
  hosts: Host[];
  people: Person[];
  /** The schedules that were read, as they were then. */
  schedules: ScheduleVersion[];
  /** The facts as text: the same text means the same facts. */
  stamp: string;
};

/** All that the slot function needs to know about hosts, in one statement whatever their number. */
export async function readHosts(question: Question, on: Database | Transaction = db): Promise<HostFacts> {
  if (question.hostIds.length === 0) return { hosts: [], people: [], schedules: [], stamp: "" };
  const { span, counted, ...rest } = question;
  const asked = statementFor(question)({
    ...rest,
    from: span.from,
    to: span.to,
    firstDay: Math.floor(span.from / DAY_MS) - 3,
    lastDay: Math.floor(span.to / DAY_MS) + 3,
    eventTypeId: counted?.eventTypeId,
    countedFrom: counted?.span.from,
    countedTo: counted?.span.to,
  });
  const rows = [...(await on.execute<Row>(asked))];
  const schedules = new Map<string, ScheduleHours>();
  const found = rows.filter((row) => row.schedule_id !== null);
  return {
    hosts: found.map((row) => hostOf(row, schedules)),
    people: rows.flatMap(({ person }) => person ?? []),
    schedules: found.map((row) => ({ id: row.schedule_id!, updatedAt: row.schedule_updated_at! })),
    stamp: rows.map(stampOf).join(),
  };
}

type Row = {
  host_id: string;
  schedule_id: string | null;
  schedule_updated_at: string | null;
  timezone: string;
  /** weekday,start,end,weekday,start,end,… in minutes of the day */
  hours: string | null;
  dates: string | null;
  claims: string | null;
  busy: string | null;
  /** Milliseconds, parted by commas. */
  starts: string | null;
  person: Person | null;
};

function stampOf({ host_id, timezone, hours, dates, claims, busy, starts }: Row) {
  return `${host_id} ${timezone} ${hours} ${dates} ${claims} ${busy} ${starts}`;
}

type Statement = ReturnType<typeof compile<string>>;
const statements = new Map<string, Statement>();

/** Only what is asked for is in the statement, so there are a few of it. */
function statementFor({ scheduleId, counted, ignoreBookingId, withPeople }: Question): Statement {
  const parts = {
    isNamed: scheduleId !== null,
    isCounted: !!counted,
    isMove: !!ignoreBookingId,
    withPeople: !!withPeople,
  };
  const key = Object.values(parts).join();
  const statement = statements.get(key) ?? compile(hostFacts(parts));
  statements.set(key, statement);
  return statement;
}

type Parts = { isNamed: boolean; isCounted: boolean; isMove: boolean; withPeople: boolean };

const workspaceId = sql`${sql.placeholder("workspaceId")}::uuid`;
const hostIds = unseen(sql`${sql.placeholder("hostIds")}::uuid[]`);

function hostFacts({ isNamed, isCounted, isMove, withPeople }: Parts) {
  const during = unseen(sql`tstzrange(${instantOf("from")}, ${instantOf("to")})`);
  const others = isMove ? sql`and booking_id <> ${sql.placeholder("ignoreBookingId")}` : sql``;
  const chosen = isNamed ? sql`id = ${sql.placeholder("scheduleId")}` : sql`user_id = host.id and is_default`;
  return sql`
    ${isCounted ? countedStarts(others) : sql``}
    select host.id as host_id, schedule.id as schedule_id, schedule.updated_at as schedule_updated_at, schedule.timezone,
      hours.list as hours, other.list as dates, claim.list as claims, block.list as busy,
      ${isCounted ? sql`counted.list` : sql`null`} as starts, ${withPeople ? person : sql`null`} as person
    from unnest(${hostIds}) with ordinality as host (id, place)
    left join lateral (
      select id, timezone, updated_at from booking_schedules where workspace_id = ${workspaceId} and ${chosen} limit 1
    ) schedule on true
    left join lateral (
      select string_agg(weekday || ',' || start_minute || ',' || end_minute, ',' order by weekday, start_minute) as list
      from booking_availability
      where workspace_id = ${workspaceId} and schedule_id = schedule.id
    ) hours on true
    left join lateral (
      select json_agg(json_build_array(date - date '1970-01-01', intervals) order by date)::text as list
      from booking_date_overrides
      where workspace_id = ${workspaceId} and schedule_id = schedule.id
        and date between ${dateOf("firstDay")} and ${dateOf("lastDay")}
    ) other on true
    left join lateral (
      select ${rangesSql("during")} as list from claims where host_id = host.id and during && ${during} ${others}
    ) claim on true
    left join lateral (
      select ${rangesSql("during")} as list from calendar_events
      where user_id = host.id and during && ${during} and connection_id = any(array(
        select id from calendar_connections where user_id = host.id and check_conflicts
      ))
    ) block on true
    ${isCounted ? sql`left join counted on counted.user_id = host.id` : sql``}
    order by host.place`;
}

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

function dateOf(name: string) {
  return sql`date '1970-01-01' + ${sql.placeholder(name)}::int`;
}

function hostOf(row: Row, schedules: Map<string, ScheduleHours>): Host {
  const id = row.schedule_id!;
  const schedule = schedules.get(id) ?? scheduleOf(row);
  schedules.set(id, schedule);
  return {
    id: row.host_id,
    schedule,
    claims: readRanges(row.claims),
    busy: readRanges(row.busy),
    bookedStarts: numbers(row.starts),
  };
}

function scheduleOf({ timezone, hours, dates }: Row): ScheduleHours {
  const weekly: number[][] = [[], [], [], [], [], [], []];
  const list = numbers(hours);
  for (let i = 0; i < list.length; i += 3) weekly[list[i]!]!.push(list[i + 1]!, list[i + 2]!);
  return { timeZone: timezone, weekly, overrides: new Map(dates ? (JSON.parse(dates) as [number, number[]][]) : []) };
}

function numbers(list: string | null): number[] {
  return list ? (JSON.parse(`[${list}]`) as number[]) : [];
}
