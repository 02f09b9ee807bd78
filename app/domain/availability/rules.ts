import { isoWeekStart } from "~/domain/availability/calendar-days";
import { containsReader, merge, overlapsReader, type Intervals } from "~/domain/availability/intervals";
import type { ScheduleHours } from "~/domain/availability/working-hours";

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

/** The local date of an instant, in the zone of the schedule in question. */
export type DayOf = (ms: number) => number;

/** One rule: whether it refuses a start. Listing and explaining both run these, in this order. */
export type Check = { reason: Reason; refuses: (start: number) => boolean };

/** The rules that are the same for every host with the same hours; `open` is the hours' joined stretches. */
export function hoursChecks(rules: SlotRules, dayOf: DayOf, open: Intervals, now: number): Check[] {
  const isOpen = containsReader(open);
  const earliest = now + rules.minimumNoticeMs;
  const checks: Check[] = [
    { reason: "outside_hours", refuses: (start) => !isOpen(start, start + rules.durationMs) },
    { reason: "notice", refuses: (start) => start < earliest },
  ];
  if (rules.excludedDates.size > 0) {
    checks.push({ reason: "excluded_date", refuses: byDate(dayOf, (day) => rules.excludedDates.has(day)) });
  }
  if (rules.windowDays !== null) {
    const lastDay = dayOf(now) + rules.windowDays;
    checks.push({ reason: "window", refuses: byDate(dayOf, (day) => day > lastDay) });
  }
  return checks;
}

/** The rules that look at what one host has already. */
export function hostChecks(rules: SlotRules, dayOf: DayOf, host: Host): Check[] {
  const checks: Check[] = [];
  if (rules.maxPerDay !== null) {
    checks.push({ reason: "daily_limit", refuses: isFull(dayOf, host.bookedStarts, rules.maxPerDay, (day) => day) });
  }
  if (rules.maxPerWeek !== null) {
    checks.push({ reason: "weekly_limit", refuses: isFull(dayOf, host.bookedStarts, rules.maxPerWeek, isoWeekStart) });
  }
  if (host.claims.length > 0) checks.push({ reason: "claimed", refuses: meets(rules, host.claims) });
  if (host.busy.length > 0) checks.push({ reason: "busy", refuses: meets(rules, host.busy) });
  return checks;
}

/** What a booking at this start would claim, buffers included. */
export function heldSpan(rules: SlotRules, start: number): [from: number, to: number] {
  return [start - rules.bufferBeforeMs, start + rules.durationMs + rules.bufferAfterMs];
}

function meets(rules: SlotRules, list: Intervals): Check["refuses"] {
  const isTaken = overlapsReader(merge(list));
  return (start) => {
    const [from, to] = heldSpan(rules, start);
    return isTaken(from, to);
  };
}

function isFull(
  dayOf: DayOf,
  booked: readonly number[],
  limit: number,
  periodOf: (day: number) => number,
): Check["refuses"] {
  const counts = new Map<number, number>();
  for (const start of booked) {
    const period = periodOf(dayOf(start));
    counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  return byDate(dayOf, (day) => (counts.get(periodOf(day)) ?? 0) >= limit);
}

/** A rule on nothing but the start's date in the zone. It keeps its last answer, since starts come date by date. */
function byDate(dayOf: DayOf, refuses: (day: number) => boolean): Check["refuses"] {
  let lastDay = NaN;
  let answer = false;
  return (start) => {
    const day = dayOf(start);
    if (day !== lastDay) {
      answer = refuses(day);
      lastDay = day;
    }
    return answer;
  };
}
