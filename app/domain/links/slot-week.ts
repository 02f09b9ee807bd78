import { DAY_MS, formatDate, isoWeekStart, parseDate } from "../availability/calendar-days";
import { slotsByDay } from "../availability/month";
import { isoInstant, parseInstant } from "../time";
import type { PickedSlot } from "./link";

/** The Monday of the week that is meant: "2026-W48", or any date of it. Null where it cannot be read. */
export function parseWeek(text: string): number | null {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(text) ?? [];
  if (!year) {
    const day = parseDate(text);
    return day === null ? null : isoWeekStart(day);
  }
  // A week belongs to the year of its Thursday, so the 4th of January is in the first one.
  const fourth = parseDate(`${year}-01-04`);
  if (fourth === null || Number(number) < 1) return null;
  const monday = isoWeekStart(fourth) + (Number(number) - 1) * 7;
  return formatDate(monday + 3).startsWith(year) ? monday : null;
}

/** A week nearest to the wish among those that may have free times: this one until the last of the booking window. */
export function withinWeeks(monday: number, { today, lastDay }: { today: number; lastDay: number }) {
  const [first, last] = [isoWeekStart(today), isoWeekStart(lastDay)];
  const shown = Math.min(Math.max(monday, first), last);
  return {
    monday: shown,
    earlier: shown > first ? formatDate(shown - 7) : null,
    later: shown < last ? formatDate(shown + 7) : null,
  };
}

export type SlotDay = {
  /** Its UTC midnight, as dates are written. */
  date: number;
  slots: { value: string; start: number }[];
};

/** The seven days of a week, each with its free starts in the zone. */
export function slotWeek(starts: readonly number[], minutes: number, monday: number, zone: string): SlotDay[] {
  const byDay = slotsByDay(starts, zone);
  return Array.from({ length: 7 }, (_, index) => ({
    date: (monday + index) * DAY_MS,
    slots: (byDay.get(monday + index) ?? []).map((start) => ({
      value: writeSlot({ start, end: start + minutes * 60_000 }),
      start,
    })),
  }));
}

/** A picked time as a form carries it. */
export function writeSlot({ start, end }: PickedSlot): string {
  return `${isoInstant(start)}/${isoInstant(end)}`;
}

export function readSlot(text: string): PickedSlot | null {
  const [start = null, end = null, ...more] = text.split("/").map(parseInstant);
  return start !== null && end !== null && start < end && more.length === 0 ? { start, end } : null;
}

/** What a form has picked: in order, each once; what cannot be read is left out. */
export function readSlots(texts: readonly string[]): PickedSlot[] {
  const slots = texts.flatMap((text) => readSlot(text) ?? []);
  const unique = new Map(slots.map((slot) => [writeSlot(slot), slot]));
  return [...unique.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
