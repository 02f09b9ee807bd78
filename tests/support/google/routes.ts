import type { Answer, Call, Route } from "../fakes/routes";
import { listCalendars, getCalendar, getListed } from "./calendar/calendar-list";
import { changeEvent, deleteEvent, getEvent, moveEvent } from "./calendar/change";
import { stopChannel, watchCalendarList, watchEvents } from "./calendar/channels";
import { freeBusy } from "./calendar/free-busy";
import { importEvent, insertEvent } from "./calendar/insert";
import { listEvents, listInstances } from "./calendar/list";
import { showConsent, takeConsent } from "./oauth/authorize";
import { certificates } from "./oauth/id-token";
import { tokenInfo, userInfo } from "./oauth/identity";
import { exchange, revoke } from "./oauth/tokens";
import { partOf } from "./partial";
import { createContact, searchContacts } from "./people/people";
import { Refusal, refusalAnswer } from "./refusals";
import type { World } from "./world";

/** The names are those by which `fail` and the log know the calls. */
export function routesOf(world: World): Route[] {
  const routes: Route[] = [];
  const add = (name: string, method: string, path: string, handle: (call: Call) => Answer) => {
    routes.push({ name, method, path, handle: (call) => refusing(call, handle) });
  };
  const api = (name: string, method: string, path: string, handle: (world: World, call: Call) => object) => {
    add(name, method, `/calendar/v3${path}`, (call) => partly(call, handle(world, call)));
  };
  const list = "/users/me/calendarList";
  const events = "/calendars/:calendarId/events";

  add("authorize", "GET", "/o/oauth2/v2/auth", (call) => showConsent(world, call));
  add("authorize", "POST", "/o/oauth2/v2/auth", (call) => takeConsent(world, call));
  add("token", "POST", "/token", (call) => exchange(world, call));
  add("revoke", "POST", "/revoke", (call) => revoke(world, call));
  add("tokeninfo", "GET", "/tokeninfo", (call) => tokenInfo(world, call));
  add("tokeninfo", "POST", "/tokeninfo", (call) => tokenInfo(world, call));
  add("userinfo", "GET", "/oauth2/v3/userinfo", (call) => userInfo(world, call));
  add("certs", "GET", "/oauth2/v3/certs", () => certificates());

  api("calendarList.list", "GET", list, listCalendars);
  api("calendarList.watch", "POST", `${list}/watch`, watchCalendarList);
  api("calendarList.get", "GET", `${list}/:calendarId`, getListed);
  api("calendars.get", "GET", "/calendars/:calendarId", getCalendar);
  api("freebusy.query", "POST", "/freeBusy", freeBusy);
  api("events.list", "GET", events, listEvents);
  api("events.insert", "POST", events, insertEvent);
  api("events.import", "POST", `${events}/import`, importEvent);
  api("events.watch", "POST", `${events}/watch`, watchEvents);
  api("events.patch", "PATCH", `${events}/:eventId`, (...call) => changeEvent(...call, "patch"));
  api("events.update", "PUT", `${events}/:eventId`, (...call) => changeEvent(...call, "update"));
  api("events.instances", "GET", `${events}/:eventId/instances`, listInstances);
  api("events.move", "POST", `${events}/:eventId/move`, moveEvent);
  add("events.get", "GET", `/calendar/v3${events}/:eventId`, (call) => {
    const event = getEvent(world, call);
    return event ? partly(call, event) : { status: 304 };
  });
  add("events.delete", "DELETE", `/calendar/v3${events}/:eventId`, (call) => empty(deleteEvent(world, call)));
  add("channels.stop", "POST", "/calendar/v3/channels/stop", (call) => empty(stopChannel(world, call)));

  add("people.searchContacts", "GET", "/v1/people:searchContacts", (call) => searchContacts(world, call, "contacts"));
  add("people.createContact", "POST", "/v1/people:createContact", (call) => createContact(world, call));
  add("otherContacts.search", "GET", "/v1/otherContacts:search", (call) =>
    searchContacts(world, call, "otherContacts"),
  );
  return routes;
}

function refusing(call: Call, handle: (call: Call) => Answer): Answer {
  try {
    return handle(call);
  } catch (error) {
    if (error instanceof Refusal) return refusalAnswer(error, call);
    throw error;
  }
}

function partly(call: Call, body: object): Answer {
  const mask = call.query.get("fields");
  const etag = "etag" in body && typeof body.etag === "string" ? { etag: body.etag } : undefined;
  return { status: 200, body: mask ? (partOf(body, mask) as object) : body, headers: etag };
}

const empty = (_done: void): Answer => ({ status: 204 });
