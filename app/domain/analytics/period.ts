import { z } from "zod";
import { formatDate, isoWeekStart, parseDate } from "../availability/calendar-days";
import { firstDayOf, monthAfter, monthOf } from "../availability/month";
import { wallToInstant } from "../availability/zones";
import { dateField } from "../fields";

/** Whole days, both ends included, as epoch days. */
export type Period = { first: number; last: number };

export const longest = 366;

export const usualPeriods = [
  { value: "7", label: "Last 7 days", first: (today: number) => today - 6 },
  { value: "30", label: "Last 30 days", first: (today: number) => today - 29 },
  { value: "90", label: "Last 90 days", first: (today: number) => today - 89 },
  { value: "12m", label: "Last 12 months", first: yearBefore },
] as const;

/** What most people look at, where nothing else is asked for. */
export const usual = "30";

export function usualPeriod(value: string, today: number): Period | null {
  const found = usualPeriods.find((each) => each.value === value);
  return found ? { first: found.first(today), last: today } : null;
}

/** "2026-10-20..2026-11-18", as an address keeps it. */
export function periodName({ first, last }: Period): string {
  return `${formatDate(first)}..${formatDate(last)}`;
}

export function namedPeriod(name: string): { from: string; to: string } | null {
  const [from, to, ...rest] = name.split("..");
  return from !== undefined && to !== undefined && rest.length === 0 ? { from, to } : null;
}

/** The first day and the last one, either of them left out. */
export const Dates = z.object({ from: dateField.optional(), to: dateField.optional() });

type PeriodResult = { ok: true; period: Period } | { ok: false; errors: { path: string; message: string }[] };

/** Where they are left out: until today, and from thirty days before. */
export function periodOf({ from, to }: z.output<typeof Dates>, today: number): PeriodResult {
  const last = to ?? Math.max(today, from ?? today);
  const first = from ?? Math.max(0, last - 29);
  const period = { first, last };
  if (first > last) return refused("to", "The period ends before it begins.");
  if (lengthOf(period) > longest) return refused("from", `A period has ${longest} days at most.`);
  return { ok: true, period };
}

function refused(path: string, message: string): PeriodResult {
  return { ok: false, errors: [{ path, message }] };
}

export function lengthOf({ first, last }: Period): number {
  return last - first + 1;
}

/** As many days, right before. */
export function periodBefore(period: Period): Period {
  return { first: Math.max(0, period.first - lengthOf(period)), last: period.first - 1 };
}

/** The first instant of each day in a zone, and the end of the last one. */
export function dayBounds({ first, last }: Period, zone: string): number[] {
  return Array.from({ length: last - first + 2 }, (_, index) => wallToInstant(zone, first + index, 0));
}

export type Unit = "day" | "week" | "month";
export type Bin = Period;

/** What a plot shows one bar for, so that each is wide enough to be seen. Weeks and months may be cut at both ends. */
export function binsOf(period: Period): { unit: Unit; bins: Bin[] } {
  const unit = lengthOf(period) <= 62 ? "day" : lengthOf(period) <= 200 ? "week" : "month";
  const bins: Bin[] = [];
  for (let first = period.first; first <= period.last; first = nextStart(first, unit)) {
    bins.push({ first, last: Math.min(nextStart(first, unit) - 1, period.last) });
  }
  return { unit, bins };
}

function nextStart(day: number, unit: Unit) {
  if (unit === "day") return day + 1;
  return unit === "week" ? isoWeekStart(day) + 7 : firstDayOf(monthAfter(monthOf(day), 1));
}

/** The day after the same date a year ago; after a 28th of February where there is no 29th. */
function yearBefore(today: number) {
  const [year = "", ...rest] = formatDate(today).split("-");
  const before = [String(Number(year) - 1), ...rest].join("-");
  return (parseDate(before) ?? parseDate(before.replace(/29$/, "28"))!) + 1;
}
