import { localDay } from "~/domain/availability/zones";
import { hostsOf, type Attendee, type Booking } from "~/domain/bookings/booking";
import { isTurnedDown } from "~/domain/bookings/rsvp";
import { formatDayLong, formatDayShort, formatTime, formatTimeRange, zoneCity } from "~/domain/time";
import { locationNames } from "./event-type-words";
import type { BadgeState } from "./badge";

export { hostsOf };

/** Words of the host's pages about bookings. */

/** For whom times are written: their zone, their habits, and the moment the page is made for. */
export type Clock = { zone: string; locale: string; now: number };

type Meeting = Pick<Booking, "start" | "end">;

export function stateOf(booking: Booking, viewerId: string): { state: BadgeState; label: string } {
  const hosts = hostsOf(booking);
  switch (booking.status) {
    case "pending":
      return { state: "waiting", label: waitingWords(hosts, viewerId) };
    case "confirmed":
      return { state: "confirmed", label: "Confirmed" };
    case "completed":
      return { state: "completed", label: "Completed" };
    case "cancelled":
      return isTurnedDown(booking)
        ? { state: "declined", label: "Declined" }
        : { state: "cancelled", label: "Cancelled" };
  }
}

/** "You", "You and 3 others", "Tomás Figueiredo". */
export function hostWords(booking: Booking, viewerId: string): string {
  const hosts = hostsOf(booking);
  const others = hosts.filter((host) => host.userId !== viewerId);
  const isHost = others.length < hosts.length;
  if (isHost && others.length === 0) return "You";
  const first = isHost ? "You" : booking.host.name;
  const rest = hosts.length - 1;
  if (rest < 1) return first;
  return `${first} and ${rest} ${rest === 1 ? "other" : "others"}`;
}

/** Where they meet, in a few words for a list. */
export function placeInBrief({ locationType, locationValue }: Pick<Booking, "locationType" | "locationValue">): string {
  const isWritten = locationType === "in_person" || locationType === "custom";
  if (isWritten && locationValue && !isLink(locationValue)) return locationValue;
  return locationNames[locationType as keyof typeof locationNames] ?? locationType;
}

export function isLink(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}

/** "Mon 23 Nov, 11:30 – 12:00", with a second date where it ends on another day. */
export function whenShort({ start, end }: Meeting, { zone, locale, now }: Clock): string {
  return `${formatDayShort(start, zone, locale, now)}, ${rangeWords({ start, end }, { zone, locale, now })}`;
}

export function whenLong({ start, end }: Meeting, { zone, locale, now }: Clock): string {
  return `${formatDayLong(start, zone, locale, now)}, ${rangeWords({ start, end }, { zone, locale, now })}`;
}

export function rangeWords({ start, end }: Meeting, { zone, locale, now }: Clock): string {
  // A meeting that ends at midnight ends on its own day.
  if (localDay(zone, start) === localDay(zone, end - 1)) return formatTimeRange(start, end, zone, locale);
  return `${formatTime(start, zone, locale)} – ${formatDayShort(end, zone, locale, now)}, ${formatTime(end, zone, locale)}`;
}

/** "Wed 18 Nov, 10:44" */
export function momentWords(ms: number, { zone, locale, now }: Clock): string {
  return `${formatDayShort(ms, zone, locale, now)}, ${formatTime(ms, zone, locale)}`;
}

/** The invitee's own time: "16:00 in Kolkata", "same in Lagos", with the day where it is another one. */
export function theirTime(
  { start, timezone }: Pick<Booking, "start" | "timezone">,
  { zone, locale, now }: Clock,
): string {
  const theirs = formatTime(start, timezone, locale);
  const isSameDay = localDay(timezone, start) === localDay(zone, start);
  if (isSameDay && theirs === formatTime(start, zone, locale)) return `same in ${zoneCity(timezone)}`;
  const day = isSameDay ? "" : `${formatDayShort(start, timezone, locale, now)}, `;
  return `${day}${theirs} in ${zoneCity(timezone)}`;
}

/** "Today", "Tomorrow, Thursday 19 November", "Friday 20 November". */
export function dayWords(ms: number, { zone, locale, now }: Clock): string {
  const distance = localDay(zone, ms) - localDay(zone, now);
  if (distance === 0) return "Today";
  const day = formatDayLong(ms, zone, locale, now);
  return distance === 1 ? `Tomorrow, ${day}` : day;
}

/** "2 h 45 min" */
export function lengthOf(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

function waitingWords(hosts: Attendee[], viewerId: string): string {
  const waiting = hosts.filter((host) => host.status === "pending");
  if (waiting.some((host) => host.userId === viewerId)) return "Waiting for you";
  return waiting.length === 1 ? `Waiting for ${waiting[0]!.name}` : "Waiting for an answer";
}
