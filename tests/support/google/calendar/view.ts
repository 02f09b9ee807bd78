import type { GoogleEvent } from "../world";
import { type Access, isAtLeast } from "./access";
import { shown } from "./times";

type Wish = { timeZone?: string; maxAttendees?: number };

/** An event as an answer shows it to this person, in this calendar. */
export function view(access: Access, event: GoogleEvent, { timeZone, maxAttendees }: Wish = {}): GoogleEvent {
  const { calendar } = access;
  const zone = timeZone ?? calendar.timeZone;
  const times = {
    ...(event.start ? { start: shown(event.start, zone, calendar.timeZone) } : {}),
    ...(event.end ? { end: shown(event.end, zone, calendar.timeZone) } : {}),
    ...(event.originalStartTime ? { originalStartTime: shown(event.originalStartTime, zone, calendar.timeZone) } : {}),
  };
  if (hidesDetails(access, event)) {
    const { kind, etag, id, status, recurringEventId, transparency, eventType, updated } = event;
    const left = { kind, etag, id, status, recurringEventId, transparency, eventType, updated, visibility: "private" };
    return { ...left, ...times };
  }
  return { ...event, ...times, ...peopleOf(access, event, maxAttendees) };
}

/** What a list tells of a deleted event: the id, and of an instance also which one it was. */
export function goneView(access: Access, event: GoogleEvent): GoogleEvent {
  const { kind, etag, id, recurringEventId, originalStartTime } = event;
  const zone = access.calendar.timeZone;
  const instance = recurringEventId
    ? { recurringEventId, originalStartTime: shown(originalStartTime!, zone, zone) }
    : {};
  return { kind, etag, id, status: "cancelled", ...instance };
}

function hidesDetails({ seesTimesOnly, entry }: Access, { visibility }: GoogleEvent) {
  const isPrivate = visibility === "private" || visibility === "confidential";
  return seesTimesOnly || (isPrivate && !isAtLeast(entry.accessRole, "writer"));
}

function peopleOf({ calendar }: Access, event: GoogleEvent, maxAttendees = Infinity): Partial<GoogleEvent> {
  const isSelf = (email?: string | null) => email?.toLowerCase() === calendar.id;
  const mark = <T extends { email?: string | null }>(person: T) =>
    isSelf(person.email) ? { ...person, self: true } : person;
  const attendees = event.attendees?.map((attendee) => ({
    ...mark(attendee),
    ...(attendee.email === event.organizer?.email ? { organizer: true } : {}),
  }));
  const isCut = (attendees?.length ?? 0) > maxAttendees;
  return {
    ...(event.creator ? { creator: mark(event.creator) } : {}),
    ...(event.organizer ? { organizer: mark(event.organizer) } : {}),
    ...(attendees ? { attendees: isCut ? attendees.filter((each) => "self" in each) : attendees } : {}),
    ...(isCut ? { attendeesOmitted: true } : {}),
  };
}
