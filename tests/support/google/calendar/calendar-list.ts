import type { calendar_v3 } from "@googleapis/calendar";
import type { Call } from "../../fakes/routes";
import { Refusal } from "../refusals";
import type { Entry, World } from "../world";
import { authenticate, isAtLeast, openCalendar } from "./access";
import { calendarListParameters, readParameters } from "./parameters";
import { pageOf } from "./sync-tokens";

export function listCalendars(world: World, call: Call): calendar_v3.Schema$CalendarList {
  const { account } = authenticate(world, call, "calendarList.list");
  const asked = readParameters(world, call, "calendarList.list", calendarListParameters);
  const { syncToken, pageToken, minAccessRole, showOwnOrganizationOnly, showDeleted, showHidden } = asked;
  for (const [name, value] of Object.entries({ minAccessRole, showOwnOrganizationOnly })) {
    if (syncToken && value !== undefined) throw new Refusal(400, "badRequest", `${name} with syncToken`, name);
  }
  if (syncToken && (showDeleted === false || showHidden === false)) throw new Refusal(400, "badRequest");
  const list = `list of ${account.email}`;
  const size = Math.min(asked.maxResults ?? 100, 250);
  const page = pageOf<Entry>(world, { list, shape: "", syncToken, pageToken, size }, (since) => ({
    items: [...account.entries.values()].filter((entry) => {
      if (since !== null) return entry.change > since;
      return (
        (showDeleted || !entry.isDeleted) && isAtLeast(entry.accessRole, (minAccessRole as never) ?? "freeBusyReader")
      );
    }),
    change: minAccessRole || showOwnOrganizationOnly ? null : account.listChanges,
  }));
  return {
    kind: "calendar#calendarList",
    etag: `"p${account.listChanges}"`,
    ...page,
    items: page.items.map(entryView),
  };
}

export function getListed(world: World, call: Call): calendar_v3.Schema$CalendarListEntry {
  const { entry } = openCalendar(world, call, "calendarList.get");
  readParameters(world, call, "calendarList.get", {});
  return entryView(entry);
}

export function getCalendar(world: World, call: Call): calendar_v3.Schema$Calendar {
  const { entry } = openCalendar(world, call, "calendars.get");
  readParameters(world, call, "calendars.get", {});
  const { id, etag, summary, timeZone, conferenceProperties } = entryView(entry);
  return { kind: "calendar#calendar", id, etag, summary, timeZone, conferenceProperties };
}

function entryView(entry: Entry): calendar_v3.Schema$CalendarListEntry {
  const { calendar, accessRole, isPrimary, allowedConferenceSolutionTypes, change } = entry;
  const common = { kind: "calendar#calendarListEntry", etag: `"${1_700_000_000_000_000 + change}"`, id: calendar.id };
  if (entry.isDeleted) return { ...common, deleted: true };
  return {
    ...common,
    summary: calendar.summary,
    timeZone: calendar.timeZone,
    colorId: "14",
    backgroundColor: "#9fe1e7",
    foregroundColor: "#000000",
    selected: true,
    accessRole,
    ...(isPrimary ? { primary: true } : {}),
    ...(accessRole === "owner" ? {} : { dataOwner: calendar.owner }),
    defaultReminders: isPrimary ? [{ method: "popup", minutes: 10 }] : [],
    conferenceProperties: { allowedConferenceSolutionTypes },
  };
}
