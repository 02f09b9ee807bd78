import type { GoogleEvent } from "../world";

/** What only Google sets; whoever sends it is not heard. */
const readOnly: (keyof GoogleEvent)[] = [
  "kind",
  "etag",
  "htmlLink",
  "created",
  "updated",
  "creator",
  "organizer",
  "hangoutLink",
  "locked",
  "privateCopy",
  "attendeesOmitted",
  "endTimeUnspecified",
  "recurringEventId",
  "originalStartTime",
  "iCalUID",
  "id",
  "conferenceData",
];

/** The part of a body that a caller may set. */
export function writable(body: GoogleEvent): GoogleEvent {
  const kept = Object.entries(body).filter(([name]) => !readOnly.includes(name as keyof GoogleEvent));
  const event = Object.fromEntries(kept) as GoogleEvent;
  return event.attendees ? { ...event, attendees: event.attendees.map(cleanAttendee) } : event;
}

/** A patch: objects are merged field by field, null takes a field away, and lists are replaced whole. */
export function merge<T extends object>(base: T, patch: Partial<T>): T {
  const result = { ...base } as Record<string, unknown>;
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else if (isObject(value)) result[name] = merge(isObject(result[name]) ? result[name] : {}, value);
    else if (value !== undefined) result[name] = value;
  }
  return result as T;
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function cleanAttendee({
  email,
  displayName,
  optional,
  responseStatus,
  additionalGuests,
  comment,
  resource,
}: Attendee) {
  const attendee = { displayName, optional, additionalGuests, comment, resource };
  return merge({ email, responseStatus: responseStatus ?? "needsAction" } as Attendee, attendee);
}

type Attendee = NonNullable<GoogleEvent["attendees"]>[number];
