import type { Subscription as SubscriptionAnswer } from "@microsoft/microsoft-graph-types";
import { newGuid } from "../mailbox/ids";
import type { Account, CalendarState } from "../mailbox/types";
import { shakeHands } from "../pushes/handshake";
import type { Subscription } from "../pushes/types";
import { canRead } from "./calendar-routes";
import { GraphError, itemNotFound } from "./errors";
import type { Context, GraphRoute } from "./graph-route";
import { expiryOf, readRenewal, readSubscription } from "./subscription-body";

const one = { path: "/subscriptions/:subscription", scopes: canRead };

export const subscriptionRoutes: GraphRoute[] = [
  { name: "subscriptions", method: "POST", path: "/subscriptions", scopes: canRead, handle: create },
  {
    name: "subscriptions.list",
    method: "GET",
    path: "/subscriptions",
    scopes: canRead,
    handle: (context) => ({ status: 200, body: { value: own(context).map(answerOf) } }),
  },
  { name: "subscriptions.get", method: "GET", ...one, handle: (context) => ok(find(context)) },
  { name: "subscriptions.renew", method: "PATCH", ...one, handle: renew },
  {
    name: "subscriptions.delete",
    method: "DELETE",
    ...one,
    handle(context) {
      context.world.subscriptions.delete(find(context).id);
      return { status: 204 };
    },
  },
  {
    name: "subscriptions.reauthorize",
    method: "POST",
    path: "/subscriptions/:subscription/reauthorize",
    scopes: canRead,
    handle(context) {
      find(context);
      return { status: 204 };
    },
  },
];

async function create({ world, call, account, grant, preferences }: Context) {
  const read = readSubscription(world, call.json);
  const calendar = calendarOfResource(account, read.resource);
  const expiresAt = expiryOf(world, read.expirationDateTime);
  await shakeHands(world, read.notificationUrl);
  if (read.lifecycleNotificationUrl) await shakeHands(world, read.lifecycleNotificationUrl);
  const subscription: Subscription = {
    id: newGuid(),
    accountId: account.id,
    clientId: grant.clientId,
    resource: read.resource,
    calendarId: calendar.id,
    changeTypes: read.changeType,
    notificationUrl: read.notificationUrl,
    lifecycleNotificationUrl: read.lifecycleNotificationUrl ?? null,
    clientState: read.clientState ?? null,
    expiresAt,
    immutableIds: preferences.immutableIds,
  };
  world.subscriptions.set(subscription.id, subscription);
  return { status: 201, body: answerOf(subscription) };
}

function renew(context: Context) {
  const subscription = find(context);
  subscription.expiresAt = readRenewal(context.world, context.call.json);
  return ok(subscription);
}

/** Events of the default calendar, unless the resource names another one. */
function calendarOfResource(account: Account, resource: string): CalendarState {
  const [, user, id] = /^\/?(me|users\/[^/]+)(?:\/calendar|\/calendars\/([^/]+))?\/events$/i.exec(resource) ?? [];
  const isOwn = user !== undefined && (/^me$/i.test(user) || user.slice(6) === account.id);
  if (!isOwn) throw new GraphError(400, "InvalidRequest", `The fake has no subscriptions to ${resource}`);
  const wanted = id === undefined ? undefined : decodeURIComponent(id);
  const found = account.calendars.find((each) => (wanted === undefined ? each.isDefault : each.id === wanted));
  if (!found) throw itemNotFound();
  return found;
}

/** Those of this app for this mailbox that have not run out. */
function own({ world, account, grant }: Context) {
  const now = world.clock.now();
  return [...world.subscriptions.values()].filter(
    (each) => each.accountId === account.id && each.clientId === grant.clientId && each.expiresAt > now,
  );
}

function find(context: Context): Subscription {
  const found = own(context).find(({ id }) => id === context.call.params.subscription);
  if (!found) throw new GraphError(404, "ResourceNotFound", "The object was not found.");
  return found;
}

const ok = (subscription: Subscription) => ({ status: 200, body: answerOf(subscription) });

function answerOf(subscription: Subscription): SubscriptionAnswer {
  const { id, clientId, accountId, resource, changeTypes, clientState, expiresAt } = subscription;
  return {
    id,
    resource,
    applicationId: clientId,
    changeType: changeTypes.join(","),
    clientState,
    notificationUrl: subscription.notificationUrl,
    lifecycleNotificationUrl: subscription.lifecycleNotificationUrl,
    expirationDateTime: new Date(expiresAt).toISOString(),
    creatorId: accountId,
    latestSupportedTlsVersion: "v1_2",
  };
}
