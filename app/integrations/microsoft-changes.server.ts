import { z } from "zod";
import type { CalendarProvider, Changes, Outcome } from "./calendar-provider";
import { type GraphEvent, graphEvent, toProviderEvent } from "./microsoft-event.server";
import { calendarPath, type Graph } from "./microsoft-graph.server";
import { failed } from "./provider-http.server";

type Window = { from: number; to: number };

const removedItem = z.object({ id: z.string(), "@removed": z.object({}) });
const item = z.union([removedItem, graphEvent]);

/** What a round told of the events, the last of what it told of each. */
type Told = {
  singles: GraphEvent[];
  masters: Map<string, GraphEvent>;
  bare: Map<string, GraphEvent[]>;
  removed: string[];
};

export function microsoftChanges(graph: Graph): Pick<CalendarProvider, "listChanges"> {
  async function listChanges(
    access: string,
    { calendarId, window, token }: Parameters<CalendarProvider["listChanges"]>[1],
  ): Promise<Outcome<Changes>> {
    const calendar = calendarPath(calendarId);
    const start = { path: `${calendar}/calendarView/delta`, query: queryOf(window) };
    const round = await graph.changes(access, token ?? start, item);
    if (!round.ok) return round;
    const { items, deltaLink } = round.value;
    if (!deltaLink) return failed({ kind: "later", said: "Microsoft gave half an answer.", mayHaveHappened: false });
    const told = sort(items);
    const series = await readSeries(access, calendar, window, told);
    if (!series.ok) return series;
    const events = new Map([...told.singles, ...series.value].map((event) => [event.id, toProviderEvent(event)]));
    // Nothing says which occurrences of a changed series are no more: it is told anew, as a whole.
    const removed = new Set([...told.removed, ...told.masters.keys(), ...told.bare.keys()]);
    const isFull = token === null;
    const changes = { isFull, events: [...events.values()], removed: isFull ? [] : [...removed], token: deltaLink };
    return { ok: true, value: changes };
  }

  /** A round tells no more of an occurrence than its times. The rest is its master's, if that is told as well. */
  async function readSeries(access: string, calendar: string, window: Window, { masters, bare }: Told) {
    const events: GraphEvent[] = [];
    for (const [id, occurrences] of bare) {
      const master = masters.get(id);
      if (master) {
        for (const occurrence of occurrences) events.push(withMaster(occurrence, master));
        continue;
      }
      const path = `${calendar}/events/${encodeURIComponent(id)}/instances`;
      const instances = await graph.list(access, { path, query: queryOf(window) }, graphEvent);
      if (instances.ok) events.push(...instances.value);
      else if (instances.failure.kind !== "gone") return instances;
    }
    return { ok: true, value: events } as const;
  }

  return { listChanges };
}

function sort(items: z.infer<typeof item>[]): Told {
  const last = new Map(items.map((each) => [each.id, each]));
  const told: Told = { singles: [], masters: new Map(), bare: new Map(), removed: [] };
  for (const each of last.values()) {
    if ("@removed" in each) told.removed.push(each.id);
    else if (each.type === "seriesMaster") {
      told.masters.set(each.id, each);
      // A booking's event that its host made a series of stays the booking's.
      if (toProviderEvent(each).bookingId) told.singles.push(each);
    } else if (each.type === "occurrence" && each.seriesMasterId) {
      told.bare.set(each.seriesMasterId, [...(told.bare.get(each.seriesMasterId) ?? []), each]);
    } else told.singles.push(each);
  }
  return told;
}

function withMaster(occurrence: GraphEvent, { isAllDay, isCancelled, showAs, responseStatus }: GraphEvent): GraphEvent {
  return { isAllDay, isCancelled, showAs, responseStatus, ...occurrence };
}

function queryOf({ from, to }: Window) {
  return { startDateTime: new Date(from).toISOString(), endDateTime: new Date(to).toISOString() };
}
