import { bareOccurrence, eventAnswer, idIn } from "../mailbox/event-answer";
import { calendarOf, calendarPaths, canRead } from "./calendar-routes";
import { changesSince, type DeltaItem, firstRound, toPages } from "./delta-round";
import { type DeltaToken, newDeltaToken, readDeltaToken } from "./delta-tokens";
import { GraphError } from "./errors";
import type { Context, GraphRoute } from "./graph-route";
import { readWindow } from "./windows";

const refused = ["$select", "$filter", "$orderby", "$expand", "$search", "$top"];

export const deltaRoutes: GraphRoute[] = calendarPaths.flatMap((path) =>
  ["delta", "delta()", "microsoft.graph.delta()"].map((delta) => ({
    name: "delta",
    method: "GET",
    path: `${path}/calendarView/${delta}`,
    scopes: canRead,
    query: ["startDateTime", "endDateTime", "$skiptoken", "$deltatoken", ...refused],
    isMailbox: true,
    handle,
  })),
);

function handle(context: Context) {
  const { world, call, account } = context;
  if (refused.some((name) => call.query.has(name))) {
    const text = `The following parameters are not supported with change tracking over the 'CalendarView' resource: '${refused.join(", ")}'.`;
    world.complaints.push(`${call.method} ${call.path}: ${text}`);
    throw new GraphError(400, "ErrorInvalidUrlQuery", text);
  }
  const calendar = calendarOf(context);
  const token = readDeltaToken(world, call, account, calendar);
  const round = token?.pages ? token : newRound(context, token);
  return answer(context, round);
}

function newRound({ world, call, account, preferences, ...context }: Context, token: DeltaToken | null): DeltaToken {
  const calendar = calendarOf({ call, account });
  const window = token?.window ?? readWindow(call);
  const listsMasters = world.seriesMasters === "listed";
  const asking = { calendar, zone: account.timeZone ?? "UTC", window, listsMasters, ...context };
  const groups = token ? changesSince({ ...asking, since: token.version }) : firstRound(asking);
  const pages = toPages(groups, preferences.pageSize ?? 10, token === null);
  return { accountId: account.id, calendarId: calendar.id, window, version: calendar.version, pages, madeAt: 0 };
}

function answer(context: Context, { pages, ...round }: DeltaToken) {
  const { world, call } = context;
  const [page = [], ...rest] = pages ?? [];
  const isLast = rest.length === 0;
  const token = newDeltaToken(world, { ...round, pages: isLast ? null : rest });
  const link = `${world.url}${call.path}?${isLast ? "$deltatoken" : "$skiptoken"}=${token}`;
  return {
    status: 200,
    body: {
      "@odata.context": `${world.url}/v1.0/$metadata#Collection(event)`,
      [isLast ? "@odata.deltaLink" : "@odata.nextLink"]: link,
      value: page.map((item) => itemAnswer(context, item)),
    },
  };
}

function itemAnswer({ account, preferences }: Context, item: DeltaItem): object {
  if ("removed" in item) return { id: idIn(item.removed, preferences), "@removed": { reason: "deleted" } };
  const isBare = item.instance.type === "occurrence";
  const answer = (isBare ? bareOccurrence : eventAnswer)(item.instance, account, preferences);
  return { "@odata.type": "#microsoft.graph.event", ...answer };
}
