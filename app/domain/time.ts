import { DateTime, Info } from "luxon";
import { DAY_MS, formatDate } from "~/domain/availability/calendar-days";

export {
  isZone,
  offsetLabel,
  presentZone,
  zoneCity,
  zoneLabel,
  zoneNames,
  zoneTime,
} from "~/domain/availability/zone-names";

/**
 * Instants as text, for machines and for people. `locale` is a BCP 47 tag. "en" alone and tags that cannot be used mean
 * en-GB: day before month, 24 hours. A calendar date is shown by its midnight in the zone "UTC".
 */

const LAST_MS = Date.UTC(10_000, 0) - 1;
const RFC3339 = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:Z|([+-])(\d{2}):(\d{2}))$/i;

/** RFC 3339 with its offset, years 1970 to 9999; null for everything else. Digits beyond milliseconds are cut off. */
export function parseInstant(text: string): number | null {
  const match = RFC3339.exec(text);
  if (!match) return null;
  const [, date = "", hour, minute, second, fraction = "", sign, offsetHour = 0, offsetMinute = 0] = match;
  const midnight = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(date)) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) return null;
  const wall =
    (Number(hour) * 60 + Number(minute)) * 60_000 + Number(second) * 1000 + Number(fraction.padEnd(3, "0").slice(0, 3));
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * 60_000;
  const ms = midnight + wall - (sign === "-" ? -offset : offset);
  return ms >= 0 && ms <= LAST_MS ? ms : null;
}

/** "2026-11-23T10:30:00Z", with milliseconds only where there are some. */
export function isoInstant(ms: number): string {
  const day = Math.floor(ms / DAY_MS);
  const minute = (ms - day * DAY_MS) / 60_000;
  const isUsual = Number.isInteger(minute) && ms >= 0 && ms <= LAST_MS;
  if (!isUsual) return new Date(ms).toISOString().replace(".000Z", "Z");
  if (day !== lastDay) [lastDay, lastDate] = [day, formatDate(day)];
  return lastDate + (minuteTexts[minute] ??= new Date(minute * 60_000).toISOString().slice(10, 19) + "Z");
}

// Lists of slots are hundreds of whole minutes of few days, and to write them must not cost more than to find them.
const minuteTexts: string[] = [];
let lastDay = NaN;
let lastDate = "";

/** "16:30", or "4:30 PM" where that is the habit. */
export function formatTime(ms: number, zone: string, locale: string): string {
  return plainSpaces(at(ms, zone, locale).toLocaleString(DateTime.TIME_SIMPLE));
}

export function formatTimeRange(start: number, end: number, zone: string, locale: string): string {
  return `${formatTime(start, zone, locale)} – ${formatTime(end, zone, locale)}`;
}

/** "Monday 23 November", with the year when it is not the year of `now`. */
export function formatDayLong(ms: number, zone: string, locale: string, now: number): string {
  return formatDay(ms, zone, locale, now, { weekday: "long", day: "numeric", month: "long" });
}

/** "Mon 23 Nov", with the year when `now` is given and it is not its year. */
export function formatDayShort(ms: number, zone: string, locale: string, now = ms): string {
  return formatDay(ms, zone, locale, now, { weekday: "short", day: "numeric", month: "short" });
}

/** "23 Nov", with the year when `now` is given and it is not its year. */
export function formatDayMonth(ms: number, zone: string, locale: string, now = ms): string {
  return formatDay(ms, zone, locale, now, { day: "numeric", month: "short" });
}

/** "Nov" */
export function formatMonthName(ms: number, zone: string, locale: string): string {
  return at(ms, zone, locale).toLocaleString({ month: "short" });
}

/** "November 2026" */
export function formatMonth(ms: number, zone: string, locale: string): string {
  return at(ms, zone, locale).toLocaleString({ month: "long", year: "numeric" });
}

export function hourCycle(locale: string): "h12" | "h23" {
  const cycle = new Intl.DateTimeFormat(usable(locale), { hour: "numeric" }).resolvedOptions().hourCycle;
  return cycle === "h11" || cycle === "h12" ? "h12" : "h23";
}

/** The weekday that weeks begin with: 0 = Monday … 6 = Sunday. */
export function weekStart(locale: string): number {
  return Info.getStartOfWeek({ locale: usable(locale) }) - 1;
}

/** Monday first. "two" are the heads of a narrow calendar: Mo, Tu. */
export function weekdayNames(locale: string, width: "long" | "short" | "two" = "long"): string[] {
  const names = Info.weekdays(width === "long" ? "long" : "short", { locale: usable(locale) });
  return width === "two" ? names.map((name) => [...name].slice(0, 2).join("")) : names;
}

function formatDay(ms: number, zone: string, locale: string, now: number, parts: Intl.DateTimeFormatOptions): string {
  const day = at(ms, zone, locale);
  const year = day.year === at(now, zone, locale).year ? undefined : ("numeric" as const);
  const text = plainSpaces(day.toLocaleString({ ...parts, year }));
  return usable(locale) === "en-GB" ? text.replaceAll(",", "") : text;
}

function at(ms: number, zone: string, locale: string): DateTime {
  return DateTime.fromMillis(ms, { zone, locale: usable(locale) });
}

function usable(locale: string): string {
  if (locale === "en") return "en-GB";
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? "en-GB";
  } catch {
    return "en-GB";
  }
}

// Intl puts narrow no-break spaces before AM and PM, which few fonts and no mail subject handle well.
function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}
