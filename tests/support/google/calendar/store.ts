import type { Calendar, GoogleEvent, World } from "../world";
import { announce } from "./channels";
import { instancesOf, instanceWithId } from "./recurrence";
import { idSuffix } from "./times";

export const isSeries = (event: GoogleEvent) => (event.recurrence?.length ?? 0) > 0;

/** Keeps an event's new state: a new etag, an entry in the change log, a word to who watches. */
export function put(world: World, calendar: Calendar, event: GoogleEvent & { id: string }) {
  const before = calendar.events.get(event.id)?.event;
  const change = ++calendar.changes;
  if (before && isSeries(before) && before.status !== "cancelled") {
    calendar.former.push({ change, instances: instancesOf(before, calendar.timeZone) });
  }
  const updated = new Date(world.clock.now()).toISOString();
  const now = { ...event, etag: `"${3_400_000_000_000_000 + ++world.counter}"`, updated };
  calendar.events.set(event.id, { event: now, change });
  if (isSeries(now) || (before && isSeries(before))) dropStrayInstances(world, calendar, now);
  announce(world, calendar);
  return now;
}

/** Marks an event as deleted; its id stays taken. */
export function bury(world: World, calendar: Calendar, event: GoogleEvent & { id: string }) {
  return put(world, calendar, { ...event, status: "cancelled" });
}

/** An event by its id, also an instance of a series that was never touched by itself. */
export function findEvent(calendar: Calendar, id: string): (GoogleEvent & { id: string }) | null {
  const stored = calendar.events.get(id)?.event;
  if (stored) return stored;
  const masterId = /^(.+)_\d{8}(T\d{6}Z)?$/.exec(id)?.[1];
  const master = masterId ? calendar.events.get(masterId)?.event : undefined;
  if (!master || master.status === "cancelled") return null;
  const found = instanceWithId(master, calendar.timeZone, id);
  return found ? { ...found, id } : null;
}

/** The instances of a series that were changed or cancelled by themselves. */
export function changedInstances(calendar: Calendar, masterId: string) {
  return [...calendar.events.values()].map(({ event }) => event).filter((event) => event.recurringEventId === masterId);
}

/** The instances of a series that follow it as it is. */
export function plainInstances(calendar: Calendar, master: GoogleEvent, range: { from?: number; until?: number }) {
  const changed = new Set<unknown>(changedInstances(calendar, master.id!).map(({ id }) => id));
  return instancesOf(master, calendar.timeZone, range).filter(({ id }) => !changed.has(id));
}

/** What was changed about single instances goes when the series has none at that time any more. */
function dropStrayInstances(world: World, calendar: Calendar, master: GoogleEvent & { id: string }) {
  const isGone = master.status === "cancelled";
  for (const instance of changedInstances(calendar, master.id)) {
    const id = `${master.id}_${idSuffix(instance.originalStartTime!, calendar.timeZone)}`;
    const isStray = isGone || !instanceWithId(master, calendar.timeZone, id);
    if (isStray && instance.status !== "cancelled") bury(world, calendar, instance);
  }
}
