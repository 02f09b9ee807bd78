import { windowEnd } from "../availability/next-free.server";
import { openSlots } from "../availability/open-slots.server";
import type { EventType } from "../event-types/event-type";
import { findEventType } from "../event-types/event-types.server";
import { chooseHosts } from "../event-types/hosts.server";
import type { Booking } from "./booking";

export type Slot = { start: number; end: number };

const day = 24 * 60 * 60 * 1000;
const wanted = 4;

type Wish = {
  eventType: EventType;
  durationMinutes: number;
  start: number;
  now: number;
  hostIds?: string[];
  ignoreBookingId?: string;
  only?: readonly number[];
  /** The time that a booking has already. */
  except?: number;
  /** A stretch that does not suit, whoever is free in it. */
  outside?: Slot;
};

/**
 * The free times nearest to a wish, nearest first: within two weeks of it if there are any, else within two months. A
 * wish that is past or too far ahead is answered from the end of the window that it is nearest to.
 */
export async function nearestSlots(wish: Wish): Promise<Slot[]> {
  const { start, durationMinutes, eventType, now } = wish;
  const near = Math.min(Math.max(start, now), windowEnd(eventType, now));
  for (const days of [14, 62]) {
    const range = { from: Math.max(now, near - days * day), to: near + days * day };
    if (range.from >= range.to) continue;
    const slots = (await openSlots({ ...wish, range })).slots.filter((at) => isWanted(at, wish));
    if (slots.length > 0) {
      return slots
        .sort((a, b) => Math.abs(a - start) - Math.abs(b - start) || a - b)
        .slice(0, wanted)
        .map((at) => ({ start: at, end: at + durationMinutes * 60_000 }));
    }
  }
  return [];
}

type Lost = Pick<Booking, "workspaceId" | "eventTypeId" | "start" | "end" | "team">;

/**
 * What the page that it was booked through offers in place of a meeting that too few could make, in the order of the days.
 * Their calendars may know nothing of what keeps them.
 */
export async function timesInPlaceOf(
  { workspaceId, eventTypeId, start, end, team }: Lost,
  now: number,
): Promise<Slot[]> {
  const eventType = await findEventType(workspaceId, eventTypeId);
  if (!eventType?.isActive || eventType.archivedAt) return [];
  const choice = await chooseHosts(eventType, { team: team?.slug });
  if (!choice.ok) return [];
  const { hostIds } = choice;
  const wish = { eventType, hostIds, durationMinutes: (end - start) / 60_000, start, outside: { start, end }, now };
  return (await nearestSlots(wish)).sort((a, b) => a.start - b.start);
}

function isWanted(at: number, { except, outside, durationMinutes }: Wish) {
  const meets = outside && at < outside.end && outside.start < at + durationMinutes * 60_000;
  return at !== except && !meets;
}
