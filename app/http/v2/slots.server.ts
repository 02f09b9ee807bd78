import { formatDate } from "~/domain/availability/calendar-days";
import { openSlots } from "~/domain/availability/open-slots.server";
import { localDay, offsetAt } from "~/domain/availability/zones";
import { offeredDurations, offersDuration, type EventType } from "~/domain/event-types/event-type";
import type { HostWish } from "~/domain/event-types/hosts.server";
import { invalid } from "../problem.server";
import { requireHosts } from "../public-event-type.server";

type Asked = {
  eventType: EventType;
  durationMinutes: number | undefined;
  /** Half-open, epoch milliseconds. */
  range: { from: number; to: number };
  wish?: HostWish;
  ignoreBookingId?: string;
  now: number;
};

/** The starts on offer, and how long each would take; throws the refusal. `named`: what the caller calls the length. */
export async function readStarts({ durationMinutes: wanted, wish = {}, ...asked }: Asked, named: string) {
  const { eventType } = asked;
  const durationMinutes = wanted ?? eventType.durationMinutes;
  if (!offersDuration(eventType, durationMinutes)) {
    const message = `The lengths on offer are ${offeredDurations(eventType).join(", ")} minutes.`;
    throw invalid([{ path: named, message }]);
  }
  const hostIds = await requireHosts(eventType, wish);
  const { slots } = await openSlots({ ...asked, durationMinutes, hostIds });
  return { starts: slots, durationMinutes };
}

/** By the dates that they have in a zone, each as it is written. Days without any are left out. */
export function byDate<Slot>(starts: readonly number[], zone: string, written: (start: number) => Slot) {
  const dates: Record<string, Slot[]> = {};
  for (const start of starts) (dates[formatDate(localDay(zone, start))] ??= []).push(written(start));
  return dates;
}

/** "2026-11-23T09:00:00.000+01:00": as a zone's clocks show it; of UTC with its Z. */
export function zonedInstant(ms: number, zone: string): string {
  const offset = offsetAt(zone, ms);
  const wall = new Date(ms + offset).toISOString();
  if (offset === 0 && isUtc(zone)) return wall;
  const minutes = Math.abs(Math.round(offset / 60_000));
  const two = (number: number) => String(number).padStart(2, "0");
  return `${wall.slice(0, -1)}${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function isUtc(zone: string) {
  return /^(utc|etc\/utc|etc\/uct|uct|zulu|etc\/zulu)$/i.test(zone);
}
