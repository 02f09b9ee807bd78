import { parseDate } from "./calendar-days";
import type { ScheduleHours } from "./working-hours";

/** A host's named hours: minutes of the day in pairs for each weekday from Monday, and dates that replace them. */
export type Schedule = {
  workspaceId: string;
  id: string;
  number: number;
  userId: string;
  name: string;
  timezone: string;
  isDefault: boolean;
  weekly: number[][];
  overrides: DateOverride[];
  createdAt: Date;
  updatedAt: Date;
};

/** Minute pairs one after the other; none at all means closed. The note says what the date is, such as a holiday's name. */
export type DateOverride = { date: string; intervals: number[]; note: string };

/** As the slot function takes it. */
export function scheduleHours(
  schedule: Pick<Schedule, "timezone" | "weekly"> & { overrides: Pick<DateOverride, "date" | "intervals">[] },
): ScheduleHours {
  const overrides = new Map(schedule.overrides.map((each) => [parseDate(each.date) ?? NaN, each.intervals]));
  return { timeZone: schedule.timezone, weekly: schedule.weekly, overrides };
}

export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof weekdays)[number];

/** "09:00" to minutes of the day; "24:00" is midnight at its end. Null for any other form. */
export function parseMinutes(text: string): number | null {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : NaN;
  return match && Number(match[2]) < 60 && minutes <= 1440 ? minutes : null;
}

export function formatMinutes(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Minute pairs as ranges. */
export function pairs(intervals: readonly number[]): { start: number; end: number }[] {
  const starts = intervals.filter((_, index) => index % 2 === 0);
  return starts.map((start, index) => ({ start, end: intervals[2 * index + 1] ?? start }));
}

export function isWeekday(text: string | null): text is Weekday {
  return (weekdays as readonly (string | null)[]).includes(text);
}

/** Monday to Friday, 9 to 17. */
export const workingWeek: number[][] = [...Array.from({ length: 5 }, () => [540, 1020]), [], []];
