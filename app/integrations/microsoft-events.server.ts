import { z } from "zod";
import type { CalendarProvider, Outcome, WantedEvent, WrittenEvent } from "./calendar-provider";
import {
  contentOf,
  type GraphEvent,
  graphEvent,
  teamsMeeting,
  textOf,
  toWrittenEvent,
  transactionIdOf,
} from "./microsoft-event.server";
import { calendarPath, type Graph, type GraphRequest } from "./microsoft-graph.server";
import { failed, nothing } from "./provider-http.server";

/** Under which an event carries its transaction id once more: only such a property can be searched for. */
const property = "String {6b0f2f5e-3c0a-4d3b-9a57-0f6c6f1d9a41} Name MeridianTransaction";

type Events = Pick<CalendarProvider, "createEvent" | "getEvent" | "changeEvent" | "removeEvent">;

export function microsoftEvents(graph: Graph): Events {
  async function createEvent(access: string, calendarId: string, wanted: WantedEvent): Promise<Outcome<WrittenEvent>> {
    const transactionId = transactionIdOf(wanted, calendarId);
    const json = {
      ...contentOf(wanted),
      ...textOf(wanted),
      ...teamsMeeting(wanted),
      transactionId,
      singleValueExtendedProperties: [{ id: property, value: transactionId }],
    };
    const made = await write(access, calendarId, { method: "POST", path: pathOf(calendarId), json }, graphEvent);
    if (made.ok && isAsWanted(made.value, wanted)) return written(made.value, wanted);
    if (!made.ok && made.failure.kind !== "conflict") return made;
    // It was made before, by a call whose answer was lost. Microsoft says so, or gives it back as it is.
    const there = made.ok ? made : await findMade(access, calendarId, transactionId);
    if (!there.ok) return there;
    const changed = await changeEvent(access, calendarId, { id: there.value.id, etag: null }, wanted);
    if (changed.ok || changed.failure.kind !== "conflict") return changed;
    return failed({ ...changed.failure, kind: "later", mayHaveHappened: true });
  }

  async function findMade(access: string, calendarId: string, transactionId: string): Promise<Outcome<GraphEvent>> {
    const is = `ep/id eq '${property}' and ep/value eq '${transactionId}'`;
    const query = { $filter: `singleValueExtendedProperties/Any(ep: ${is})` };
    const found = await graph.list(access, { path: pathOf(calendarId), query }, graphEvent);
    if (!found.ok) return found;
    const [event] = found.value;
    return event ? { ok: true, value: event } : failed({ kind: "gone", said: "It was written, and is deleted." });
  }

  async function getEvent(access: string, calendarId: string, id: string) {
    const found = await graph.call(access, { path: pathOf(calendarId, id) }, graphEvent);
    return found.ok ? written(found.value, null) : found;
  }

  async function changeEvent(
    access: string,
    calendarId: string,
    { id, etag }: Parameters<Events["changeEvent"]>[2],
    wanted: WantedEvent,
  ): Promise<Outcome<WrittenEvent>> {
    const path = pathOf(calendarId, id);
    const current = await graph.call(access, { path }, graphEvent);
    if (!current.ok) return current;
    const { isOnlineMeeting, "@odata.etag": currentEtag } = current.value;
    // The text of an online meeting holds what Teams knows it by, and a text without that ends the meeting.
    const rest = isOnlineMeeting ? {} : { ...textOf(wanted), ...teamsMeeting(wanted) };
    const match = etag ?? currentEtag;
    const headers = match ? { "if-match": match } : undefined;
    const json = { ...contentOf(wanted), ...rest };
    const changed = await write(access, calendarId, { method: "PATCH", path, headers, json }, graphEvent);
    return changed.ok ? written(changed.value, wanted) : changed;
  }

  async function removeEvent(access: string, calendarId: string, id: string): Promise<Outcome<null>> {
    const removed = await write(access, calendarId, { method: "DELETE", path: pathOf(calendarId, id) }, nothing);
    return !removed.ok && removed.failure.kind === "gone" ? { ok: true, value: null } : removed;
  }

  /** A calendar that its owner lets us only see is closed to us like one of a mailbox that we have lost. */
  async function write<Value>(access: string, calendarId: string, request: GraphRequest, shape: z.ZodType<Value>) {
    const done = await graph.call(access, request, shape);
    if (done.ok || done.failure.kind !== "reconnect") return done;
    const calendar = await graph.call(access, { path: calendarPath(calendarId) }, z.object({ canEdit: z.boolean() }));
    return calendar.ok && !calendar.value.canEdit ? failed({ ...done.failure, kind: "refused" }) : done;
  }

  return { createEvent, getEvent, changeEvent, removeEvent };
}

/** Whether an answer to a creation tells of the event that was asked for, and not of one that was there before. */
function isAsWanted(event: GraphEvent, wanted: WantedEvent) {
  const { start, end } = toWrittenEvent(event, null);
  return start === wanted.start && end === wanted.end;
}

function written(event: GraphEvent, wanted: WantedEvent | null): { ok: true; value: WrittenEvent } {
  return { ok: true, value: toWrittenEvent(event, wanted?.conference ?? null) };
}

function pathOf(calendarId: string, id?: string) {
  const events = `${calendarPath(calendarId)}/events`;
  return id === undefined ? events : `${events}/${encodeURIComponent(id)}`;
}
