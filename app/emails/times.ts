import { localDay, localMinutes } from "~/domain/availability/zones";
import { offsetLabel, zoneCity, zoneLabel } from "~/domain/availability/zone-names";
import type { Booking } from "~/domain/bookings/booking";
import { formatDayLong, formatDayShort, formatTime, formatTimeRange } from "~/domain/time";
import type { Letter } from "./letter";
import type { Reader } from "./words";

/** "Mon 23 November, 16:00", for subjects. */
export function shortWhen(ms: number, { zone, locale }: Reader) {
  const day = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    weekday: "short",
    day: "numeric",
    month: "long",
    timeZone: zone,
  }).format(ms);
  return `${locale.startsWith("en") ? day.replaceAll(",", "") : day}, ${formatTime(ms, zone, locale)}`;
}

export function longWhen(start: number, end: number, { zone, locale }: Reader, now: number) {
  return [`${formatDayLong(start, zone, locale, now)},`, formatTimeRange(start, end, zone, locale)];
}

/** "Sun 22 Nov, 16:00 (Kolkata, UTC+5:30)", with the year where it is another one. */
export function moment(ms: number, { zone, locale }: Reader, now: number) {
  return `${formatDayShort(ms, zone, locale, now)}, ${formatTime(ms, zone, locale)} (${zoneLabel(zone, ms)})`;
}

/** How many midnights there are until then: 0 is today. */
export function daysUntil(ms: number, { zone }: Reader, now: number) {
  return localDay(zone, ms) - localDay(zone, now);
}

/** "Kolkata time, UTC+5:30. For Ingrid in Oslo it is 11:30." The second half only where clocks differ. */
export function zoneSentence(ms: number, reader: Reader, other: { name: string; zone: string } | null) {
  const { t, zone, locale } = reader;
  const city = zoneCity(zone);
  const own = city === "UTC" ? t("mail.utc") : t("mail.zone", { city, offset: offsetLabel(zone, ms) });
  if (!other || offsetLabel(zone, ms) === offsetLabel(other.zone, ms)) return own;
  const clock = formatTime(ms, other.zone, locale);
  const isSameDay = localDay(zone, ms) === localDay(other.zone, ms);
  const time = isSameDay ? clock : `${formatDayShort(ms, other.zone, locale)}, ${clock}`;
  return `${own} ${t("mail.otherSide", { name: other.name, city: zoneCity(other.zone), time })}`;
}

export function stripOf({ start, end }: Booking, { zone, locale }: Reader): Letter["strip"] {
  const from = localMinutes(zone, start);
  return { start: from, end: from + (end - start) / 60_000, label: formatTime(start, zone, locale) };
}
