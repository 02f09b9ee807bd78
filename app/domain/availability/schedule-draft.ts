import { parseDate } from "./calendar-days";
import { merge } from "./intervals";
import { formatMinutes, pairs, parseMinutes, scheduleHours, weekdays, type Schedule, type Weekday } from "./schedule";
import type { ScheduleHours } from "./working-hours";
import { isZone } from "./zone-names";

/** A schedule while it is being edited: everything as it was typed, saved or not. */
export type ScheduleDraft = {
  name: string;
  timezone: string;
  isDefault: boolean;
  /** In the order of the weekdays. */
  rows: DraftRow[];
  /** What the fields for copying say. */
  copy: { from: Weekday; to: Weekday[] };
  dates: DraftDate[];
  fresh: FreshDate;
};
export type DraftRange = { start: string; end: string };
export type DraftRow = DraftRange & { weekday: Weekday };
export type DraftDate = { date: string; intervals: DraftRange[]; note: string };
/** The date in the fields. `given` is what the page itself put there: that alone adds no date. */
export type FreshDate = { date: string; note: string; isClosed: boolean; ranges: DraftRange[]; given: string };

export const blank: DraftRange = { start: "", end: "" };
export const noDate: FreshDate = { date: "", note: "", isClosed: false, ranges: [blank], given: "" };
const usualCopy: ScheduleDraft["copy"] = { from: "monday", to: ["tuesday", "wednesday", "thursday", "friday"] };

export function draftOf(
  schedule: Pick<Schedule, "name" | "timezone" | "isDefault" | "weekly" | "overrides">,
): ScheduleDraft {
  const { name, timezone, isDefault, weekly, overrides } = schedule;
  const rows = weekdays.flatMap((weekday, day) => texts(weekly[day] ?? []).map((range) => ({ weekday, ...range })));
  const dates = overrides.map(({ date, intervals, note }) => ({ date, intervals: texts(intervals), note }));
  return { name, timezone, isDefault, rows, copy: usualCopy, dates, fresh: noDate };
}

/** One more row after the day's last one, with a guess at its hours. */
export function addHours(draft: ScheduleDraft, weekday: Weekday): ScheduleDraft {
  const last = draft.rows.filter((row) => row.weekday === weekday).at(-1);
  return withRows(draft, [...draft.rows, { weekday, ...nextHours(last) }]);
}

export function removeHours(draft: ScheduleDraft, place: number): ScheduleDraft {
  return { ...draft, rows: draft.rows.filter((_, index) => index !== place) };
}

/** The hours of one day take the place of those of others. */
export function copyHours(draft: ScheduleDraft): ScheduleDraft {
  const { from, to } = draft.copy;
  const source = draft.rows.filter((row) => row.weekday === from);
  const others = to.filter((weekday) => weekday !== from);
  const kept = draft.rows.filter((row) => !others.includes(row.weekday));
  return withRows(draft, [...kept, ...others.flatMap((weekday) => source.map((row) => ({ ...row, weekday })))]);
}

/** Rows that were left empty go, and times are written as 09:00 whatever way they were typed. */
export function tidy(draft: ScheduleDraft): ScheduleDraft {
  const rows = draft.rows.filter(isTyped).map((row) => ({ ...row, ...tidyRange(row) }));
  return { ...draft, rows, fresh: { ...draft.fresh, ranges: draft.fresh.ranges.map(tidyRange) } };
}

/** As the schema of the page takes it. */
export function draftInput(draft: ScheduleDraft) {
  const { name, timezone, rows, dates } = draft;
  return { name, timezone, availability: rows, overrides: dates, ...(draft.isDefault && { is_default: true }) };
}

/** Whether saving would change anything. The date in the fields is not looked at. */
export function isSameDraft(a: ScheduleDraft, b: ScheduleDraft): boolean {
  const text = ({ name, timezone, rows, dates }: ScheduleDraft) => JSON.stringify([name, timezone, rows, dates]);
  return text(tidy(a)) === text(tidy(b));
}

/** The weekly hours as far as they can be read: for the picture of the week. */
export function draftWeekly(draft: ScheduleDraft): number[][] {
  return weekdays.map((weekday) => [...merge(minutesOf(draft.rows.filter((row) => row.weekday === weekday)))]);
}

/** What the engine would be asked, as far as it can be read; null without a zone. */
export function draftHours(draft: ScheduleDraft): ScheduleHours | null {
  if (!isZone(draft.timezone)) return null;
  const overrides = draft.dates
    .filter(({ date }) => parseDate(date) !== null)
    .map(({ date, intervals }) => ({ date, intervals: minutesOf(intervals) }));
  return scheduleHours({ timezone: draft.timezone, weekly: draftWeekly(draft), overrides });
}

export function minutesOf(ranges: DraftRange[]): number[] {
  return ranges.flatMap((range) => {
    const start = parseMinutes(tidyTime(range.start));
    const end = parseMinutes(tidyTime(range.end));
    return start !== null && end !== null && start < end ? [start, end] : [];
  });
}

/** "9", "9.30", "0930" and "5pm" are what people type. What cannot be read stays, for a message to point at. */
export function tidyTime(text: string): string {
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm)?$/i.exec(text.trim());
  if (!match) return text.trim();
  const half = match[3]?.toLowerCase();
  const hour = Number(match[1]);
  if (half && (hour < 1 || hour > 12)) return text.trim();
  const hours = half ? (hour % 12) + (half === "pm" ? 12 : 0) : hour;
  return `${String(hours).padStart(2, "0")}:${match[2] ?? "00"}`;
}

export function nextHours(last: DraftRange | undefined): DraftRange {
  if (!last || !isTyped(last)) return { start: "09:00", end: "17:00" };
  const end = parseMinutes(tidyTime(last.end));
  if (end === null || end > 1320) return blank;
  const start = end + 60;
  return { start: formatMinutes(start), end: formatMinutes(Math.min(Math.max(start + 60, 1020), 1440)) };
}

export function isTyped({ start, end }: DraftRange) {
  return start.trim() !== "" || end.trim() !== "";
}

export function texts(intervals: readonly number[]): DraftRange[] {
  return pairs(intervals).map(({ start, end }) => ({ start: formatMinutes(start), end: formatMinutes(end) }));
}

export function tidyRange({ start, end }: DraftRange): DraftRange {
  return { start: tidyTime(start), end: tidyTime(end) };
}

function withRows(draft: ScheduleDraft, rows: DraftRow[]): ScheduleDraft {
  return { ...draft, rows: weekdays.flatMap((weekday) => rows.filter((row) => row.weekday === weekday)) };
}
