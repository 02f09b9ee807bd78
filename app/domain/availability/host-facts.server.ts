import { db, type Database, type Transaction } from "~db/client";
import { readRanges } from "~db/ranges";
import { hostFactsStatement, type FactsRow, type ScheduleRow } from "./host-facts-statement.server";
import { KnownSchedules, type KnownSchedule } from "./known-schedules.server";
import type { Host, Range } from "./slots";

type Question = {
  workspaceId: string;
  hostIds: readonly string[];
  /** The schedule that counts for all of them; null: each host's default one. */
  scheduleId: string | null;
  /** Claims and busy blocks that meet this span are read. */
  span: Range;
  /** Only of so many hosts, the first ones; left out, of all. */
  takenOf?: number;
  /** The moment, which decides whether a calendar was not read for so long that nothing may be offered. */
  now: number;
  /** What a limit counts: bookings of one event type that start in a span. */
  counted?: { eventTypeId: string; span: Range };
  /** A booking that is being moved does not stand in its own way. */
  ignoreBookingId?: string;
  /** Whether to read, too, who the hosts are. */
  withPeople?: boolean;
};

/** Who a host is: for the rows and mails of a booking. */
export type Person = { userId: string; name: string; email: string; timezone: string };

/** Another version after each change of the schedule, its hours and its dates. */
export type ScheduleVersion = Pick<KnownSchedule, "id" | "version">;

export type HostFacts = {
  /** Those who have a schedule, in the order in which they were asked for. */
  hosts: Host[];
  /** Those of them of whom it was not asked what they have taken. */
  others: Pick<Host, "id" | "schedule">[];
  people: Person[];
  /** The schedules of these hosts, as they are now. */
  schedules: ScheduleVersion[];
  /** The facts as text: the same text means the same facts. */
  stamp: string;
};

const knownSchedules = new KnownSchedules();

// No transaction has this number, so no row has this version.
const unknown = "0";

/** All that the slot function needs to know about hosts, in one statement whatever their number. */
export async function readHosts(question: Question, on: Database | Transaction = db): Promise<HostFacts> {
  const { workspaceId, hostIds, scheduleId, span, counted, ignoreBookingId, withPeople } = question;
  const takenOf = question.takenOf ?? hostIds.length;
  const keys = hostIds.map((id) => keyOf(workspaceId, id, scheduleId));
  const known = keys.map((key) => knownSchedules.get(key));
  const statement = hostFactsStatement({
    isNamed: scheduleId !== null,
    isCounted: !!counted,
    isMove: !!ignoreBookingId,
    withPeople: !!withPeople,
  });
  const asked = statement({
    workspaceId,
    hostIds,
    versions: known.map((schedule) => schedule?.version ?? unknown),
    scheduleId,
    ignoreBookingId,
    from: span.from,
    to: span.to,
    takenOf,
    now: question.now,
    eventTypeId: counted?.eventTypeId,
    countedFrom: counted?.span.from,
    countedTo: counted?.span.to,
  });
  const facts: HostFacts = { hosts: [], others: [], people: [], schedules: [], stamp: "" };
  if (hostIds.length === 0) return facts;
  for (const [index, row] of (await on.execute<FactsRow>(asked)).entries()) {
    const schedule = row.schedule === "" ? known[index]! : scheduleOf(row.schedule, keys[index]!);
    const id = hostIds[index]!;
    const { claims, busy, stale, starts, person } = row;
    facts.stamp += `${id} ${schedule?.stamp} ${claims} ${busy} ${stale} ${starts},`;
    if (person) facts.people.push(person);
    if (!schedule) continue;
    facts.schedules.push(schedule);
    if (index < takenOf) facts.hosts.push(hostOf(id, schedule, row, span));
    else facts.others.push({ id, schedule: schedule.hours });
  }
  return facts;
}

/** The schedule that counts for a host as this process has read it last; it may have changed since. */
export function knownSchedule(workspaceId: string, hostId: string, scheduleId: string | null) {
  return knownSchedules.get(keyOf(workspaceId, hostId, scheduleId));
}

function keyOf(workspaceId: string, hostId: string, scheduleId: string | null) {
  return `${workspaceId} ${scheduleId ?? `default of ${hostId}`}`;
}

function hostOf(id: string, { hours }: KnownSchedule, { claims, busy, stale, starts }: FactsRow, span: Range): Host {
  const unread = stale === null || Number(stale) >= span.to ? [] : [Number(stale), span.to];
  return {
    id,
    schedule: hours,
    claims: readRanges(claims),
    busy: [...readRanges(busy), ...unread],
    bookedStarts: starts ? (JSON.parse(`[${starts}]`) as number[]) : [],
  };
}

function scheduleOf(text: string | null, key: string): KnownSchedule | null {
  if (text === null) return null;
  const { id, version, timezone, hours, dates } = JSON.parse(text) as ScheduleRow;
  const weekly: number[][] = [[], [], [], [], [], [], []];
  for (const [weekday, start, end] of hours ?? []) weekly[weekday]!.push(start, end);
  const stamp = JSON.stringify([timezone, hours, dates]);
  const schedule = { id, version, stamp, hours: { timeZone: timezone, weekly, overrides: new Map(dates) } };
  knownSchedules.learn(key, schedule);
  return schedule;
}
