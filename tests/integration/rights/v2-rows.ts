import { createWebhook } from "~/domain/webhooks/save-webhook.server";
import { WebhookInput } from "~/domain/webhooks/webhook";
import { pingWebhook } from "~/domain/webhooks/redeliver.server";
import { nextInOslo } from "../../support/orders";
import { route, type Row } from "./row";
import type { World } from "./world";

const meeting = async (world: World) => ({ uid: (await world.booking()).uid });
const fourWeeks = 28 * 86_400_000;
/** In the hosts' hours, so that somebody else can take it over, and after all the other bookings of this world. */
const held = async (world: World) => ({
  uid: (await world.booking(world.users.owner, { start: nextInOslo() + fourWeeks })).uid,
});
const request = async (world: World) => ({ uid: (await world.request()).uid });
const begun = async (world: World) => ({
  uid: (await world.booking(world.users.owner, { start: Date.now() - 86_400_000, status: "completed" })).uid,
});
const eventType = async (world: World) => ({ id: String((await world.eventType()).number) });
const schedule = async (world: World) => ({ id: String((await world.schedule()).number) });
const inOurs = ({ workspace }: World) => ({ workspace: workspace.slug });

async function ourWebhook({ workspace, users }: World) {
  const input = WebhookInput.parse({ subscriber_url: "https://example.com/hook", event_triggers: ["BOOKING_CREATED"] });
  const made = await createWebhook({ workspaceId: workspace.id, userId: users.owner.id, input, now: Date.now() });
  if (!made.ok) throw new Error(made.reason);
  return made.webhook;
}

const webhook = async (world: World) => ({ id: String((await ourWebhook(world)).number) });

async function delivery(world: World) {
  const ours = await ourWebhook(world);
  const made = await pingWebhook({ webhook: ours, now: Date.now() });
  return { id: String(ours.number), deliveryId: String(made!.number) };
}

const newWebhook = { subscriber_url: "https://example.com/hook", event_triggers: ["BOOKING_CREATED"] };
const slots = { start: "2027-01-04", end: "2027-01-05" };

/** /v2, in MyPortal's shapes where it has both. */
export const v2Calls: Row[] = [
  route("v2.me", [
    ["GET", "call of an account", 200],
    ["PATCH", "call of an account", 200, { body: () => ({ name: "Ada Okafor" }) }],
  ]),
  route("v2.bookings._index", [
    ["GET", "call of hosts in their own", 200],
    ["POST", "call for everybody", 400],
  ]),
  route(
    "v2.bookings.$uid._index",
    [
      ["GET", "call for everybody", 200],
      ["PATCH", "call for everybody", 400],
      ["DELETE", "call for everybody", 204],
    ],
    { at: meeting },
  ),
  route("v2.bookings.$uid.cancel", [["POST", "call for everybody", 200]], { at: meeting }),
  route("v2.bookings.$uid.reschedule", [["POST", "call for everybody", 400]], { at: meeting }),
  route("v2.bookings.$uid.confirm", [["POST", "call about the owner's", 200]], { at: request }),
  route("v2.bookings.$uid.decline", [["POST", "call about the owner's", 200]], { at: request }),
  route("v2.bookings.$uid.mark-absent", [["POST", "call about the owner's", 200]], { at: begun }),
  route("v2.bookings.$uid.reassign._index", [["POST", "call about the owner's", 200]], { at: held }),
  route("v2.bookings.$uid.reassign.$userId", [["POST", "call about the owner's", 200]], {
    at: async (world) => ({ ...(await held(world)), userId: String((await world.colleague()).number) }),
  }),
  route("v2.slots._index", [["GET", "call for everybody", 200]], {
    query: async (world) => ({ ...slots, eventTypeId: (await eventType(world)).id }),
  }),
  route("v2.slots.available", [["GET", "call for everybody", 200]], {
    query: async (world) => ({
      start_time: slots.start,
      end_time: slots.end,
      event_type_id: (await eventType(world)).id,
    }),
  }),
  route("v2.event-types._index", [
    ["GET", "call of hosts in their own", 200],
    ["GET", "call for everybody", 200, { query: inOurs }],
    ["POST", "call of hosts", 201, { query: inOurs, body: () => ({ title: "Route planning", duration_minutes: 30 }) }],
  ]),
  route(
    "v2.event-types.$id",
    [
      ["GET", "call of hosts", 200],
      ["PATCH", "call of admins", 200, { body: () => ({ is_active: false }) }],
      ["DELETE", "call of admins", 204],
    ],
    { at: eventType },
  ),
  route(
    "v2.schedules._index",
    [
      ["GET", "call of hosts", 200],
      ["POST", "call of hosts", 201, { body: () => ({ name: "Mornings", timezone: "Europe/Oslo" }) }],
    ],
    { query: inOurs },
  ),
  route("v2.schedules.default", [["GET", "call of hosts", 200]], { query: inOurs }),
  route(
    "v2.schedules.$id",
    [
      ["GET", "call about nobody else's", 200],
      ["PATCH", "call about nobody else's", 200, { body: () => ({ name: "Mornings" }) }],
      ["DELETE", "call about nobody else's", 204],
    ],
    { at: schedule },
  ),
  route(
    "v2.webhooks._index",
    [
      ["GET", "call of hosts", 200],
      ["POST", "call of hosts", 201, { body: () => newWebhook }],
    ],
    { query: inOurs },
  ),
  route(
    "v2.webhooks.$id._index",
    [
      ["GET", "call about the owner's webhook", 200],
      ["PATCH", "call about the owner's webhook", 200, { body: () => ({ active: false }) }],
      ["DELETE", "call about the owner's webhook", 204],
    ],
    { at: webhook },
  ),
  route("v2.events", [["GET", "call of hosts", 200]], { query: inOurs }),
  route("v2.webhooks.$id.ping", [["POST", "call about the owner's webhook", 202]], { at: webhook }),
  route("v2.webhooks.$id.deliveries._index", [["GET", "call about the owner's webhook", 200]], { at: webhook }),
  route("v2.webhooks.$id.deliveries.$deliveryId.redeliver", [["POST", "call about the owner's webhook", 202]], {
    at: delivery,
  }),
].flat();

/** Every address below /v2 that nothing answers. */
export const v2Open: Row[] = route("v2.$", [
  ["GET", "call for everybody", 404],
  ["POST", "call for everybody", 404],
]);
