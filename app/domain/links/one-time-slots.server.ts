import { DAY_MS } from "../availability/calendar-days";
import { windowEnd } from "../availability/next-free.server";
import { openSlots } from "../availability/open-slots.server";
import { offeredDurations, type EventType } from "../event-types/event-type";
import { isoInstant } from "../time";
import type { PickedSlot } from "./link";
import type { WantedSlot } from "./one-time-input";
import { pickedStarts } from "./picked-slots";

type Checked =
  { ok: true; slots: PickedSlot[] } | { ok: false; reason: "invalid"; errors: { path: string; message: string }[] };

/** The picked times in their order, each once. All have to be on offer right now, for a length that can be booked. */
export async function checkSlots(eventType: EventType, wanted: readonly WantedSlot[], now: number): Promise<Checked> {
  const slots = wanted.map(({ start, end }) => ({ start, end: end ?? start + eventType.durationMinutes * 60_000 }));
  const areOffered = await whichAreOffered(eventType, slots, now);
  const errors = slots.flatMap(({ start }, index) =>
    areOffered[index] ? [] : [{ path: `slots.${index}`, message: `${isoInstant(start)} is not on offer.` }],
  );
  if (errors.length > 0) return { ok: false, reason: "invalid", errors };
  const unique = new Map(slots.map((slot) => [`${slot.start} ${slot.end}`, slot]));
  return { ok: true, slots: [...unique.values()].sort((a, b) => a.start - b.start || a.end - b.end) };
}

/** Of each of these times whether it could be booked right now. */
export async function whichAreOffered(eventType: EventType, slots: PickedSlot[], now: number): Promise<boolean[]> {
  const last = windowEnd(eventType, now) + DAY_MS;
  const offered = await Promise.all(
    offeredDurations(eventType).map(async (durationMinutes) => {
      const starts = pickedStarts(slots, durationMinutes)
        // Nothing is on offer outside of these, and nobody's calendar is read that far.
        .filter((start) => start > now && start <= last);
      if (starts.length === 0) return [];
      const range = { from: Math.min(...starts), to: Math.max(...starts) + 1 };
      const found = await openSlots({ eventType, durationMinutes, range, now, only: starts });
      return found.slots.map((start) => `${start} ${start + durationMinutes * 60_000}`);
    }),
  );
  const known = new Set(offered.flat());
  return slots.map(({ start, end }) => known.has(`${start} ${end}`));
}
