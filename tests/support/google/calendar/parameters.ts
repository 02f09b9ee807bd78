import type { calendar_v3 } from "@googleapis/calendar";
import type { Call } from "../../fakes/routes";
import { Refusal } from "../refusals";
import type { World } from "../world";
import { isZone, queryInstant } from "./times";

type Kind = "text" | "list" | "flag" | "count" | "instant" | "zone" | readonly string[];
type Value<K> = K extends "list"
  ? string[]
  : K extends "flag"
    ? boolean
    : K extends "count" | "instant"
      ? number
      : string;
export type Values<S> = { -readonly [Name in keyof S]?: Value<S[Name]> };

type NotQuery = keyof calendar_v3.Params$Resource$Channels$Stop | "calendarId" | "eventId";
type Spec<P> = Record<Exclude<keyof P, NotQuery>, Kind>;

// The official client's types keep these lists complete.
export const listParameters = {
  alwaysIncludeEmail: "flag",
  eventTypes: "list",
  iCalUID: "text",
  maxAttendees: "count",
  maxResults: "count",
  orderBy: ["startTime", "updated"],
  pageToken: "text",
  privateExtendedProperty: "list",
  q: "text",
  sharedExtendedProperty: "list",
  showDeleted: "flag",
  showHiddenInvitations: "flag",
  singleEvents: "flag",
  syncToken: "text",
  timeMax: "instant",
  timeMin: "instant",
  timeZone: "zone",
  updatedMin: "instant",
} as const satisfies Spec<calendar_v3.Params$Resource$Events$List>;

export const instancesParameters = {
  alwaysIncludeEmail: "flag",
  maxAttendees: "count",
  maxResults: "count",
  originalStart: "text",
  pageToken: "text",
  showDeleted: "flag",
  timeMax: "instant",
  timeMin: "instant",
  timeZone: "zone",
} as const satisfies Spec<calendar_v3.Params$Resource$Events$Instances>;

export const getParameters = {
  alwaysIncludeEmail: "flag",
  maxAttendees: "count",
  timeZone: "zone",
} as const satisfies Spec<calendar_v3.Params$Resource$Events$Get>;

const notify = { sendNotifications: "flag", sendUpdates: ["all", "externalOnly", "none"] } as const;
const versions = { conferenceDataVersion: "count", eventLabelVersion: "count", supportsAttachments: "flag" } as const;

export const deleteParameters = notify satisfies Spec<calendar_v3.Params$Resource$Events$Delete>;
export const importParameters = versions satisfies Spec<calendar_v3.Params$Resource$Events$Import>;
export const moveParameters = {
  ...notify,
  destination: "text",
} as const satisfies Spec<calendar_v3.Params$Resource$Events$Move>;
export const insertParameters = {
  ...notify,
  ...versions,
  maxAttendees: "count",
} as const satisfies Spec<calendar_v3.Params$Resource$Events$Insert>;
export const changeParameters = {
  ...insertParameters,
  alwaysIncludeEmail: "flag",
} as const satisfies Spec<calendar_v3.Params$Resource$Events$Patch & calendar_v3.Params$Resource$Events$Update>;

export const calendarListParameters = {
  maxResults: "count",
  minAccessRole: ["freeBusyReader", "reader", "writerWithoutPrivateAccess", "writer", "owner"],
  pageToken: "text",
  showDeleted: "flag",
  showHidden: "flag",
  showOwnOrganizationOnly: "flag",
  syncToken: "text",
} as const satisfies Spec<calendar_v3.Params$Resource$Calendarlist$List>;

const standard = ["alt", "fields", "key", "oauth_token", "prettyPrint", "quotaUser", "userIp"];

/** The query's values. What Google does not know is a complaint, and a 400 where the fake is strict. */
export function readParameters<S extends Record<string, Kind>>(world: World, call: Call, route: string, spec: S) {
  const values: Record<string, unknown> = {};
  for (const name of new Set(call.query.keys())) {
    const all = call.query.getAll(name);
    if (standard.includes(name)) continue;
    const kind = spec[name];
    if (!kind) complain(world, `${route}: unknown parameter "${name}"`);
    else if (kind !== "list" && all.length > 1) throw new Refusal(400, "invalid", `${name} is not repeatable.`, name);
    else values[name] = kind === "list" ? all : read(all[0]!, kind, name);
  }
  return values as Values<S>;
}

export function complain(world: World, text: string) {
  world.complaints.push(text);
  if (world.isStrict) throw new Refusal(400, "badRequest", `The stand-in is strict. ${text}`);
}

function read(value: string, kind: Kind, name: string) {
  const wrong = new Refusal(400, "invalid", `Invalid value '${value}' for ${name}.`, name);
  if (kind === "instant") return queryInstant(value, name);
  if (kind === "flag") {
    if (value !== "true" && value !== "false") throw wrong;
    return value === "true";
  }
  if (kind === "count") {
    if (!/^\d{1,9}$/.test(value) || (name.startsWith("max") && value === "0")) throw wrong;
    return Number(value);
  }
  if (kind === "zone" && !isZone(value)) throw wrong;
  if (Array.isArray(kind) && !kind.includes(value)) throw wrong;
  return value;
}
