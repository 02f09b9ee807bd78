import { DAY_MS, formatDate, weekday } from "~/domain/availability/calendar-days";
import { wallToInstant } from "~/domain/availability/zones";
import { isoInstant } from "~/domain/time";
import * as bookRoute from "~/routes/api.v1.public.book.$ws.$event.book";
import * as slotsRoute from "~/routes/api.v1.public.book.$ws.$event.slots";
import { createEventType, createWorkspace } from "../../support/factories";
import { callApi } from "../../support/requests";

export type Json = Record<string, unknown> & {
  errors: { path: string; message: string }[];
  slots: { start: string; end: string }[];
  alternatives: { start: string; end: string }[];
};

type Options = { body?: unknown; headers?: Record<string, string>; token?: string; address?: string };
type EventTypeGiven = Parameters<typeof createEventType>[1];

/** A Monday that is not past and lies within every window, and its 10:00 in Oslo, where the hosts work from 9 to 17. */
export const monday = mondayAfter(10);
export const tenOClock = isoInstant(wallToInstant("Europe/Oslo", monday, 600));

export const mei = { timezone: "Asia/Tokyo", name: "Mei Tanaka", email: "mei@example.com" };

/** A workspace with one host and one event type, and its public calls. */
export async function studio(columns: Partial<EventTypeGiven> = {}) {
  const { workspace, owner } = await createWorkspace();
  return { owner, ...(await publicCalls(workspace, { owner, ...columns })) };
}

export async function publicCalls<W extends { id: string; slug: string }>(workspace: W, given: EventTypeGiven) {
  const eventType = await createEventType(workspace, given);
  const params = { ws: workspace.slug, event: eventType.slug };
  const base = `/api/v1/public/book/${workspace.slug}/${eventType.slug}`;
  const slots = (query: string, options: Options = {}) =>
    callApi<Json>(slotsRoute, "GET", `${base}/slots?${query}`, { params, ...options });
  const book = (body: unknown, options: Options = {}) =>
    callApi<Json>(bookRoute, "POST", `${base}/book`, { params, body, ...options });
  return { workspace, eventType, params, base, slots, book };
}

/** The query of a range of dates, both inclusive. */
export function days(first: number, last = first) {
  return `from=${formatDate(first)}&to=${formatDate(last)}`;
}

function mondayAfter(days: number) {
  const day = Math.floor(Date.now() / DAY_MS) + days;
  return day + ((7 - weekday(day)) % 7);
}
