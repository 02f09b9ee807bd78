import type { DateTimeTimeZone } from "@microsoft/microsoft-graph-types";
import { DateTime } from "luxon";
import { ianaOf } from "./zones";

/** The local time where an event is written down, without an offset. */
export const localDateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?$/;

export function localOf({ dateTime, timeZone }: DateTimeTimeZone): DateTime {
  const zone = ianaOf(timeZone ?? "UTC");
  const local = zone ? DateTime.fromISO(dateTime ?? "", { zone }) : null;
  if (!local?.isValid || !localDateTime.test(dateTime ?? "")) {
    throw new Error(`Not a time of an event: ${dateTime} in ${timeZone}`);
  }
  return local;
}

export function instantOf(value: DateTimeTimeZone): number {
  return localOf(value).toMillis();
}

/** As Graph writes it: seven digits, no offset, the zone by the name that was asked for. */
export function writeDateTime(instant: number, timeZone: string): DateTimeTimeZone {
  const zone = ianaOf(timeZone);
  if (!zone) throw new Error(`No zone ${timeZone}`);
  const local = DateTime.fromMillis(instant, { zone });
  return { dateTime: `${local.toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS")}0000`, timeZone };
}

/** The moment of an address's parameter: ISO 8601, in UTC where it names no offset; null for anything else. */
export function instantOfParameter(text: string): number | null {
  const instant = DateTime.fromISO(text, { zone: "UTC" });
  return instant.isValid && text.includes("T") ? instant.toMillis() : null;
}

export function isMidnight({ dateTime }: DateTimeTimeZone): boolean {
  return /T00:00(:00(\.0+)?)?$/.test(dateTime ?? "");
}

/** The day of an all-day event, whichever zone it was written in. */
export function dayOf({ dateTime }: DateTimeTimeZone): string {
  return (dateTime ?? "").slice(0, 10);
}
