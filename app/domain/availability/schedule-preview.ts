import { weekday } from "./calendar-days";
import { intersect } from "./intervals";
import { pairs } from "./schedule";
import { openHoursAround, type ScheduleHours } from "./working-hours";
import { localDay, localMinutes, wallToInstant } from "./zones";

export type PreviewDay = {
  /** Epoch day. */
  day: number;
  /** The engine's open stretches as far as they lie on this date, by the zone's clock: minutes, 1440 is its midnight. */
  parts: { start: number; end: number }[];
  openMinutes: number;
  /** How long the date is: 1440 minutes, others where clocks change, none where the zone skips it. */
  length: number;
  /** The hours of this date replace those of its weekday. */
  isOther: boolean;
  /** The first part goes on from the day before: where it begins there, 0 for its midnight or earlier; and how long it all is. */
  joins: { weekday: number; start: number; length: number } | null;
};

const previewed = 14;
const minute = 60_000;

/** The next dates of a schedule from the zone's today on, as the slot function sees them before anything is booked. */
export function previewDays(schedule: ScheduleHours, now: number, count = previewed): PreviewDay[] {
  const today = localDay(schedule.timeZone, now);
  // A week more, so that a stretch over the last midnight is there with its true end.
  const to = wallToInstant(schedule.timeZone, today + count + 5, 0);
  const { joined } = openHoursAround(schedule, { from: now, to });
  return Array.from({ length: count }, (_, index) => previewDay(schedule, today + index, joined));
}

function previewDay(schedule: ScheduleHours, day: number, joined: readonly number[]): PreviewDay {
  const zone = schedule.timeZone;
  const from = wallToInstant(zone, day, 0);
  const to = wallToInstant(zone, day, 1440);
  const parts = from < to ? pairs(intersect(joined, [from, to])) : [];
  const dial = (instant: number) => (instant === to ? 1440 : localMinutes(zone, instant));
  return {
    day,
    parts: parts.map(({ start, end }) => ({ start: dial(start), end: dial(end) })),
    openMinutes: parts.reduce((sum, { start, end }) => sum + (end - start), 0) / minute,
    length: (to - from) / minute,
    isOther: schedule.overrides.has(day),
    joins: parts.length > 0 ? joinOf(zone, day, from, joined) : null,
  };
}

function joinOf(zone: string, day: number, from: number, joined: readonly number[]): PreviewDay["joins"] {
  const whole = pairs(joined).find(({ start, end }) => start < from && from < end);
  if (!whole) return null;
  const isFromBefore = whole.start <= wallToInstant(zone, day - 1, 0);
  return {
    weekday: weekday(isFromBefore ? day - 1 : localDay(zone, whole.start)),
    start: isFromBefore ? 0 : localMinutes(zone, whole.start),
    length: (whole.end - whole.start) / minute,
  };
}
