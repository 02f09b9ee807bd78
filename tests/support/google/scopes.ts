import { Refusal } from "./refusals";

const prefix = "https://www.googleapis.com/auth/";

const read = "calendar calendar.readonly";
const readEvents = `${read} calendar.events calendar.events.readonly calendar.events.owned calendar.events.owned.readonly calendar.events.freebusy calendar.events.public.readonly calendar.app.created`;
const writeEvents = "calendar calendar.events calendar.events.owned calendar.app.created";
const readList = `${read} calendar.calendarlist calendar.calendarlist.readonly`;

/** The scopes of which a call needs one. */
const needed: Record<string, string> = {
  "calendarList.list": readList,
  "calendarList.get": readList,
  "calendarList.watch": readList,
  "calendars.get": `${read} calendar.app.created calendar.calendars calendar.calendars.readonly`,
  "events.list": readEvents,
  "events.get": readEvents,
  "events.instances": readEvents,
  "events.watch": readEvents,
  "events.insert": writeEvents,
  "events.import": writeEvents,
  "events.patch": writeEvents,
  "events.update": writeEvents,
  "events.delete": writeEvents,
  "events.move": "calendar calendar.events calendar.events.owned",
  "freebusy.query": `${read} calendar.freebusy calendar.events.freebusy`,
  "channels.stop": `${readEvents} ${readList}`,
  "people.searchContacts": "contacts contacts.readonly",
  "people.createContact": "contacts",
  "otherContacts.search": "contacts.other.readonly",
};

const identity: Record<string, string> = {
  openid: "openid",
  email: `${prefix}userinfo.email`,
  profile: `${prefix}userinfo.profile`,
};

export const identityScopes = Object.values(identity);

const all = new Set([
  ...identityScopes,
  ...Object.values(needed).flatMap((scopes) => scopes.split(" ").map((scope) => prefix + scope)),
]);

/** Google's own names: it answers with whole addresses also where `email` was asked for. */
export function fullNames(scopes: string[]): string[] {
  const names = scopes.filter(Boolean).map((scope) => {
    if (identity[scope]) return identity[scope];
    return scope.includes("://") ? scope : prefix + scope;
  });
  return [...new Set(names)];
}

export const isKnownScope = (scope: string) => all.has(scope);

export const shortName = (scope: string) => scope.replace(prefix, "");

export function requireScope(route: string, granted: string[]) {
  const wanted = needed[route]?.split(" ") ?? [];
  if (!wanted.some((scope) => granted.includes(prefix + scope))) throw new Refusal(403, "insufficientPermissions");
}

/** Some scopes let a call pass and still show or change less than the person may. */
export function reachOf(route: string, granted: string[]): "all" | "owned" | "times" | "none" {
  const has = (needed[route]?.split(" ") ?? []).filter((scope) => granted.includes(prefix + scope));
  if (has.some((scope) => !/owned|freebusy|public|app\.created/.test(scope))) return "all";
  if (has.some((scope) => scope.includes("owned"))) return "owned";
  return has.some((scope) => scope.includes("freebusy")) ? "times" : "none";
}
