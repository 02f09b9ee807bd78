import { DAY_MS } from "~/domain/availability/calendar-days";

// A zone's offset on one UTC day: one number, or both numbers and the instant between them.
type Change = { at: number; before: number; after: number };
type Zone = { format: Intl.DateTimeFormat; days: Map<number, number | Change> };

const MAX_DAYS = 200_000;
const MAX_ZONES = 1_000;
// No zone is further than this from UTC, local mean times included.
const FURTHEST_MS = 16 * 3_600_000;

const zones = new Map<string, Zone>();
let knownDays = 0;

// The last answer, since questions come in runs about one day.
let lastZone = "";
let lastDay = NaN;
let last: number | Change = 0;

/** Milliseconds to add to the instant to get the zone's wall clock. Throws a RangeError for an unknown zone. */
export function offsetAt(zone: string, ms: number): number {
  const day = Math.floor(ms / DAY_MS);
  if (day !== lastDay || zone !== lastZone) {
    last = zones.get(zone)?.days.get(day) ?? learnDay(zone, day);
    lastDay = day;
    lastZone = zone;
  }
  if (typeof last === "number") return last;
  return ms < last.at ? last.before : last.after;
}

/**
 * The instant of a wall clock time, `minutes` after the date's 00:00 (1440 is the next date's 00:00).
 * A time that does not exist moves forward by the gap; one that exists twice means its first occurrence.
 */
export function wallToInstant(zone: string, epochDay: number, minutes: number): number {
  const wall = epochDay * DAY_MS + minutes * 60_000;
  const before = offsetAt(zone, wall - FURTHEST_MS);
  const after = offsetAt(zone, wall + FURTHEST_MS);
  if (before === after || offsetAt(zone, wall - before) === before) return wall - before;
  return offsetAt(zone, wall - after) === after ? wall - after : wall - before;
}

export function localDay(zone: string, ms: number): number {
  return Math.floor((ms + offsetAt(zone, ms)) / DAY_MS);
}

/** `localDay` for many questions in a row about the same instant. */
export function dayReader(zone: string): (ms: number) => number {
  let lastMs = NaN;
  let day = NaN;
  return (ms) => {
    if (ms !== lastMs) {
      day = localDay(zone, ms);
      lastMs = ms;
    }
    return day;
  };
}

/** Whole minutes since the wall clock's 00:00. */
export function localMinutes(zone: string, ms: number): number {
  return Math.floor((ms + offsetAt(zone, ms) - localDay(zone, ms) * DAY_MS) / 60_000);
}

/** False for the rare date that a zone skipped whole, as Apia did with 2011-12-30. */
export function dateExists(zone: string, epochDay: number): boolean {
  return wallToInstant(zone, epochDay, 0) < wallToInstant(zone, epochDay, 1440);
}

function learnDay(name: string, day: number): number | Change {
  if (knownDays >= MAX_DAYS || zones.size >= MAX_ZONES) forgetAll();
  let zone = zones.get(name);
  if (!zone) zones.set(name, (zone = { format: wallFormat(name), days: new Map() }));
  const learned = readDay(zone.format, day * DAY_MS, (day + 1) * DAY_MS);
  zone.days.set(day, learned);
  knownDays++;
  return learned;
}

function readDay(format: Intl.DateTimeFormat, start: number, end: number): number | Change {
  const before = readOffset(format, start);
  const after = readOffset(format, end);
  if (before === after) return before;
  let [low, high] = [start, end];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (readOffset(format, middle) === before) low = middle;
    else high = middle;
  }
  return { at: high, before, after };
}

function forgetAll() {
  zones.clear();
  knownDays = 0;
}

function wallFormat(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
}

// The text is "11/23/2026, 10:30:00". Wall clocks have no milliseconds of their own, so the instant's are added back.
function readOffset(format: Intl.DateTimeFormat, ms: number): number {
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = (format.format(ms).match(/\d+/g) ?? []).map(
    Number,
  );
  const millis = ms - Math.floor(ms / 1000) * 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second, millis) - ms;
}
