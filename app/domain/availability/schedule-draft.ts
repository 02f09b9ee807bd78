import { merge } from "./intervals";
import { formatMinutes, pairs, parseMinutes, weekdays, type Schedule, type Weekday } from "./schedule";
import { DateOverrideInput } from "./schedule-input";

/** A schedule while it is being edited: everything as it was typed, saved or not. */
export type ScheduleDraft = {
  name: string;
  timezone: string;
  isDefault: boolean;
  /** In the order of the weekdays. */
  rows: DraftRow[];
  dates: DraftDate[];
  fresh: { date: string; isClosed: boolean; ranges: DraftRange[] };
};
export type DraftRange = { start: string; end: string };
export type DraftRow = DraftRange & { weekday: Weekday };
export type DraftDate = { date: string; intervals: DraftRange[] };
type Problem = { path: string; message: string };

const blank: DraftRange = { start: "", end: "" };
const noDate = { date: "", isClosed: false, ranges: [blank] };

export function draftOf(
  schedule: Pick<Schedule, "name" | "timezone" | "isDefault" | "weekly" | "overrides">,
): ScheduleDraft {
  const { name, timezone, isDefault, weekly, overrides } = schedule;
  const rows = weekdays.flatMap((weekday, day) => texts(weekly[day] ?? []).map((range) => ({ weekday, ...range })));
  const dates = overrides.map(({ date, intervals }) => ({ date, intervals: texts(intervals) }));
  return { name, timezone, isDefault, rows, dates, fresh: noDate };
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
export function copyHours(draft: ScheduleDraft, from: Weekday, to: Weekday[]): ScheduleDraft {
  const source = draft.rows.filter((row) => row.weekday === from);
  const others = to.filter((weekday) => weekday !== from);
  const kept = draft.rows.filter((row) => !others.includes(row.weekday));
  return withRows(draft, [...kept, ...others.flatMap((weekday) => source.map((row) => ({ ...row, weekday })))]);
}

export function addFreshHours(draft: ScheduleDraft): ScheduleDraft {
  const { ranges } = draft.fresh;
  return { ...draft, fresh: { ...draft.fresh, isClosed: false, ranges: [...ranges, nextHours(ranges.at(-1))] } };
}

/** Puts the date that was typed into the list, in place of the same date if it is there. */
export function addDate(draft: ScheduleDraft): { draft: ScheduleDraft; problems: Problem[] } {
  const { date, isClosed, ranges } = draft.fresh;
  const intervals = isClosed ? [] : ranges.filter(isTyped);
  if (!isClosed && intervals.length === 0) {
    return {
      draft,
      problems: [{ path: "fresh.ranges.0.start", message: "Give the hours of this date, or tick “Closed all day”." }],
    };
  }
  const parsed = DateOverrideInput.safeParse({ date, intervals });
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ path: freshPath(path), message }));
    return { draft: { ...draft, fresh: { ...draft.fresh, ranges: isClosed ? ranges : intervals } }, problems };
  }
  const added = { date, intervals: texts(parsed.data.intervals) };
  const dates = [...draft.dates.filter((each) => each.date !== date), added];
  return { draft: { ...draft, dates: dates.sort((a, b) => (a.date < b.date ? -1 : 1)), fresh: noDate }, problems: [] };
}

export function removeDate(draft: ScheduleDraft, place: number): ScheduleDraft {
  return { ...draft, dates: draft.dates.filter((_, index) => index !== place) };
}

/** Rows that were left empty go, and times are written as 09:00 whatever way they were typed. */
export function tidy(draft: ScheduleDraft): ScheduleDraft {
  const rows = draft.rows.filter(isTyped).map((row) => ({ ...row, ...tidyRange(row) }));
  return { ...draft, rows, fresh: { ...draft.fresh, ranges: draft.fresh.ranges.map(tidyRange) } };
}

/** As the API's body. */
export function draftInput(draft: ScheduleDraft) {
  const { name, timezone, rows, dates } = draft;
  return { name, timezone, availability: rows, overrides: dates, ...(draft.isDefault && { is_default: true }) };
}

/** The weekly hours as far as they can be read: for the picture of the week. */
export function draftWeekly(draft: ScheduleDraft): number[][] {
  return weekdays.map((weekday) => [...merge(minutesOf(draft.rows.filter((row) => row.weekday === weekday)))]);
}

export function minutesOf(ranges: DraftRange[]): number[] {
  return ranges.flatMap((range) => {
    const start = parseMinutes(range.start);
    const end = parseMinutes(range.end);
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

function tidyRange({ start, end }: DraftRange): DraftRange {
  return { start: tidyTime(start), end: tidyTime(end) };
}

function nextHours(last: DraftRange | undefined): DraftRange {
  if (!last || !isTyped(last)) return { start: "09:00", end: "17:00" };
  const end = parseMinutes(last.end);
  if (end === null || end > 1320) return blank;
  const start = end + 60;
  return { start: formatMinutes(start), end: formatMinutes(Math.min(Math.max(start + 60, 1020), 1440)) };
}

function withRows(draft: ScheduleDraft, rows: DraftRow[]): ScheduleDraft {
  return { ...draft, rows: weekdays.flatMap((weekday) => rows.filter((row) => row.weekday === weekday)) };
}

function isTyped({ start, end }: DraftRange) {
  return start.trim() !== "" || end.trim() !== "";
}

function freshPath(path: PropertyKey[]) {
  return path[0] === "intervals" ? ["fresh.ranges", ...path.slice(1)].join(".") : "fresh.date";
}

function texts(intervals: readonly number[]): DraftRange[] {
  return pairs(intervals).map(({ start, end }) => ({ start: formatMinutes(start), end: formatMinutes(end) }));
}
