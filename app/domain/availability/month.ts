import { formatDate, parseDate, weekday } from "./calendar-days";
import type { Range } from "./slots";
import { dayReader, localMinutes, wallToInstant } from "./zones";

/** A calendar month goes by its name, "2026-11". Names compare as the months do. */
export function parseMonth(text: string): string | null {
  return parseDate(`${text}-01`) !== null && text >= "1970-01" ? text : null;
}

export function monthOf(epochDay: number): string {
  return formatDate(epochDay).slice(0, 7);
}

export function firstDayOf(month: string): number {
  return parseDate(`${month}-01`)!;
}

/** The month `count` months later, or earlier where it is negative. */
export function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** From the month's first instant in a zone to the next month's. */
export function monthRange(zone: string, month: string): Range {
  return {
    from: wallToInstant(zone, firstDayOf(month), 0),
    to: wallToInstant(zone, firstDayOf(monthAfter(month, 1)), 0),
  };
}

/** Rows of seven days; null where a day belongs to another month. `weekStart`: 0 = Monday. */
export function weeksOf(month: string, weekStart: number): (number | null)[][] {
  const first = firstDayOf(month);
  const end = firstDayOf(monthAfter(month, 1));
  const weeks: (number | null)[][] = [];
  for (let monday = first - ((weekday(first) - weekStart + 7) % 7); monday < end; monday += 7) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => monday + index).map((day) => (day < first || day >= end ? null : day)),
    );
  }
  return weeks;
}

/** The starts of each date, as the zone's calendar has it. */
export function slotsByDay(slots: readonly number[], zone: string): Map<number, number[]> {
  const dayOf = dayReader(zone);
  const days = new Map<number, number[]>();
  for (const slot of slots) {
    const day = dayOf(slot);
    const list = days.get(day);
    if (list) list.push(slot);
    else days.set(day, [slot]);
  }
  return days;
}

export const partsOfDay = ["morning", "afternoon", "evening"] as const;
export type PartOfDay = (typeof partsOfDay)[number];

export function partOfDay(zone: string, ms: number): PartOfDay {
  const minutes = localMinutes(zone, ms);
  if (minutes < 12 * 60) return "morning";
  return minutes < 18 * 60 ? "afternoon" : "evening";
}
