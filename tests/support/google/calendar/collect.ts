import type { Calendar, GoogleEvent, Stored } from "../world";
import type { Asked } from "./list";
import { isSeries, plainInstances } from "./store";
import { instancesOf } from "./recurrence";
import { instantOf } from "./times";

/** A full list: what is there within the query's bounds. */
export function eventsNow(calendar: Calendar, asked: Asked): GoogleEvent[] {
  const { timeMin, timeMax, singleEvents, showDeleted, updatedMin } = asked;
  const range = { from: timeMin, until: timeMax };
  const found = [...calendar.events.values()].flatMap(({ event }) => {
    if (event.status === "cancelled") {
      const isInstance = Boolean(event.recurringEventId);
      const isWanted = showDeleted || updatedMin !== undefined || (isInstance && !singleEvents);
      return isWanted && !(singleEvents && isSeries(event)) && isWithin(event, calendar, asked) ? [event] : [];
    }
    if (!isSeries(event)) return isWithin(event, calendar, asked) ? [event] : [];
    if (singleEvents) return plainInstances(calendar, event, range);
    return instancesOf(event, calendar.timeZone, range).length > 0 ? [event] : [];
  });
  return sorted(
    found.filter((event) => isAskedFor(event, asked)),
    calendar,
    asked,
  );
}

/**
 * What happened after a change. The bounds of the first list do not hold here: events outside of them come as well, and
 * a changed series comes with all its instances, far beyond.
 */
export function changesSince(calendar: Calendar, since: number, asked: Asked): GoogleEvent[] {
  const changed = [...calendar.events.values()].filter(({ change }) => change > since);
  const events = asked.singleEvents ? singles(calendar, changed, since) : changed.map(({ event }) => event);
  return events.filter((event) => event.status === "cancelled" || hasType(event, asked));
}

function singles(calendar: Calendar, changed: Stored[], since: number): GoogleEvent[] {
  const now = changed.flatMap(({ event }) => {
    if (!isSeries(event)) return [event];
    return event.status === "cancelled" ? [] : plainInstances(calendar, event, {});
  });
  const known = new Set([...now.map(({ id }) => id), ...calendar.events.keys()]);
  const former = calendar.former.filter(({ change }) => change > since).flatMap(({ instances }) => instances);
  const gone = new Map(former.filter(({ id }) => !known.has(id!)).map((event) => [event.id, event]));
  return [...now, ...[...gone.values()].map((event) => ({ ...event, status: "cancelled" }))];
}

function isWithin({ start, end }: GoogleEvent, { timeZone }: Calendar, { timeMin, timeMax }: Asked) {
  if (timeMin !== undefined && instantOf(end, timeZone) <= timeMin) return false;
  return timeMax === undefined || instantOf(start, timeZone) < timeMax;
}

function isAskedFor(event: GoogleEvent, asked: Asked) {
  const { iCalUID, q, updatedMin, privateExtendedProperty = [], sharedExtendedProperty = [] } = asked;
  if (iCalUID !== undefined && event.iCalUID !== iCalUID) return false;
  if (updatedMin !== undefined && Date.parse(event.updated!) < updatedMin) return false;
  if (q !== undefined && !textOf(event).includes(q.toLowerCase())) return false;
  const { private: own = {}, shared = {} } = event.extendedProperties ?? {};
  if (!privateExtendedProperty.every((pair) => isSet(own, pair))) return false;
  return sharedExtendedProperty.every((pair) => isSet(shared, pair)) && hasType(event, asked);
}

function isSet(properties: Record<string, string>, pair: string) {
  const at = pair.indexOf("=");
  return properties[pair.slice(0, at)] === pair.slice(at + 1);
}

function hasType({ eventType }: GoogleEvent, { eventTypes = [] }: Asked) {
  return eventTypes.length === 0 || eventTypes.includes(eventType ?? "default");
}

function textOf({ summary, description, location, attendees = [], organizer }: GoogleEvent) {
  const people = [...attendees, organizer].flatMap((person) => [person?.email, person?.displayName]);
  return [summary, description, location, ...people].join("\n").toLowerCase();
}

function sorted(events: GoogleEvent[], { timeZone }: Calendar, { orderBy }: Asked) {
  if (orderBy === "startTime") events.sort((a, b) => instantOf(a.start, timeZone) - instantOf(b.start, timeZone));
  if (orderBy === "updated") events.sort((a, b) => Date.parse(a.updated!) - Date.parse(b.updated!));
  return events;
}
