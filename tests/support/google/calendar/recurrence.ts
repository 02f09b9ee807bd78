import ICAL from "ical.js";
import { DateTime } from "luxon";
import { Refusal } from "../refusals";
import type { GoogleEvent } from "../world";
import { idSuffix, instantOf, type Time, written } from "./times";

/** Google shows that many instances of a series where no end is asked for; more only to reach the coming year. */
const INSTANCES_AT_MOST = 730;
const DAY_MS = 86_400_000;
const YEAR_MS = 366 * DAY_MS;
const STEPS_AT_MOST = 20_000;

type Rule =
  | { name: "RRULE"; recur: ICAL.Recur; until: { instant: number } | { date: string } | null }
  | { name: "RDATE" | "EXDATE"; starts: string[] };

/** One line of `recurrence`; starts are wall clock times of the zone, or dates. */
export function readRule(line: string, zone: string): Rule {
  const [, name, parameters = "", value = ""] = /^(RRULE|RDATE|EXDATE)((?:;[^:]+)?):(.+)$/.exec(line) ?? [];
  if (name === "RDATE" || name === "EXDATE") {
    const from = /;TZID=([^;]+)/.exec(parameters)?.[1] ?? zone;
    return { name, starts: value.split(",").map((each) => wallOf(each, from, zone)) };
  }
  try {
    if (name !== "RRULE") throw new Error("unknown");
    const until = /UNTIL=(\w+)/.exec(value)?.[1];
    const recur = ICAL.Recur.fromString(value.replace(/;?UNTIL=\w+/, "").replace(/^;/, ""));
    return { name, recur, until: until ? readUntil(until, zone) : null };
  } catch {
    throw new Refusal(400, "invalid", "Invalid recurrence rule.");
  }
}

function readUntil(text: string, zone: string) {
  if (text.length === 8) return { date: DateTime.fromFormat(text, "yyyyMMdd").toISODate()! };
  const instant = DateTime.fromISO(text, { zone }).toMillis();
  if (Number.isNaN(instant)) throw new Error("no date");
  return { instant };
}

function wallOf(text: string, from: string, zone: string) {
  const time = DateTime.fromISO(text, { zone: from }).setZone(zone);
  if (!time.isValid) throw new Refusal(400, "invalid", "Invalid recurrence rule.");
  return text.length === 8 ? time.toISODate() : time.toFormat("yyyy-MM-dd'T'HH:mm:ss");
}

type Range = { from?: number; until?: number };

/** The instances of a series in their order, as if none had been changed by itself. */
export function instancesOf(master: GoogleEvent, calendarZone: string, { from, until }: Range = {}): GoogleEvent[] {
  const zone = master.start?.timeZone ?? calendarZone;
  const length = instantOf(master.end, calendarZone) - instantOf(master.start, calendarZone);
  const found: GoogleEvent[] = [];
  for (const wall of startsOf(master, zone, { from: from === undefined ? undefined : from - length, until })) {
    const start = timeOf(wall, zone);
    const instant = instantOf(start, calendarZone);
    if (until !== undefined && instant >= until) break;
    if (from !== undefined && instant + length <= from) continue;
    if (found.length >= INSTANCES_AT_MOST && instant > Date.now() + YEAR_MS) break;
    found.push(instance(master, start, endOf(master, wall, zone), calendarZone));
  }
  return found;
}

/** The instance that has this id. */
export function instanceWithId(master: GoogleEvent, calendarZone: string, id: string) {
  const at = DateTime.fromISO(id.slice(master.id!.length + 1), { zone: "UTC" }).toMillis();
  const around = { from: at - DAY_MS, until: at + DAY_MS };
  return Number.isNaN(at) ? undefined : instancesOf(master, calendarZone, around).find((each) => each.id === id);
}

function startsOf(master: GoogleEvent, zone: string, range: Range): string[] {
  const first = master.start?.date ?? wallOf(master.start!.dateTime!, zone, zone);
  const rules = (master.recurrence ?? []).map((line) => readRule(line, zone));
  const starts = new Set<string>();
  const excluded = new Set<string>();
  for (const rule of rules) {
    if (rule.name === "RRULE") for (const start of repeated(rule, first, zone, range)) starts.add(start);
    else for (const start of rule.starts) (rule.name === "RDATE" ? starts : excluded).add(start);
  }
  if (!rules.some(({ name }) => name === "RRULE")) starts.add(first);
  return [...starts].filter((start) => !excluded.has(start)).sort();
}

// The library counts in wall clock times. Their texts are in the order of time, near enough: a day is left on each side.
function* repeated(rule: Extract<Rule, { name: "RRULE" }>, first: string, zone: string, { from, until }: Range) {
  const { fromDateString, fromDateTimeString } = ICAL.Time;
  const steps = rule.recur.iterator(first.length === 10 ? fromDateString(first) : fromDateTimeString(first));
  const earliest = wallAt((from ?? -1e14) - DAY_MS, zone);
  const latest = wallAt((until ?? 1e14) + DAY_MS, zone);
  const end = rule.until && ("date" in rule.until ? rule.until.date : wallAt(rule.until.instant, zone));
  for (let step = 0; step < STEPS_AT_MOST; step++) {
    const wall = (steps.next() as ICAL.Time | null)?.toString();
    if (wall === undefined || wall > latest || (end && wall.slice(0, end.length) > end)) return;
    if (wall >= earliest) yield wall;
  }
}

const wallAt = (ms: number, zone: string) => DateTime.fromMillis(ms, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ss");

function timeOf(wall: string, zone: string): Time {
  if (wall.length === 10) return { date: wall };
  return { dateTime: written(DateTime.fromISO(wall, { zone }).toMillis(), zone), timeZone: zone };
}

/** An instance lasts as long by the wall clock as the first one. */
function endOf({ start, end }: GoogleEvent, wall: string, zone: string): Time {
  if (wall.length === 10) {
    const days = DateTime.fromISO(end!.date!).diff(DateTime.fromISO(start!.date!), "days").days;
    return { date: DateTime.fromISO(wall).plus({ days }).toISODate()! };
  }
  const [from, to] = [start!, end!].map((time) =>
    DateTime.fromISO(time.dateTime!, { zone }).setZone("UTC", { keepLocalTime: true }),
  );
  const moved = DateTime.fromISO(wall, { zone: "UTC" }).plus(to!.diff(from!));
  return timeOf(moved.toFormat("yyyy-MM-dd'T'HH:mm:ss"), zone);
}

function instance(master: GoogleEvent, start: Time, end: Time, calendarZone: string): GoogleEvent {
  const { recurrence: _, ...shared } = master;
  const id = `${master.id}_${idSuffix(start, calendarZone)}`;
  return { ...shared, id, recurringEventId: master.id!, originalStartTime: start, start, end };
}
