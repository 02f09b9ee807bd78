import { eventAnswer } from "../mailbox/event-answer";
import { instancesIn, wholeOf, type Window } from "../mailbox/instances";
import { findInstance } from "../mailbox/store";
import type { CalendarState, Instance } from "../mailbox/types";
import { calendarOf, calendarPaths, canRead } from "./calendar-routes";
import { GraphError, itemNotFound } from "./errors";
import { readPropertyExpansion, readPropertyFilter } from "./extended-properties";
import { type Context, type GraphRoute, parameter } from "./graph-route";
import { pageOf, selected } from "./pages";
import { readWindow } from "./windows";

const shape = ["$select", "$top", "$skip", "$orderby", "$expand"];
const window = ["startDateTime", "endDateTime"];
const reading = { method: "GET", scopes: canRead, isMailbox: true };

export const listRoutes: GraphRoute[] = calendarPaths.flatMap((path): GraphRoute[] => [
  { name: "events.list", path: `${path}/events`, query: [...shape, "$filter"], ...reading, handle: list },
  { name: "calendarView", path: `${path}/calendarView`, query: [...shape, ...window], ...reading, handle: view },
  {
    name: "events.instances",
    path: `${path}/events/:event/instances`,
    query: [...shape, ...window],
    ...reading,
    handle: instances,
  },
]);

/** Series as a whole, and single events. */
function list(context: Context) {
  const zone = context.account.timeZone ?? "UTC";
  const text = parameter(context.call, "$filter");
  const isWanted = text === null ? () => true : readPropertyFilter(text);
  const events = calendarOf(context).events.filter((event) => isWanted(event.extended));
  return answerAll(
    context,
    events.map((event) => wholeOf(event, zone)),
  );
}

/** What takes place in a window, each of a series by itself. */
function view(context: Context) {
  const found = allIn(calendarOf(context), context.account.timeZone ?? "UTC", readWindow(context.call));
  return answerAll(context, found);
}

function instances(context: Context) {
  const { world, account, call } = context;
  const found = findInstance(world, account, call.params.event ?? "");
  if (found?.instance.type !== "seriesMaster") throw itemNotFound();
  return answerAll(context, instancesIn(found.instance.event, account.timeZone ?? "UTC", readWindow(call)));
}

export function allIn({ events }: CalendarState, zone: string, span: Window): Instance[] {
  return events.flatMap((event) => instancesIn(event, zone, span)).sort((a, b) => a.start - b.start);
}

function answerAll({ world, call, account, preferences }: Context, found: Instance[]) {
  const order = parameter(call, "$orderby");
  if (order !== null && !/^start\/dateTime( asc)?$/i.test(order)) {
    throw new GraphError(400, "ErrorInvalidUrlQuery", `The fake can't order events by ${order}`);
  }
  const sorted = order === null ? found : [...found].sort((a, b) => a.start - b.start);
  const expand = readPropertyExpansion(parameter(call, "$expand"));
  const all = sorted.map((each) => selected(call, eventAnswer(each, account, { ...preferences, expand })));
  return pageOf(world, call, all, preferences.pageSize ?? 10);
}
