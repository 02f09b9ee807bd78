import { isoInstant } from "~/domain/time";
import * as bookingRoute from "~/routes/v2.bookings.$uid._index";
import * as cancelRoute from "~/routes/v2.bookings.$uid.cancel";
import * as confirmRoute from "~/routes/v2.bookings.$uid.confirm";
import * as declineRoute from "~/routes/v2.bookings.$uid.decline";
import * as markAbsentRoute from "~/routes/v2.bookings.$uid.mark-absent";
import * as reassignToRoute from "~/routes/v2.bookings.$uid.reassign.$userId";
import * as reassignRoute from "~/routes/v2.bookings.$uid.reassign._index";
import * as rescheduleRoute from "~/routes/v2.bookings.$uid.reschedule";
import * as bookingsRoute from "~/routes/v2.bookings._index";
import * as eventTypeRoute from "~/routes/v2.event-types.$id";
import * as eventTypesRoute from "~/routes/v2.event-types._index";
import * as eventsRoute from "~/routes/v2.events";
import * as meRoute from "~/routes/v2.me";
import * as scheduleRoute from "~/routes/v2.schedules.$id";
import * as schedulesRoute from "~/routes/v2.schedules._index";
import * as defaultScheduleRoute from "~/routes/v2.schedules.default";
import * as slotsRoute from "~/routes/v2.slots._index";
import * as availableRoute from "~/routes/v2.slots.available";
import * as redeliverRoute from "~/routes/v2.webhooks.$id.deliveries.$deliveryId.redeliver";
import * as deliveriesRoute from "~/routes/v2.webhooks.$id.deliveries._index";
import * as pingRoute from "~/routes/v2.webhooks.$id.ping";
import * as webhookRoute from "~/routes/v2.webhooks.$id._index";
import * as webhooksRoute from "~/routes/v2.webhooks._index";
import * as anyRoute from "~/routes/v2.$";
import { createEventType, createWorkspace, signIn } from "../../support/factories";
import { inOslo } from "../../support/orders";
import { callApi, type Answer } from "../../support/requests";

/** What /v2 answers, as far as tests look at it. */
export type Body = {
  status: string;
  timestamp: string;
  path: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any;
  pagination: Record<string, unknown>;
  error: { code: string; message: string; details: Record<string, unknown> };
};

type Route = Parameters<typeof callApi>[0];
type Sent = { body?: unknown; token?: string; headers?: Record<string, string> };

/** The routes by their addresses, as the web server would find them. */
const routes: [RegExp, Route, string[]][] = [
  [/^\/v2\/bookings$/, bookingsRoute, []],
  [/^\/v2\/bookings\/([^/]+)$/, bookingRoute, ["uid"]],
  [/^\/v2\/bookings\/([^/]+)\/cancel$/, cancelRoute, ["uid"]],
  [/^\/v2\/bookings\/([^/]+)\/reschedule$/, rescheduleRoute, ["uid"]],
  [/^\/v2\/bookings\/([^/]+)\/confirm$/, confirmRoute, ["uid"]],
  [/^\/v2\/bookings\/([^/]+)\/decline$/, declineRoute, ["uid"]],
  [/^\/v2\/bookings\/([^/]+)\/mark-absent$/, markAbsentRoute, ["uid"]],
  [/^\/v2\/bookings\/([^/]+)\/reassign$/, reassignRoute, ["uid"]],
  [/^\/v2\/bookings\/([^/]+)\/reassign\/([^/]+)$/, reassignToRoute, ["uid", "userId"]],
  [/^\/v2\/event-types$/, eventTypesRoute, []],
  [/^\/v2\/event-types\/([^/]+)$/, eventTypeRoute, ["id"]],
  [/^\/v2\/events$/, eventsRoute, []],
  [/^\/v2\/schedules$/, schedulesRoute, []],
  [/^\/v2\/schedules\/default$/, defaultScheduleRoute, []],
  [/^\/v2\/schedules\/([^/]+)$/, scheduleRoute, ["id"]],
  [/^\/v2\/slots$/, slotsRoute, []],
  [/^\/v2\/slots\/available$/, availableRoute, []],
  [/^\/v2\/me$/, meRoute, []],
  [/^\/v2\/webhooks$/, webhooksRoute, []],
  [/^\/v2\/webhooks\/([^/]+)$/, webhookRoute, ["id"]],
  [/^\/v2\/webhooks\/([^/]+)\/ping$/, pingRoute, ["id"]],
  [/^\/v2\/webhooks\/([^/]+)\/deliveries$/, deliveriesRoute, ["id"]],
  [/^\/v2\/webhooks\/([^/]+)\/deliveries\/([^/]+)\/redeliver$/, redeliverRoute, ["id", "deliveryId"]],
  [/^\/v2\//, anyRoute, []],
];

/** A program that calls /v2; with `version` one that was written for Cal.com. */
export function program({ version, token }: { version?: string; token?: string } = {}) {
  return (method: string, url: string, sent: Sent = {}): Promise<Answer<Body>> => {
    const { pathname } = new URL(url, "http://localhost:3000");
    for (const [pattern, route, names] of routes) {
      const match = pattern.exec(pathname);
      if (!match) continue;
      const params = Object.fromEntries(names.map((name, index) => [name, match[index + 1]!]));
      const headers = { ...(version && { "cal-api-version": version }), ...sent.headers };
      return callApi<Body>(route, method, url, { token, ...sent, params, headers });
    }
    throw new Error(`nothing of /v2 is at ${pathname}`);
  };
}

/** A workspace in Oslo with one host and one event type of half an hour. */
export async function studio(columns: Partial<Parameters<typeof createEventType>[1]> = {}) {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner, ...columns });
  const { token } = await signIn(owner);
  return { workspace, owner, eventType, token, id: eventType.number };
}

/** Within every window, on the Wednesday of `inOslo`. */
export function at(hour: number, minutes = 0) {
  return isoInstant(inOslo(hour, minutes));
}
