import { offsetAt, wallToInstant } from "~/domain/availability/zones";
import type { RulerRow } from "./ruler";
import type { ClockChange } from "./ruler-scale";

/** One date in a zone, as the ruler measures it: minutes that really pass from its midnight on. */
export type RulerDay = { zone: string; start: number; lengthMinutes: number };

type Span = { start: number; end: number };

export function rulerDay(zone: string, epochDay: number): RulerDay {
  const start = wallToInstant(zone, epochDay, 0);
  return { zone, start, lengthMinutes: (wallToInstant(zone, epochDay + 1, 0) - start) / minute };
}

export function minuteOf(day: RulerDay, ms: number): number {
  return (ms - day.start) / minute;
}

/** As much of the stretches as lies on the day. */
export function spansOn(day: RulerDay, spans: readonly Span[]) {
  return spans
    .map(({ start, end }) => ({
      startMinute: Math.max(0, minuteOf(day, start)),
      endMinute: Math.min(day.lengthMinutes, minuteOf(day, end)),
    }))
    .filter(({ startMinute, endMinute }) => startMinute < endMinute);
}

/** How a zone's clock stands to the day's own, and when it jumps. */
export function zoneOn(day: RulerDay, zone: string): Pick<RulerRow, "offsetMinutes" | "clockChange"> {
  return {
    offsetMinutes: (offsetAt(zone, day.start) - offsetAt(day.zone, day.start)) / minute,
    clockChange: clockChange(day, zone),
  };
}

const minute = 60_000;

function clockChange(day: RulerDay, zone: string): ClockChange | undefined {
  let [low, high] = [0, day.lengthMinutes];
  const offset = (at: number) => offsetAt(zone, day.start + at * minute);
  const byMinutes = (offset(high) - offset(low)) / minute;
  if (byMinutes === 0) return undefined;
  const before = offset(low);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(middle) === before) low = middle;
    else high = middle;
  }
  return high < day.lengthMinutes ? { atMinute: high, byMinutes } : undefined;
}
