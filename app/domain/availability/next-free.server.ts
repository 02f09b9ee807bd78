import type { EventType } from "../event-types/event-type";
import { DAY_MS } from "./calendar-days";
import { openSlots } from "./open-slots.server";
import { localDay, wallToInstant } from "./zones";

type Question = Omit<Parameters<typeof openSlots>[0], "range"> & {
  from: number;
  /** The time that a booking has already. */
  except?: number;
};

/** The first start on offer from an instant on. Looks a little ahead first, since most answers are near. */
export async function nextFree({ from, except, ...question }: Question): Promise<number | null> {
  const end = lastPossible(question.eventType, question.now);
  let start = Math.max(from, question.now);
  for (const days of [7, 42, Infinity]) {
    const to = Math.min(start + days * DAY_MS, end);
    if (start >= to) return null;
    const { slots } = await openSlots({ ...question, range: { from: start, to } });
    const found = slots.find((slot) => slot !== except);
    if (found !== undefined) return found;
    start = to;
  }
  return null;
}

/** The end of the window's last day by the hosts' own clocks: for pages, which end their calendar there. */
export function windowEnd(eventType: EventType, now: number): number {
  const ends = eventType.members.map(({ timezone }) =>
    wallToInstant(timezone, localDay(timezone, now) + eventType.bookingWindowDays + 1, 0),
  );
  return Math.max(now, ...ends);
}

/** No start on offer is later, in whatever zone the hosts' hours are: a bound for searches. */
function lastPossible(eventType: EventType, now: number): number {
  return now + (eventType.bookingWindowDays + 2) * DAY_MS;
}
