import { isoWeekStart } from "~/domain/availability/calendar-days";
import { merge, startInOrder, type Intervals } from "~/domain/availability/intervals";
import type { ScheduleHours } from "~/domain/availability/working-hours";
import { dateAt, localDay } from "~/domain/availability/zones";

export type SlotRules = {
  durationMs: number;
  intervalMs: number;
  bufferBeforeMs: number;
  bufferAfterMs: number;
  minimumNoticeMs: number;
  /** Days after today, in the schedule's zone; null = no end. */
  windowDays: number | null;
  excludedDates: ReadonlySet<number>;
  maxPerDay: number | null;
  maxPerWeek: number | null;
};

export type Host = {
  id: string;
  schedule: ScheduleHours;
  /** Live claims with the buffers they carry, in any order. */
  claims: Intervals;
  /** What connected calendars say is taken, in any order. */
  busy: Intervals;
  /** Starts of this host's pending, confirmed and completed bookings of this event type. */
  bookedStarts: readonly number[];
};

export type Reason =
  "outside_hours" | "excluded_date" | "notice" | "window" | "daily_limit" | "weekly_limit" | "claimed" | "busy";

/** One rule: takes the starts that it refuses out of a list in order. Listing and explaining both run these. */
export type Check = { reason: Reason; sift: (starts: number[]) => void };

/** The first and last local date that a question touches, both included. */
export type Dates = { first: number; last: number };

/** The rules that are the same for every host with the same hours; `open` is the hours' joined stretches. */
export function hoursChecks(rules: SlotRules, zone: string, open: Intervals, now: number, dates: Dates): Check[] {
  const checks: Check[] = [
    { reason: "outside_hours", sift: within(open, rules.durationMs) },
    { reason: "notice", sift: notBefore(now + rules.minimumNoticeMs) },
  ];
  if (someWithin(rules.excludedDates, dates)) {
    checks.push({ reason: "excluded_date", sift: onDates(zone, (day) => !rules.excludedDates.has(day)) });
  }
  if (rules.windowDays !== null) {
    const lastDay = localDay(zone, now) + rules.windowDays;
    if (dates.last > lastDay) checks.push({ reason: "window", sift: onDates(zone, (day) => day <= lastDay) });
  }
  return checks;
}

/** The rules on how many bookings of this event type one host has already. */
export function limitChecks(rules: SlotRules, host: Host): Check[] {
  const { maxPerDay, maxPerWeek } = rules;
  if (maxPerDay === null && maxPerWeek === null) return [];
  const zone = host.schedule.timeZone;
  const booked: number[] = [];
  for (const start of host.bookedStarts) booked.push(localDay(zone, start));
  const checks: Check[] = [];
  if (maxPerDay !== null && mayReach(booked, maxPerDay, 1)) {
    checks.push({ reason: "daily_limit", sift: notFull(zone, booked, maxPerDay, (day) => day) });
  }
  if (maxPerWeek !== null && mayReach(booked, maxPerWeek, 7)) {
    checks.push({ reason: "weekly_limit", sift: notFull(zone, booked, maxPerWeek, isoWeekStart) });
  }
  return checks;
}

/** The rules on time that one host has given away already. */
export function takenChecks(rules: SlotRules, host: Host): Check[] {
  const checks: Check[] = [];
  if (host.claims.length > 0) checks.push({ reason: "claimed", sift: clearOf(rules, host.claims) });
  if (host.busy.length > 0) checks.push({ reason: "busy", sift: clearOf(rules, host.busy) });
  return checks;
}

/** What a booking at this start would claim, buffers included. */
export function heldSpan(rules: SlotRules, start: number): [from: number, to: number] {
  return [start - rules.bufferBeforeMs, start + rules.durationMs + rules.bufferAfterMs];
}

function someWithin(days: ReadonlySet<number>, { first, last }: Dates): boolean {
  for (const day of days) if (day >= first && day <= last) return true;
  return false;
}

/**
 * Spares the checks where no period can be full, as is mostly so. If each booking is dated so many days after the one
 * `limit - 1` places before it, then at most `limit - 1` of them lie that close together, in whatever order they come.
 */
function mayReach(booked: readonly number[], limit: number, days: number): boolean {
  if (limit < 1) return true;
  for (let i = limit - 1; i < booked.length; i++) if (booked[i]! - booked[i - limit + 1]! < days) return true;
  return false;
}

function notFull(
  zone: string,
  booked: readonly number[],
  limit: number,
  periodOf: (day: number) => number,
): Check["sift"] {
  const counts = new Map<number, number>();
  for (const day of booked) counts.set(periodOf(day), (counts.get(periodOf(day)) ?? 0) + 1);
  return onDates(zone, (day) => (counts.get(periodOf(day)) ?? 0) < limit);
}

// Starts and stretches are both in order, so each rule walks along them once.

/** A rule on nothing but the start's date in the zone. */
function onDates(zone: string, allows: (day: number) => boolean): Check["sift"] {
  return (starts) => {
    let kept = 0;
    let until = -Infinity;
    let isAllowed = false;
    for (let i = 0; i < starts.length; i++) {
      const start = starts[i]!;
      if (start >= until) {
        const date = dateAt(zone, start);
        until = date.until;
        isAllowed = allows(date.day);
      }
      if (isAllowed) starts[kept++] = start;
    }
    starts.length = kept;
  };
}

function notBefore(earliest: number): Check["sift"] {
  return (starts) => {
    let early = 0;
    while (early < starts.length && starts[early]! < earliest) early++;
    starts.splice(0, early);
  };
}

/** The slot must lie wholly inside one stretch. */
function within(open: Intervals, durationMs: number): Check["sift"] {
  return (starts) => {
    let kept = 0;
    let at = 0;
    for (let i = 0; i < starts.length; i++) {
      const start = starts[i]!;
      while (at < open.length && open[at + 1]! <= start) at += 2;
      if (at < open.length && open[at]! <= start && open[at + 1]! >= start + durationMs) starts[kept++] = start;
    }
    starts.length = kept;
  };
}

/** The slot with its buffers must not meet any stretch. */
function clearOf(rules: SlotRules, list: Intervals): Check["sift"] {
  const before = rules.bufferBeforeMs;
  const after = rules.durationMs + rules.bufferAfterMs;
  return (starts) => {
    if (starts.length === 0) return;
    const { taken, first, end } = near(list, starts[0]! - before, starts[starts.length - 1]! + after);
    let kept = 0;
    let at = first;
    for (let i = 0; i < starts.length; i++) {
      const start = starts[i]!;
      while (at < end && taken[at + 1]! <= start - before) at += 2;
      if (at >= end || taken[at]! >= start + after) starts[kept++] = start;
    }
    starts.length = kept;
  };
}

/**
 * The part of a list, from `first` to before `end`, outside which nothing meets the span. Within it stretches are in the
 * order of their starts and may overlap: of those that end after an instant, the first in order also begins first.
 */
function near(list: Intervals, from: number, to: number): { taken: Intervals; first: number; end: number } {
  let first = 0;
  let end = list.length;
  while (first < end && list[first + 1]! <= from) first += 2;
  while (first < end && list[end - 2]! >= to) end -= 2;
  if (startInOrder(list, first, end)) return { taken: list, first, end };
  const taken = merge(list);
  return { taken, first: 0, end: taken.length };
}
