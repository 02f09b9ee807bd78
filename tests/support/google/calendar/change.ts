import type { Call } from "../../fakes/routes";
import { Refusal } from "../refusals";
import type { Calendar, GoogleEvent, World } from "../world";
import { type Access, openCalendar } from "./access";
import { checkEvent } from "./event-input";
import { inform, respond, spread } from "./guests";
import { eventBody, notice, ownerOf, standing } from "./insert";
import { conferenceAfter, settleConference } from "./meet";
import { changeParameters, deleteParameters, getParameters, moveParameters, readParameters } from "./parameters";
import { bury, findEvent, put } from "./store";
import { view } from "./view";
import { merge, writable } from "./writable";

type Known = GoogleEvent & { id: string };

/** Null: the caller has this state already. */
export function getEvent(world: World, call: Call): GoogleEvent | null {
  const access = openCalendar(world, call, "events.get");
  const asked = readParameters(world, call, "events.get", getParameters);
  const stored = access.calendar.events.get(call.params.eventId!);
  const event = stored ? settleConference(world, access.calendar, stored) : foundEvent(access.calendar, call);
  return call.headers["if-none-match"] === event.etag ? null : view(access, event, asked);
}

export function changeEvent(world: World, call: Call, kind: "patch" | "update"): GoogleEvent {
  const route = `events.${kind}`;
  const access = openCalendar(world, call, route, true);
  const asked = readParameters(world, call, route, changeParameters);
  const body = eventBody(world, call, route);
  const { calendar, entry } = access;
  const before = foundEvent(calendar, call);
  checkMatch(call, before);
  const changes = writable(body);
  if (before.organizer?.email !== calendar.id && !before.guestsCanModify) {
    return view(access, changeAsGuest(world, access, before, changes, notice(asked)), asked);
  }
  const base = kind === "patch" ? before : unchanging(world, calendar, before);
  const merged = checkEvent(merge<GoogleEvent>(base, changes), calendar.timeZone);
  const conference = conferenceAfter(world, entry, before, body, asked.conferenceDataVersion);
  const sequence = Math.max(merged.sequence ?? 0, (before.sequence ?? 0) + (isMoved(before, merged) ? 1 : 0));
  const after = put(world, calendar, { ...merged, ...conference, sequence, id: before.id });
  spread(world, calendar, before, after);
  inform(world, calendar, before, after, notice(asked));
  return view(access, after, asked);
}

export function deleteEvent(world: World, call: Call) {
  const { calendar } = openCalendar(world, call, "events.delete", true);
  const asked = readParameters(world, call, "events.delete", deleteParameters);
  const event = foundEvent(calendar, call);
  if (event.status === "cancelled") throw new Refusal(410, "deleted");
  checkMatch(call, event);
  removeEvent(world, calendar, event, notice(asked));
}

/** Gone from this calendar; a guest who does so declines. */
export function removeEvent(world: World, calendar: Calendar, event: Known, sendUpdates: string) {
  const after = bury(world, calendar, event);
  spread(world, calendar, event, after);
  inform(world, calendar, event, after, sendUpdates);
  if (event.organizer?.email !== calendar.id) respond(world, event, calendar.id, "declined", sendUpdates);
}

export function moveEvent(world: World, call: Call): GoogleEvent {
  const from = openCalendar(world, call, "events.move", true);
  const asked = readParameters(world, call, "events.move", moveParameters);
  if (!asked.destination) throw new Refusal(400, "required", "Missing destination.", "destination");
  const to = openCalendar(
    world,
    { ...call, params: { ...call.params, calendarId: asked.destination } },
    "events.move",
    true,
  );
  const event = foundEvent(from.calendar, call);
  if (event.organizer?.email !== from.calendar.id) throw new Refusal(403, "forbiddenForNonOrganizer");
  if (to.calendar.events.has(event.id)) throw new Refusal(409, "duplicate");
  bury(world, from.calendar, event);
  return view(to, put(world, to.calendar, { ...event, organizer: ownerOf(to.calendar) }));
}

/** Guests may change what is theirs: the answer, the reminders, whether the time is taken. */
const guestFields = ["reminders", "transparency", "colorId", "visibility", "extendedProperties", "status"];

function changeAsGuest(world: World, { calendar }: Access, before: Known, changes: GoogleEvent, sendUpdates: string) {
  const { attendees, ...others } = changes;
  const isShared = (name: string) =>
    !guestFields.includes(name) &&
    JSON.stringify(others[name as keyof typeof others]) !== JSON.stringify(before[name as keyof GoogleEvent]);
  if (Object.keys(others).some(isShared)) throw new Refusal(403, "forbiddenForNonOrganizer");
  const answer = attendees?.find(({ email }) => email?.toLowerCase() === calendar.id)?.responseStatus;
  const mine = before.attendees?.map((each) =>
    answer && each.email?.toLowerCase() === calendar.id ? { ...each, responseStatus: answer } : each,
  );
  const after = put(world, calendar, { ...merge<GoogleEvent>(before, others), attendees: mine, id: before.id });
  if (answer) respond(world, after, calendar.id, answer, sendUpdates);
  return calendar.events.get(before.id)!.event;
}

function foundEvent(calendar: Calendar, call: Call): Known {
  const event = findEvent(calendar, call.params.eventId!);
  if (!event) throw new Refusal(404, "notFound");
  return event;
}

function checkMatch(call: Call, { etag }: GoogleEvent) {
  const wanted = call.headers["if-match"];
  if (wanted !== undefined && wanted !== "*" && wanted !== etag) throw new Refusal(412, "conditionNotMet");
}

/** What a full replacement leaves alone. */
function unchanging(world: World, calendar: Calendar, before: Known): Known {
  const { created, iCalUID, creator, organizer, recurringEventId, originalStartTime } = before;
  const kept = { created, iCalUID, creator, organizer, recurringEventId, originalStartTime };
  return { ...standing(world, calendar, before.id), ...merge<GoogleEvent>({}, kept), id: before.id };
}

function isMoved(before: GoogleEvent, after: GoogleEvent) {
  const parts = ({ start, end, recurrence, status }: GoogleEvent) => JSON.stringify([start, end, recurrence, status]);
  return parts(before) !== parts(after);
}
