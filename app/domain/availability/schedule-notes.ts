import { lengthWords } from "~/domain/counts";
import { weekdayNames } from "~/domain/time";
import type { Intervals } from "./intervals";
import { formatMinutes, pairs } from "./schedule";
import { wallToInstant } from "./zones";

/** For each weekday whose hours go on from the day before over midnight, the words that say so. Hours are in order. */
export function midnightNotes(weekly: readonly Intervals[]): (string | null)[] {
  return weekly.map((today, day) => {
    const before = (day + 6) % 7;
    const evening = weekly[before] ?? [];
    if (today[0] !== 0 || evening.at(-1) !== 1440) return null;
    const start = evening.at(-2) ?? 0;
    return joinNote(before, start, 1440 - start + (today[1] ?? 0));
  });
}

/** "Joins Thursday from 22:00: one stretch of 4 hours." `start` is where it begins on the day before, `length` all of it. */
export function joinNote(weekdayBefore: number, start: number, length: number): string {
  const before = weekdayNames("en")[weekdayBefore];
  if (start === 0) return `Goes on from ${before}, which is open to midnight.`;
  return `Joins ${before} from ${formatMinutes(start)}: one stretch of ${lengthWords(length)}.`;
}

/** "Clocks go forward: 23 hours." where a date is not as long as the dial, in minutes. */
export function dayLengthNote(length: number): string | null {
  if (length === 0) return "This zone skips the date.";
  if (length === 1440) return null;
  return `Clocks go ${length < 1440 ? "forward" : "back"}: ${lengthWords(length)}.`;
}

/** "Clocks go forward: 2 hours, not 3." where a date's hours are not as long as the dial says. */
export function clockChangeNote(timeZone: string, epochDay: number, intervals: Intervals): string | null {
  let dial = 0;
  let real = 0;
  for (const { start, end } of pairs(intervals)) {
    dial += end - start;
    real += (wallToInstant(timeZone, epochDay, end) - wallToInstant(timeZone, epochDay, start)) / 60_000;
  }
  if (dial === real) return null;
  const areHours = dial % 60 === 0 && real % 60 === 0;
  const before = areHours ? String(dial / 60) : lengthWords(dial);
  return `Clocks go ${real < dial ? "forward" : "back"}: ${lengthWords(real)}, not ${before}.`;
}

/** "09:00 – 12:00, 13:00 – 17:00" */
export function rangesText(ranges: { start: number; end: number }[]): string {
  return ranges.map(({ start, end }) => `${formatMinutes(start)} – ${formatMinutes(end)}`).join(", ");
}
