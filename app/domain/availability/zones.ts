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

// Questions come in runs about one zone.
let lastName = "";
let lastDays: Zone["days"] = new Map();

/** Milliseconds to add to the instant to get the zone's wall clock. Throws a RangeError for an unknown zone. */
export function offsetAt(zone: string, ms: number): number {
  const known = offsetsOn(zone, Math.floor(ms / DAY_MS));
  if (typeof known === "number") return known;
  return ms < known.at ? known.before : known.after;
}

/**
 * The instant of a wall clock time, `minutes` after the date's 00:00 (1440 is the next date's 00:00).
 * A time that does not exist moves forward by the gap; one that exists twice means its first occurrence.
 * This counts on a zone changing once at most in the 32 hours around. Tests hold it against another library, 1990 to 2037.
 */
export function wallToInstant(zone: string, epochDay: number, minutes: number): number {
  const wall = epochDay * DAY_MS + minutes * 60_000;
  const before = offsetAt(zone, wall - FURTHEST_MS);
  const after = offsetAt(zone, wall + FURTHEST_MS);
  if (before === after || offsetAt(zone, wall - before) === before) return wall - before;
  return offsetAt(zone, wall - after) === after ? wall - after : wall - before;
}

/**
 * For many dates in a row: the offset that a zone keeps all through a date, so that each of its times is that far from
 * UTC's; null for dates near a change.
 */
export function steadyOffsets(zone: string): (epochDay: number) => number | null {
  // A local date lies within its namesake in UTC and the days on either side.
  let last = NaN;
  let before: number | Change = NaN;
  let on: number | Change = NaN;
  let after: number | Change = NaN;
  return (epochDay) => {
    const isNext = epochDay === last + 1;
    before = isNext ? on : offsetsOn(zone, epochDay - 1);
    on = isNext ? after : offsetsOn(zone, epochDay);
    after = offsetsOn(zone, epochDay + 1);
    last = epochDay;
    return typeof on === "number" && before === on && after === on ? on : null;
  };
}

export function localDay(zone: string, ms: number): number {
  return Math.floor((ms + offsetAt(zone, ms)) / DAY_MS);
}

/** The local date of an instant, and an instant until which it is sure to last. */
export function dateAt(zone: string, ms: number): { day: number; until: number } {
  const utcDay = Math.floor(ms / DAY_MS);
  const known = offsetsOn(zone, utcDay);
  const offset = offsetAt(zone, ms);
  const steadyUntil = typeof known !== "number" && ms < known.at ? known.at : (utcDay + 1) * DAY_MS;
  const day = Math.floor((ms + offset) / DAY_MS);
  return { day, until: Math.min((day + 1) * DAY_MS - offset, steadyUntil) };
}

/** `localDay` for many questions in a row about the same date. */
export function dayReader(zone: string): (ms: number) => number {
  let from = Infinity;
  let last = { day: NaN, until: -Infinity };
  return (ms) => {
    if (ms < from || ms >= last.until) {
      last = dateAt(zone, ms);
      from = ms;
    }
    return last.day;
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

function offsetsOn(name: string, day: number): number | Change {
  if (name !== lastName) {
    lastDays = zones.get(name)?.days ?? new Map<number, number | Change>();
    lastName = name;
  }
  return lastDays.get(day) ?? learnDay(name, day);
}

function learnDay(name: string, day: number): number | Change {
  if (knownDays >= MAX_DAYS || zones.size >= MAX_ZONES) forgetAll();
  let zone = zones.get(name);
  if (!zone) zones.set(name, (zone = { format: wallFormat(name), days: new Map() }));
  lastDays = zone.days;
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
