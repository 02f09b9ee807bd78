import { DAY_MS, weekday } from "~/domain/availability/calendar-days";
import { merge, type Intervals } from "~/domain/availability/intervals";
import { dateExists, localDay, steadyOffsets, wallToInstant } from "~/domain/availability/zones";

/** Minutes of the day as flat pairs, 0 to 1440; index 0 = Monday. */
export type WeeklyHours = readonly Intervals[];
/** By epoch day; an empty list closes the date. */
export type DateOverrides = ReadonlyMap<number, Intervals>;
export type ScheduleHours = { timeZone: string; weekly: WeeklyHours; overrides: DateOverrides };

export type OpenHours = {
  /** Stretches joined within each date only, date after date: what slot grids start from. */
  perDate: number[];
  /** The same time joined over midnight too: what a slot must lie inside. */
  joined: Intervals;
};

/** The instants at which a schedule is open on the local dates firstDay to lastDay, both included. */
export function openHours(schedule: ScheduleHours, firstDay: number, lastDay: number): OpenHours {
  const perDate: number[] = [];
  const zone = schedule.timeZone;
  const offsetOn = steadyOffsets(zone);
  for (let day = firstDay; day <= lastDay; day++) {
    const minutes = merge(schedule.overrides.get(day) ?? schedule.weekly[weekday(day)] ?? []);
    if (minutes.length === 0) continue;
    const offset = offsetOn(day);
    if (offset === null) pushOddDate(perDate, zone, day, minutes);
    else for (const minute of minutes) perDate.push(day * DAY_MS + minute * 60_000 - offset);
  }
  return { perDate, joined: merge(perDate) };
}

/** The hours of a range's dates and a day more on either side, so that what goes over its midnights is there whole. */
export function openHoursAround(schedule: ScheduleHours, { from, to }: { from: number; to: number }): OpenHours {
  const { timeZone } = schedule;
  return openHours(schedule, localDay(timeZone, from) - 1, localDay(timeZone, to) + 1);
}

/** Whether two schedules are open at the same times by their content, not only their identity. */
export function sameHours(a: ScheduleHours, b: ScheduleHours): boolean {
  if (a === b) return true;
  if (a.timeZone !== b.timeZone || a.overrides.size !== b.overrides.size) return false;
  for (let i = 0; i < 7; i++) if (!sameNumbers(a.weekly[i], b.weekly[i])) return false;
  if (a.overrides.size === 0) return true;
  for (const day of a.overrides.keys()) if (!sameNumbers(a.overrides.get(day), b.overrides.get(day))) return false;
  return true;
}

function sameNumbers(a: Intervals | undefined, b: Intervals | undefined): boolean {
  if (a === undefined || b === undefined || a.length !== b.length) return a === b;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** A date near a change of the clock: it may have a gap, an hour twice, or not exist. */
function pushOddDate(out: number[], zone: string, day: number, minutes: Intervals) {
  const instants = minutes.map((minute) => wallToInstant(zone, day, minute));
  if (localDay(zone, instants[0]!) !== day && !dateExists(zone, day)) return;
  // Clock changes can make stretches meet that are apart on the dial, and leave nothing of one.
  for (const instant of merge(instants)) out.push(instant);
}
