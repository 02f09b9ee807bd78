import type { calendar_v3 } from "@googleapis/calendar";
import { DateTime } from "luxon";
import type { Call } from "../../fakes/routes";
import { Refusal } from "../refusals";
import type { GoogleEvent, World } from "../world";
import { type Access, openCalendar } from "./access";
import { changesSince, eventsNow } from "./collect";
import { instancesParameters, listParameters, readParameters, type Values } from "./parameters";
import { findEvent, changedInstances, isSeries, plainInstances } from "./store";
import { pageOf } from "./sync-tokens";
import { instantOf } from "./times";
import { goneView, view } from "./view";

export type Asked = Values<typeof listParameters>;

const notWithSync = [
  "iCalUID",
  "orderBy",
  "privateExtendedProperty",
  "q",
  "sharedExtendedProperty",
  "timeMin",
  "timeMax",
  "updatedMin",
] as const;
/** Lists with one of these carry no sync token. */
const withoutSync = notWithSync.filter((name) => name !== "timeMin" && name !== "timeMax");
const UPDATED_MS = 28 * 86_400_000;

export function listEvents(world: World, call: Call): calendar_v3.Schema$Events {
  const access = openCalendar(world, call, "events.list");
  const asked = readParameters(world, call, "events.list", listParameters);
  checkQuery(world, asked);
  const { singleEvents = false, eventTypes = [], maxAttendees, timeZone, alwaysIncludeEmail } = asked;
  const shape = JSON.stringify({ singleEvents, eventTypes, maxAttendees, timeZone, alwaysIncludeEmail });
  const size = Math.min(asked.maxResults ?? 250, 2500);
  const page = pageOf<GoogleEvent>(world, { ...asked, list: access.calendar.id, shape, size }, (since) => ({
    items: since === null ? eventsNow(access.calendar, asked) : changesSince(access.calendar, since, asked),
    change: withoutSync.some((name) => asked[name] !== undefined) ? null : access.calendar.changes,
  }));
  return { ...head(world, access, asked.timeZone), ...page, items: shownItems(access, page.items, asked) };
}

export function listInstances(world: World, call: Call): calendar_v3.Schema$Events {
  const access = openCalendar(world, call, "events.instances");
  const { calendar } = access;
  const asked = readParameters(world, call, "events.instances", instancesParameters);
  const master = findEvent(calendar, call.params.eventId!);
  if (!master) throw new Refusal(404, "notFound");
  if (!isSeries(master)) throw new Refusal(400, "cannotListInstances", "Only a recurring event has instances.");
  const { timeMin, timeMax, showDeleted = false, originalStart } = asked;
  const range = { from: timeMin, until: timeMax };
  const changed = changedInstances(calendar, master.id).filter(
    ({ status, start, end }) =>
      (showDeleted || status !== "cancelled") &&
      instantOf(end, calendar.timeZone) > (timeMin ?? -Infinity) &&
      instantOf(start, calendar.timeZone) < (timeMax ?? Infinity),
  );
  const all = master.status === "cancelled" ? changed : [...plainInstances(calendar, master, range), ...changed];
  const items = all.filter(
    ({ originalStartTime }) =>
      !originalStart || instantOf(originalStartTime, calendar.timeZone) === DateTime.fromISO(originalStart).toMillis(),
  );
  const size = Math.min(asked.maxResults ?? 250, 2500);
  const list = { list: `${calendar.id} ${master.id}`, shape: "", size, pageToken: asked.pageToken };
  const page = pageOf<GoogleEvent>(world, list, () => ({ items, change: null }));
  return { ...head(world, access, asked.timeZone), ...page, items: shownItems(access, page.items, asked) };
}

function checkQuery(world: World, asked: Asked) {
  const { timeMin, timeMax, updatedMin, syncToken } = asked;
  if (syncToken !== undefined) {
    const wrong = notWithSync.find((name) => asked[name] !== undefined);
    if (wrong) throw new Refusal(400, "badRequest", `${wrong} cannot be used together with syncToken.`, wrong);
    if (asked.showDeleted === false) throw new Refusal(400, "badRequest", "showDeleted must be true.", "showDeleted");
  }
  if (timeMin !== undefined && timeMax !== undefined && timeMax <= timeMin) {
    throw new Refusal(400, "timeRangeEmpty", undefined, "timeMax");
  }
  if (asked.orderBy === "startTime" && !asked.singleEvents) {
    throw new Refusal(
      400,
      "badRequest",
      "The requested ordering is not available for the particular query.",
      "orderBy",
    );
  }
  if (updatedMin !== undefined && updatedMin < world.clock.now() - UPDATED_MS) {
    throw new Refusal(410, "updatedMinTooLongAgo");
  }
}

function shownItems(access: Access, items: GoogleEvent[], asked: { timeZone?: string; maxAttendees?: number }) {
  return items.map((event) => (event.status === "cancelled" ? goneView(access, event) : view(access, event, asked)));
}

function head(world: World, { calendar, entry }: Access, timeZone?: string): calendar_v3.Schema$Events {
  return {
    kind: "calendar#events",
    etag: `"p${calendar.changes}"`,
    summary: calendar.summary,
    description: "",
    updated: new Date(world.clock.now()).toISOString(),
    timeZone: timeZone ?? calendar.timeZone,
    accessRole: entry.accessRole,
    defaultReminders: [],
  };
}
