import { parseDate, weekday } from "./calendar-days";
import { weekdays } from "./schedule";
import {
  blank,
  isTyped,
  nextHours,
  noDate,
  texts,
  tidyRange,
  type DraftDate,
  type DraftRange,
  type FreshDate,
  type ScheduleDraft,
} from "./schedule-draft";
import { NamedDateInput } from "./schedule-input";

type Problem = { path: string; message: string };
type Edited = { draft: ScheduleDraft; problems: Problem[] };

export function addFreshHours(draft: ScheduleDraft): ScheduleDraft {
  const { ranges } = draft.fresh;
  return { ...draft, fresh: { ...draft.fresh, isClosed: false, ranges: [...ranges, nextHours(ranges.at(-1))] } };
}

/** Puts the date that was typed into the list, in place of the same date if it is there. */
export function addDate(draft: ScheduleDraft): Edited {
  const { date, note, isClosed, ranges } = draft.fresh;
  const intervals = isClosed ? [] : ranges.filter(isTyped);
  if (!isClosed && intervals.length === 0) {
    return {
      draft,
      problems: [{ path: "fresh.ranges.0.start", message: "Give the hours of this date, or tick “Closed all day”." }],
    };
  }
  const parsed = NamedDateInput.safeParse({ date, note, intervals });
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ path: freshPath(path), message }));
    return { draft: { ...draft, fresh: { ...draft.fresh, ranges: isClosed ? ranges : intervals } }, problems };
  }
  const added = { date, intervals: texts(parsed.data.intervals), note: parsed.data.note };
  const others = draft.dates.filter((each) => each.date !== date);
  return { draft: { ...draft, dates: inOrder([...others, added]), fresh: noDate }, problems: [] };
}

/** A date that was typed and not added counts too. One that the page put into the fields counts once it is changed. */
export function addPending(draft: ScheduleDraft): Edited {
  return draft.fresh.date && isTouched(draft.fresh) ? addDate(draft) : { draft, problems: [] };
}

/** Puts a date into the fields, with what it has now. Hours that wait there for their date get this one. */
export function chooseDate(draft: ScheduleDraft, date: string): Edited {
  const day = parseDate(date);
  if (day === null) return { draft, problems: [] };
  if (!draft.fresh.date && isTouched(draft.fresh)) {
    return { draft: { ...draft, fresh: { ...draft.fresh, date } }, problems: [] };
  }
  const added = isBareDate(draft.fresh) ? { draft, problems: [] } : addPending(draft);
  if (added.problems.length > 0) return added;
  const listed = added.draft.dates.find((each) => each.date === date);
  const usual = draft.rows.filter((row) => row.weekday === weekdays[weekday(day)] && isTyped(row));
  const ranges: DraftRange[] = listed?.intervals ?? usual.map(({ start, end }) => ({ start, end }));
  const isClosed = ranges.length === 0;
  const fresh = { date, note: listed?.note ?? "", isClosed, ranges: isClosed ? [blank] : ranges, given: "" };
  return { draft: { ...added.draft, fresh: { ...fresh, given: freshText(fresh) } }, problems: [] };
}

export function removeDate(draft: ScheduleDraft, place: number): ScheduleDraft {
  const removed = draft.dates[place]?.date;
  const dates = draft.dates.filter((_, index) => index !== place);
  return { ...draft, dates, fresh: removed && removed === draft.fresh.date ? noDate : draft.fresh };
}

/** Adds closed dates by their names. None of them is in the list yet. */
export function closeDates(draft: ScheduleDraft, holidays: { date: string; name: string }[]): ScheduleDraft {
  const dates = holidays.map(({ date, name }) => ({ date, intervals: [], note: name.slice(0, 100) }));
  return { ...draft, dates: inOrder([...draft.dates, ...dates]) };
}

/** A listed date as one line of text: "2026-11-20 08:00-12:00 13:00-15:00 | Harbour day". */
export function dateText({ date, intervals, note }: DraftDate): string {
  const hours = [date, ...intervals.map(({ start, end }) => `${start}-${end}`)].join(" ");
  return note ? `${hours} | ${note}` : hours;
}

export function readDateText(text: string): DraftDate {
  const [hours = "", ...rest] = text.split(" | ");
  const [date = "", ...ranges] = hours.split(" ");
  const intervals = ranges.map((range) => {
    const [start = "", end = ""] = range.split("-");
    return { start, end };
  });
  return { date, intervals, note: rest.join(" | ") };
}

function isTouched(fresh: FreshDate) {
  return freshText(fresh) !== fresh.given;
}

function isBareDate({ note, isClosed, ranges }: FreshDate) {
  return !isClosed && note.trim() === "" && !ranges.some(isTyped);
}

function freshText({ date, note, isClosed, ranges }: FreshDate): string {
  const intervals = isClosed ? [] : ranges.filter(isTyped).map(tidyRange);
  const text = dateText({ date, note: note.trim(), intervals });
  return isClosed ? `${text} closed` : text;
}

function inOrder(dates: DraftDate[]) {
  return dates.sort((a, b) => (a.date < b.date ? -1 : 1));
}

function freshPath(path: PropertyKey[]) {
  if (path[0] === "intervals") return ["fresh.ranges", ...path.slice(1)].join(".");
  return path[0] === "note" ? "fresh.note" : "fresh.date";
}
