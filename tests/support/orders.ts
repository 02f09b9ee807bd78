import { DAY_MS, weekday } from "~/domain/availability/calendar-days";
import { wallToInstant } from "~/domain/availability/zones";
import { book, type BookResult } from "~/domain/bookings/book.server";
import { BookInput } from "~/domain/bookings/booking";
import { findEventType } from "~/domain/event-types/event-types.server";
import type { EventType } from "~/domain/event-types/event-type";
import { createEventType, createWorkspace } from "./factories";

/** The Friday on which the tests of bookings stand, and the Monday after it, 10:00 in Oslo. */
export const now = Date.parse("2026-11-20T08:00:00Z");
export const monday = "2026-11-23T09:00:00Z";

const today = Math.floor(Date.now() / DAY_MS);
/** A Wednesday within every window, for what asks the real clock, and its times in Oslo, where the hosts are. */
export const wednesday = today + 14 + ((2 - weekday(today) + 7) % 7);

export function inOslo(hour: number, minutes = 0, day = wednesday): number {
  return wallToInstant("Europe/Oslo", day, hour * 60 + minutes);
}

let given = 0;
/** Half an hour of the hosts' hours, a week after that Wednesday or more, another one each time. */
export function nextInOslo(): number {
  const place = given++;
  const week = 1 + Math.floor(place / 16);
  return inOslo(9, (place % 16) * 30, wednesday + 7 * week);
}

/** What an invitee sends. */
export function wish(given: Record<string, unknown> = {}) {
  return BookInput.parse({
    start: monday,
    timezone: "Asia/Tokyo",
    name: "Mei Tanaka",
    email: "mei@example.com",
    ...given,
  });
}

/** A workspace in Oslo with one host and one event type. */
export async function office(columns: Partial<Parameters<typeof createEventType>[1]> = {}) {
  const { workspace, owner } = await createWorkspace();
  const row = await createEventType(workspace, { owner, ...columns });
  return { workspace, owner, eventType: (await findEventType(workspace.id, row.id))! };
}

/** Books, and fails the test if it is refused. */
export async function booked(eventType: EventType, given: Record<string, unknown> = {}) {
  const result: BookResult = await book({ eventType, input: wish(given), locale: "en", now });
  if (!result.ok) throw new Error(result.reason);
  return result.booking;
}
