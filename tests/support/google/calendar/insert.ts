import type { Call } from "../../fakes/routes";
import { opaque } from "../oauth/grants";
import { Refusal } from "../refusals";
import type { Calendar, GoogleEvent, World } from "../world";
import { type Access, bodyOf, openCalendar } from "./access";
import { checkFields, eventFields } from "./event-fields";
import { checkEvent, checkId } from "./event-input";
import { inform, spread } from "./guests";
import { conferenceAfter } from "./meet";
import { importParameters, insertParameters, readParameters } from "./parameters";
import { put } from "./store";
import { view } from "./view";
import { merge, writable } from "./writable";

export function insertEvent(world: World, call: Call): GoogleEvent {
  const access = openCalendar(world, call, "events.insert", true);
  const asked = readParameters(world, call, "events.insert", insertParameters);
  const body = eventBody(world, call, "events.insert");
  const { calendar } = access;
  if (body.id && body.iCalUID) throw new Refusal(400, "invalid", "Only one of id and iCalUID may be given.");
  if (body.id) checkId(body.id);
  const uids = [...calendar.events.values()].map(({ event }) => event.iCalUID);
  if ((body.id && calendar.events.has(body.id)) || (body.iCalUID && uids.includes(body.iCalUID))) {
    throw new Refusal(409, "duplicate");
  }
  const event = newEvent(world, access, { ...body, id: body.id ?? newId() });
  const conference = conferenceAfter(world, access.entry, null, body, asked.conferenceDataVersion);
  const stored = put(world, calendar, { ...event, ...conference });
  spread(world, calendar, null, stored);
  inform(world, calendar, null, stored, notice(asked));
  return view(access, stored, asked);
}

/** A private copy of somebody's event: nobody is told, and the same UID means the same event. */
export function importEvent(world: World, call: Call): GoogleEvent {
  const access = openCalendar(world, call, "events.import", true);
  const asked = readParameters(world, call, "events.import", importParameters);
  const body = eventBody(world, call, "events.import");
  const { calendar } = access;
  if (!body.iCalUID) throw new Refusal(400, "required", "Missing iCalUID.");
  const old = [...calendar.events.values()].find(({ event }) => event.iCalUID === body.iCalUID)?.event;
  if (old && (body.sequence ?? 0) < (old.sequence ?? 0)) throw new Refusal(400, "invalid", "Invalid sequence value.");
  const event = newEvent(world, access, { ...body, id: old?.id ?? newId() });
  const organizer = body.organizer?.email ? body.organizer : event.organizer;
  const conference = conferenceAfter(world, access.entry, old ?? null, body, asked.conferenceDataVersion);
  return view(access, put(world, calendar, { ...event, ...conference, organizer }));
}

/** The body, checked for fields that Google does not know. */
export function eventBody(world: World, call: Call, route: string): GoogleEvent {
  const body = bodyOf(call);
  checkFields(world, route, body, eventFields);
  return body;
}

export const notice = (asked: { sendUpdates?: string; sendNotifications?: boolean }) =>
  asked.sendUpdates ?? (asked.sendNotifications ? "all" : "none");

export const newId = () =>
  opaque()
    .toLowerCase()
    .replace(/[^a-v0-9]/g, "0")
    .slice(0, 26);

export function ownerOf({ id, summary, owner }: Calendar) {
  return id === owner ? { email: id } : { email: id, displayName: summary };
}

function newEvent(world: World, { account, calendar }: Access, body: GoogleEvent & { id: string }) {
  const checked = checkEvent(merge<GoogleEvent>({}, writable(body)), calendar.timeZone);
  return {
    ...standing(world, calendar, body.id),
    ...checked,
    iCalUID: body.iCalUID ?? `${body.id}@google.com`,
    creator: { email: account.email },
    organizer: ownerOf(calendar),
    id: body.id,
  };
}

/** What each event has from its first day. */
export function standing({ clock }: World, calendar: Calendar, id: string) {
  return {
    kind: "calendar#event",
    id,
    status: "confirmed",
    htmlLink: `https://www.google.com/calendar/event?eid=${Buffer.from(`${id} ${calendar.id}`).toString("base64url")}`,
    created: new Date(clock.now()).toISOString(),
    sequence: 0,
    reminders: { useDefault: true },
    eventType: "default",
  };
}
