import type { calendar_v3 } from "@googleapis/calendar";
import type { GoogleEvent, World } from "../world";
import { complain } from "./parameters";

/** True: any value. "texts": a map of any names. An object: the names that it may have. A list: of such objects. */
type Shape = true | "texts" | { [name: string]: Shape } | [Shape];
type Fields<T> = Record<keyof T, Shape>;

const time: Fields<calendar_v3.Schema$EventDateTime> = { date: true, dateTime: true, timeZone: true };
const person: Shape = { displayName: true, email: true, id: true, self: true };
const attendee: Fields<calendar_v3.Schema$EventAttendee> = {
  additionalGuests: true,
  asyncOperation: true,
  comment: true,
  displayName: true,
  email: true,
  id: true,
  optional: true,
  organizer: true,
  resource: true,
  responseStatus: true,
  self: true,
};
const conference: Fields<calendar_v3.Schema$ConferenceData> = {
  conferenceId: true,
  conferenceSolution: true,
  createRequest: { requestId: true, conferenceSolutionKey: { type: true }, status: { statusCode: true } },
  entryPoints: true,
  notes: true,
  parameters: true,
  signature: true,
};

// The official client's type keeps the list complete.
const event: Fields<GoogleEvent> = {
  anyoneCanAddSelf: true,
  attachments: true,
  attendees: [attendee],
  attendeesOmitted: true,
  birthdayProperties: true,
  colorId: true,
  conferenceData: conference,
  created: true,
  creator: person,
  description: true,
  end: time,
  endTimeUnspecified: true,
  etag: true,
  eventLabelId: true,
  eventType: true,
  extendedProperties: { private: "texts", shared: "texts" },
  focusTimeProperties: true,
  gadget: true,
  guestsCanInviteOthers: true,
  guestsCanModify: true,
  guestsCanSeeOtherGuests: true,
  hangoutLink: true,
  htmlLink: true,
  iCalUID: true,
  id: true,
  kind: true,
  location: true,
  locked: true,
  organizer: person,
  originalStartTime: time,
  outOfOfficeProperties: true,
  privateCopy: true,
  recurrence: true,
  recurringEventId: true,
  reminders: { overrides: [{ method: true, minutes: true }], useDefault: true },
  sequence: true,
  source: { title: true, url: true },
  start: time,
  status: true,
  summary: true,
  transparency: true,
  updated: true,
  visibility: true,
  workingLocationProperties: true,
};

export const channelFields: Shape = {
  address: true,
  expiration: true,
  id: true,
  kind: true,
  params: "texts",
  payload: true,
  resourceId: true,
  resourceUri: true,
  token: true,
  type: true,
} satisfies Fields<calendar_v3.Schema$Channel>;

export const freeBusyFields: Shape = {
  calendarExpansionMax: true,
  groupExpansionMax: true,
  items: [{ id: true }],
  timeMax: true,
  timeMin: true,
  timeZone: true,
} satisfies Fields<calendar_v3.Schema$FreeBusyRequest>;

export const eventFields: Shape = event;

/** Google passes over body fields that it does not know; whoever sends one has a mistake to find. */
export function checkFields(world: World, route: string, value: unknown, shape: Shape, path = "") {
  for (const name of unknownFields(value, shape, path)) complain(world, `${route}: unknown body field "${name}"`);
}

function unknownFields(value: unknown, shape: Shape, path: string): string[] {
  if (shape === true || value === null || typeof value !== "object") return [];
  if (shape === "texts") {
    return Object.entries(value).flatMap(([name, each]) =>
      typeof each === "string" || each === null ? [] : [`${path}${name} (not a text)`],
    );
  }
  if (Array.isArray(shape)) {
    return Array.isArray(value)
      ? value.flatMap((each) => unknownFields(each, shape[0], path))
      : [`${path}(not a list)`];
  }
  return Object.entries(value).flatMap(([name, each]) => {
    const inner = shape[name];
    return inner ? unknownFields(each, inner, `${path}${name}.`) : [path + name];
  });
}
