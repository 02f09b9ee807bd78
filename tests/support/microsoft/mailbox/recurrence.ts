import type { DayOfWeek, PatternedRecurrence, RecurrencePattern } from "@microsoft/microsoft-graph-types";
import type { DateTime } from "luxon";

const weekdays: DayOfWeek[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const day = /^\d{4}-\d{2}-\d{2}$/;

/** What this fake can't do with a recurrence, or what Outlook would refuse; null where all is well. */
export function problemOfRecurrence({ pattern, range }: PatternedRecurrence): string | null {
  if (!pattern || !range) return "a recurrence has a pattern and a range";
  if (!["daily", "weekly", "absoluteMonthly"].includes(pattern.type ?? "")) {
    return `the fake has no ${pattern.type} recurrence`;
  }
  if (!pattern.interval || pattern.interval < 1) return "a pattern has an interval";
  if (pattern.type === "weekly" && !pattern.daysOfWeek?.length) return "a weekly pattern has daysOfWeek";
  if (pattern.type === "absoluteMonthly" && !pattern.dayOfMonth) return "a monthly pattern has a dayOfMonth";
  if (!day.test(range.startDate ?? "")) return "a range has a startDate";
  if (range.type === "endDate" && !day.test(range.endDate ?? "")) return "a range with an end has an endDate";
  if (range.type === "numbered" && !range.numberOfOccurrences) return "a numbered range has numberOfOccurrences";
  return ["endDate", "numbered", "noEnd"].includes(range.type ?? "") ? null : `there is no range ${range.type}`;
}

/** The starts of a series in their order, at the wall time of its first one. They may go on for ever. */
export function* startsOf({ pattern, range }: PatternedRecurrence, first: DateTime): Generator<DateTime> {
  const [year, month, dayOfMonth] = range!.startDate!.split("-").map(Number);
  const from = first.set({ year, month, day: dayOfMonth });
  let count = 0;
  for (const start of candidates(pattern!, from)) {
    if (start < from) continue;
    if (range!.type === "endDate" && start.toISODate()! > range!.endDate!) return;
    if (range!.type === "numbered" && count >= range!.numberOfOccurrences!) return;
    count += 1;
    yield start;
  }
}

function* candidates(pattern: RecurrencePattern, from: DateTime): Generator<DateTime> {
  const interval = pattern.interval!;
  for (let step = 0; ; step += interval) {
    if (pattern.type === "daily") yield from.plus({ days: step });
    else if (pattern.type === "weekly") yield* daysOfWeek(pattern, firstOfWeek(pattern, from).plus({ weeks: step }));
    else yield inMonth(from.startOf("month").plus({ months: step }), pattern.dayOfMonth!, from);
  }
}

function firstOfWeek({ firstDayOfWeek }: RecurrencePattern, from: DateTime) {
  const first = weekdays.indexOf(firstDayOfWeek ?? "sunday") + 1;
  return from.minus({ days: (from.weekday - first + 7) % 7 });
}

function daysOfWeek({ daysOfWeek: chosen }: RecurrencePattern, week: DateTime) {
  return [0, 1, 2, 3, 4, 5, 6]
    .map((days) => week.plus({ days }))
    .filter((each) => chosen!.includes(weekdays[each.weekday - 1]!));
}

/** Outlook takes the last day of a month that is too short. */
function inMonth(month: DateTime, wanted: number, { hour, minute, second }: DateTime) {
  return month.set({ day: Math.min(wanted, month.daysInMonth!), hour, minute, second });
}
