import type { Account, Calendar, GoogleEvent, Invitation, World } from "../world";
import { bury, put } from "./store";

type Known = GoogleEvent & { id: string };

const isOrganizer = (calendar: Calendar, { organizer }: GoogleEvent) => organizer?.email === calendar.id;

/** What is each copy's own, and stays as it is when the organizer changes the event. */
const own = ["reminders", "transparency", "colorId", "visibility"] as const;

/** Brings the organizer's event into the calendars of its guests who have an account here. */
export function spread(world: World, calendar: Calendar, before: GoogleEvent | null, after: Known) {
  if (!isOrganizer(calendar, after)) return;
  const isOver = after.status === "cancelled";
  const guests = isOver ? [] : guestsOf(world, calendar, after);
  for (const { email } of before ? guestsOf(world, calendar, before) : []) {
    const theirs = world.calendars.get(email)!;
    const copy = theirs.events.get(after.id)?.event;
    if (copy && copy.status !== "cancelled" && !guests.some((guest) => guest.email === email))
      bury(world, theirs, copy);
  }
  for (const { email } of guests) {
    const theirs = world.calendars.get(email)!;
    if (!threwItAway(theirs, after, email)) put(world, theirs, copyOf(after, theirs.events.get(after.id)?.event));
  }
}

/** A guest's answer reaches the organizer, and from there the other guests. */
export function respond(world: World, copy: Known, email: string, responseStatus: string, sendUpdates: string) {
  const calendar = world.calendars.get(copy.organizer?.email ?? "");
  const event = calendar?.events.get(copy.id)?.event;
  if (!calendar || !event || event.status === "cancelled") return;
  const attendees = event.attendees?.map((each) => (each.email === email ? { ...each, responseStatus } : each));
  const after = put(world, calendar, { ...event, attendees });
  spread(world, calendar, event, after);
  if (sendUpdates !== "none") note(world, calendar, event, "response", calendar.owner, sendUpdates);
}

/** Notes whom Google would have written to. */
export function inform(
  world: World,
  calendar: Calendar,
  before: GoogleEvent | null,
  after: Known,
  sendUpdates: string,
) {
  if (!isOrganizer(calendar, after)) return;
  const [old, now] = [before, after].map((event) => (event && event.status !== "cancelled" ? addresses(event) : []));
  const kinds = [
    ...now!.map((to) => [to, old!.includes(to) ? "update" : "invitation"] as const),
    ...old!.filter((to) => !now!.includes(to)).map((to) => [to, "cancellation"] as const),
  ];
  for (const [to, kind] of kinds) {
    const isOutside = !world.accounts.has(to);
    const isWritten = sendUpdates === "all" || (sendUpdates === "externalOnly" && isOutside);
    if (isWritten && to !== calendar.owner) note(world, calendar, after, kind, to, sendUpdates);
  }
}

function note(
  world: World,
  calendar: Calendar,
  event: GoogleEvent,
  kind: Invitation["kind"],
  to: string,
  sendUpdates: string,
) {
  const [eventId, iCalUID] = [event.id!, event.iCalUID!];
  world.invitations.push({ kind, to, calendarId: calendar.id, eventId, iCalUID, sendUpdates, at: world.clock.now() });
}

function addresses({ attendees = [] }: GoogleEvent) {
  return attendees.filter(({ resource }) => !resource).map(({ email }) => email!.toLowerCase());
}

function guestsOf(world: World, calendar: Calendar, event: GoogleEvent): Account[] {
  return addresses(event).flatMap((email) => (email !== calendar.id && world.accounts.get(email)) || []);
}

/** Who deleted an event, and so declined it, does not get it back. */
function threwItAway(theirs: Calendar, { id, attendees }: Known, email: string) {
  const answer = attendees?.find((each) => each.email?.toLowerCase() === email)?.responseStatus;
  return answer === "declined" && theirs.events.get(id)?.event.status === "cancelled";
}

function copyOf({ extendedProperties, ...event }: Known, old: GoogleEvent | undefined): Known {
  const copy: Known = { ...event };
  for (const name of own) delete copy[name];
  for (const name of own) if (old && name in old) Object.assign(copy, { [name]: old[name] });
  const properties = { private: old?.extendedProperties?.private, shared: extendedProperties?.shared };
  return properties.private || properties.shared ? { ...copy, extendedProperties: properties } : copy;
}
