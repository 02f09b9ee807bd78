import { openSlots } from "../availability/open-slots.server";
import type { EventType } from "../event-types/event-type";

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
  /** The time that a booking has already. */
  except?: number;
};

/** The free times nearest to a wish, nearest first: within two weeks of it if there are any, else within two months. */
export async function nearestSlots(wish: Wish): Promise<Slot[]> {
  const { start, durationMinutes } = wish;
  for (const days of [14, 62]) {
    const range = { from: Math.max(wish.now, start - days * day), to: start + days * day };
    if (range.from >= range.to) continue;
    const slots = (await openSlots({ ...wish, range })).slots.filter((at) => at !== wish.except);
    if (slots.length > 0) {
      return slots
        .sort((a, b) => Math.abs(a - start) - Math.abs(b - start) || a - b)
        .slice(0, wanted)
        .map((at) => ({ start: at, end: at + durationMinutes * 60_000 }));
    }
  }
  return [];
}
