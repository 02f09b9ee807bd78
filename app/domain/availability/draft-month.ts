import { formatDate, parseDate, weekday } from "./calendar-days";
import { monthAfter, monthOf, parseMonth, weeksOf } from "./month";
import { pairs } from "./schedule";
import { draftHours, type ScheduleDraft } from "./schedule-draft";
import { rangesText } from "./schedule-notes";
import { localDay } from "./zones";

/** Weekly hours, none on that weekday, hours of its own, or closed on this date alone. */
export type DateKind = "open" | "shut" | "other" | "closed";
export type DraftMonthDay = {
  date: string;
  dayNumber: number;
  kind: DateKind;
  isPast: boolean;
  isToday: boolean;
  isChosen: boolean;
  /** "09:00 – 17:00", none where it is closed. */
  hours: string;
  note: string;
};
export type DraftMonth = {
  month: string;
  weeks: (DraftMonthDay | null)[][];
  previous: string | null;
  next: string | null;
};

const furthestMonths = 120;

/** A month of the schedule as it is typed, from Monday on: the one asked for, else the chosen date's, else this one. */
export function draftMonth(draft: ScheduleDraft, asked: string | null, now: number): DraftMonth {
  const hours = draftHours(draft);
  const today = localDay(hours?.timeZone ?? "UTC", now);
  const first = monthOf(today);
  const last = monthAfter(first, furthestMonths);
  const wanted = parseMonth(asked ?? draft.fresh.date.slice(0, 7)) ?? first;
  const month = wanted < first || wanted > last ? first : wanted;
  const notes = new Map(draft.dates.map((each) => [each.date, each.note]));
  const toDay = (day: number): DraftMonthDay => {
    const date = formatDate(day);
    const own = hours?.overrides.get(day);
    const open = own ?? hours?.weekly[weekday(day)] ?? [];
    return {
      date,
      dayNumber: Number(date.slice(8)),
      kind: kindOf(own !== undefined, open.length > 0),
      isPast: day < today,
      isToday: day === today,
      isChosen: day === parseDate(draft.fresh.date),
      hours: rangesText(pairs(open)),
      note: notes.get(date) ?? "",
    };
  };
  return {
    month,
    weeks: weeksOf(month, 0).map((week) => week.map((day) => (day === null ? null : toDay(day)))),
    previous: month > first ? monthAfter(month, -1) : null,
    next: month < last ? monthAfter(month, 1) : null,
  };
}

function kindOf(isOwn: boolean, isOpen: boolean): DateKind {
  if (isOwn) return isOpen ? "other" : "closed";
  return isOpen ? "open" : "shut";
}
