import { DateTime, IANAZone } from "luxon";
import type { calendar_v3 } from "@googleapis/calendar";
import { Refusal } from "../refusals";

export type Time = calendar_v3.Schema$EventDateTime;

const hasOffset = /(Z|[+-]\d\d:?\d\d)$/i;

export const isZone = (name: string) => IANAZone.isValidZone(name);

/** The instant in milliseconds. A date means its first moment in the calendar's zone. */
export function instantOf(time: Time | undefined, calendarZone: string): number {
  const { date, dateTime, timeZone } = time ?? {};
  const zone = date ? calendarZone : (timeZone ?? calendarZone);
  return DateTime.fromISO(date ?? dateTime ?? "", { zone }).toMillis();
}

/** RFC 3339 in the zone, without fractions. */
export function written(ms: number, zone: string): string {
  return DateTime.fromMillis(ms, { zone }).toISO({ suppressMilliseconds: true })!;
}

/** As an answer shows it: the date as it is, the time with the offset of the answer's zone. */
export function shown(time: Time, zone: string, calendarZone: string): Time {
  if (time.date) return { date: time.date };
  const timeZone = time.timeZone ?? calendarZone;
  return { dateTime: written(instantOf(time, calendarZone), zone), timeZone };
}

/** Refuses what Google refuses; `name` is "start" or "end". */
export function checkTime(time: Time | null | undefined, name: "start" | "end", isRecurring: boolean): void {
  if (!time || (!time.date && !time.dateTime)) throw new Refusal(400, "required", `Missing ${name} time.`);
  const wrong = new Refusal(400, "invalid", `Invalid ${name} time.`);
  if (time.date && time.dateTime) throw wrong;
  if (time.date && !/^\d{4}-\d\d-\d\d$/.test(time.date)) throw wrong;
  if (time.dateTime && !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(time.dateTime)) throw wrong;
  if (!DateTime.fromISO(time.date ?? time.dateTime!).isValid) throw wrong;
  if (time.timeZone && !isZone(time.timeZone)) {
    throw new Refusal(400, "invalid", `Invalid time zone definition for ${name} time.`);
  }
  const needsZone = time.dateTime && (isRecurring || !hasOffset.test(time.dateTime));
  if (needsZone && !time.timeZone) {
    throw new Refusal(400, "required", `Missing time zone definition for ${name} time.`);
  }
}

/** A query's instant: RFC 3339, where the offset is a must. */
export function queryInstant(value: string, name: string): number {
  const ms = hasOffset.test(value) && value.includes("T") ? DateTime.fromISO(value).toMillis() : NaN;
  if (Number.isNaN(ms)) throw new Refusal(400, "badRequest", "Bad Request", name);
  return Math.floor(ms / 1000) * 1000;
}

/** An instant as Google puts it into the id of an instance. */
export function idSuffix(time: Time, calendarZone: string): string {
  if (time.date) return time.date.replaceAll("-", "");
  return DateTime.fromMillis(instantOf(time, calendarZone), { zone: "UTC" }).toFormat("yyyyMMdd'T'HHmmss'Z'");
}
