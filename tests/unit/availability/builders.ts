import { parseDate } from "~/domain/availability/calendar-days";
import type { Host, SlotRules } from "~/domain/availability/slots";
import type { ScheduleHours } from "~/domain/availability/working-hours";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function date(text: string): number {
  const day = parseDate(text);
  if (day === null) throw new Error(`${text} is no date`);
  return day;
}

export function ms(text: string): number {
  return Date.parse(text);
}

export function iso(instants: readonly number[]): string[] {
  return instants.map((instant) => new Date(instant).toISOString().replace(":00.000Z", "Z"));
}

/** "9:00-12:00 13:00-24:00" as minutes. */
export function hours(text: string): number[] {
  return text
    .split(/[ -]/)
    .filter(Boolean)
    .map((time) => Number(time.split(":")[0]) * 60 + Number(time.split(":")[1]));
}

/** Closed but for the dates given. */
export function onDates(timeZone: string, dates: Record<string, string>): ScheduleHours {
  const overrides = new Map(Object.entries(dates).map(([day, text]) => [date(day), hours(text)]));
  return { timeZone, weekly: [[], [], [], [], [], [], []], overrides };
}

export function everyDay(timeZone: string, text: string): ScheduleHours {
  return { timeZone, weekly: Array.from({ length: 7 }, () => hours(text)), overrides: new Map() };
}

export function host(schedule: ScheduleHours, more: Partial<Host> = {}): Host {
  return { id: "ingrid", schedule, claims: [], busy: [], bookedStarts: [], ...more };
}

/** Hour-long meetings on the hour, with no other rule. */
export function rules(more: Partial<SlotRules> = {}): SlotRules {
  return {
    durationMs: HOUR,
    intervalMs: more.durationMs ?? HOUR,
    bufferBeforeMs: 0,
    bufferAfterMs: 0,
    minimumNoticeMs: 0,
    windowDays: null,
    excludedDates: new Set(),
    maxPerDay: null,
    maxPerWeek: null,
    ...more,
  };
}
