import type { Event } from "@microsoft/microsoft-graph-types";
import { changeInstance } from "../mailbox/change";
import { etagOf, eventAnswer } from "../mailbox/event-answer";
import { mailAttendees, mailChange } from "../mailbox/invitations";
import { awaitLink, endWithoutBlob, startOnlineMeeting } from "../mailbox/online-meeting";
import { findInstance, removeInstance, touch } from "../mailbox/store";
import { calendarOf, calendarPaths, canRead, canWrite } from "./calendar-routes";
import { accessDenied, GraphError, itemNotFound } from "./errors";
import { checkTimes, readEventBody } from "./event-body";
import { readPropertyExpansion } from "./extended-properties";
import { type Context, type GraphRoute, parameter } from "./graph-route";
import { selected } from "./pages";

export const eventRoutes: GraphRoute[] = calendarPaths.flatMap((base): GraphRoute[] => {
  const path = `${base}/events/:event`;
  const onMailbox = { path, isMailbox: true };
  return [
    { name: "events.get", method: "GET", scopes: canRead, query: ["$select", "$expand"], ...onMailbox, handle: get },
    { name: "events.update", method: "PATCH", scopes: canWrite, ...onMailbox, handle: update },
    { name: "events.delete", method: "DELETE", scopes: canWrite, ...onMailbox, handle: remove },
    { name: "events.cancel", method: "POST", scopes: canWrite, ...onMailbox, path: `${path}/cancel`, handle: cancel },
  ];
});

function find(context: Context) {
  const { world, account, call } = context;
  const calendars = call.params.calendar === undefined ? undefined : [calendarOf(context)];
  const found = findInstance(world, account, call.params.event ?? "", calendars);
  if (!found) throw itemNotFound();
  return found;
}

function get(context: Context) {
  const { account, call, preferences } = context;
  const { instance, place } = find(context);
  if (awaitLink(instance.event, account)) touch(place, instance.event);
  const expand = readPropertyExpansion(parameter(call, "$expand"));
  const { instance: now } = find(context);
  const body = selected(call, eventAnswer(now, account, { ...preferences, expand }));
  return { status: 200, body, headers: { etag: etagOf(now) } };
}

function update(context: Context) {
  const { world, account, call, preferences } = context;
  const { instance, place } = find(context);
  const { event } = instance;
  if (!place.calendar.canEdit) throw accessDenied();
  checkMatch(context, etagOf(instance));
  const what = `${call.method} ${call.path}`;
  const { singleValueExtendedProperties, transactionId, isOnlineMeeting, onlineMeetingProvider, ...fields } =
    readEventBody(world, what, call.json);
  if (transactionId !== undefined && transactionId !== event.transactionId) {
    world.complaints.push(`${what}: a transactionId is given at creation and never again`);
    throw new GraphError(400, "ErrorInvalidPropertySet", "The property 'transactionId' is read-only.");
  }
  checkTimes({ ...instance.fields, ...fields } as Parameters<typeof checkTimes>[0]);
  const before = { ...event.fields };
  for (const each of singleValueExtendedProperties ?? []) {
    event.extended = [...event.extended.filter(({ id }) => id !== each.id), each];
  }
  changeInstance(place, instance, fields as Event);
  if (fields.body) endWithoutBlob(event);
  if (isOnlineMeeting && !before.isOnlineMeeting) {
    event.fields.onlineMeetingProvider = onlineMeetingProvider ?? "teamsForBusiness";
    startOnlineMeeting(world, account, place.calendar, event);
  }
  mailChange({ world, account, event }, before, fields as Event);
  const { instance: now } = find(context);
  return { status: 200, body: eventAnswer(now, account, preferences), headers: { etag: etagOf(now) } };
}

function remove(context: Context) {
  const { world, account } = context;
  const { instance, place } = find(context);
  if (!place.calendar.canEdit) throw accessDenied();
  checkMatch(context, etagOf(instance));
  removeInstance(place, instance);
  mailAttendees({ world, account, event: instance.event }, "cancellation", instance.fields.attendees ?? []);
  return { status: 204 };
}

function cancel(context: Context) {
  const { world, account, call } = context;
  const { instance, place } = find(context);
  const { comment = "", Comment = comment } = (call.json ?? {}) as { comment?: string; Comment?: string };
  if (!instance.fields.isOrganizer) {
    throw new GraphError(400, "ErrorInvalidRequest", "Your request can't be completed. You need to be an organizer.");
  }
  removeInstance(place, instance);
  mailAttendees({ world, account, event: instance.event }, "cancellation", instance.fields.attendees ?? [], Comment);
  return { status: 202 };
}

function checkMatch({ call }: Context, etag: string) {
  const wanted = call.headers["if-match"];
  if (wanted === undefined || wanted === "*" || wanted === etag) return;
  const text = "The change key passed in the request does not match the current change key for the item.";
  throw new GraphError(412, "ErrorIrresolvableConflict", text);
}
