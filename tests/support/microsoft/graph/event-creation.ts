import type { Event } from "@microsoft/microsoft-graph-types";
import { eventAnswer } from "../mailbox/event-answer";
import { wholeOf } from "../mailbox/instances";
import { mailAttendees } from "../mailbox/invitations";
import { startOnlineMeeting } from "../mailbox/online-meeting";
import { insertEvent, type Place } from "../mailbox/store";
import type { Account, StoredEvent } from "../mailbox/types";
import { calendarOf, calendarPaths, canWrite } from "./calendar-routes";
import { accessDenied, GraphError } from "./errors";
import { checkTimes, readEventBody } from "./event-body";
import type { Context, GraphRoute } from "./graph-route";

export const creationRoutes: GraphRoute[] = calendarPaths.map((path) => ({
  name: "events.create",
  method: "POST",
  path: `${path}/events`,
  scopes: canWrite,
  isMailbox: true,
  handle: create,
}));

function create(context: Context) {
  const { world, call, account } = context;
  const calendar = calendarOf(context);
  const {
    singleValueExtendedProperties: extended = [],
    transactionId,
    ...fields
  } = readEventBody(world, `${call.method} ${call.path}`, call.json);
  checkTimes(fields);
  if (!calendar.canEdit) throw accessDenied();
  const twin = transactionId === undefined ? null : findTwin(account, transactionId);
  if (twin && world.duplicates === "original") return created(context, twin);
  if (twin || world.takenTransactions.has(transactionId ?? "")) {
    throw new GraphError(409, "ErrorIrresolvableConflict", "An event with this transactionId was created before.");
  }
  const place: Place = { world, account, calendar };
  const { isOnlineMeeting, onlineMeetingProvider, ...plain } = fields;
  const event = insertEvent(place, plain as Event, { extended, transactionId: transactionId ?? null });
  if (isOnlineMeeting) {
    event.fields.onlineMeetingProvider = onlineMeetingProvider ?? "teamsForBusiness";
    startOnlineMeeting(world, account, calendar, event);
  }
  mailAttendees({ world, account, event }, "request", event.fields.attendees ?? []);
  return created(context, event);
}

function findTwin(account: Account, transactionId: string) {
  const events = account.calendars.flatMap((calendar) => calendar.events);
  return events.find((event) => event.transactionId === transactionId) ?? null;
}

function created({ world, account, preferences, call }: Context, event: StoredEvent) {
  const answer = eventAnswer(wholeOf(event, account.timeZone ?? "UTC"), account, preferences);
  const location = `${world.url}${call.path}/${encodeURIComponent(answer.id!)}`;
  return { status: 201, body: answer, headers: { location, etag: answer["@odata.etag"] } };
}
