import { pingWebhook } from "~/domain/webhooks/redeliver.server";
import { createWebhook } from "~/domain/webhooks/save-webhook.server";
import { WebhookInput } from "~/domain/webhooks/webhook";
import { nextInOslo } from "../../../support/orders";
import { unique } from "../../../support/unique";
import type { World } from "../../rights/world";
import { at, type ContractRow } from "./row";

const uid = async (world: World) => (await world.booking()).uid;
const requestUid = async (world: World) => (await world.request()).uid;
const begunUid = async (world: World) =>
  (await world.booking(world.users.owner, { start: Date.now() - 86_400_000, status: "completed" })).uid;
const number = async (world: World) => String((await world.eventType()).number);
const scheduleNumber = async (world: World) => String((await world.schedule()).number);
const colleague = async (world: World) => String((await world.colleague()).number);

/** Its own time in the hosts' hours, so that somebody else can take it over. */
const heldUid = async (world: World) => (await world.booking(world.users.owner, { start: nextInOslo() })).uid;
const free = () => new Date(nextInOslo()).toISOString();

const slots = { from: "2027-01-04T00:00:00Z", to: "2027-01-05T00:00:00Z" };
const jane = { name: "Jane Doe", email: "jane@example.com" };

async function webhook({ workspace, users }: World) {
  const input = WebhookInput.parse({ subscriber_url: "https://example.com/hook", event_triggers: ["BOOKING_CREATED"] });
  const made = await createWebhook({ workspaceId: workspace.id, userId: users.owner.id, input, now: Date.now() });
  if (!made.ok) throw new Error(made.reason);
  return made.webhook;
}

const webhookNumber = async (world: World) => String((await webhook(world)).number);

/** Both names of one path are asked for apart, so it is kept which webhook a delivery is of. */
function pinged() {
  let made: Promise<{ id: string; delivery_id: string }>;
  const make = async (world: World) => {
    const of = await webhook(world);
    const delivery = await pingWebhook({ webhook: of, now: Date.now() });
    return { id: String(of.number), delivery_id: String(delivery!.number) };
  };
  return {
    id: async (world: World) => (await (made = make(world))).id,
    delivery_id: async () => (await made).delivery_id,
  };
}

/** MyPortal's shapes. */
const plain: ContractRow[] = [
  ...at("/v2/bookings", {}, [
    ["GET", 200],
    [
      "POST",
      201,
      {
        as: "nobody",
        body: async (world) => ({
          event_type_id: Number(await number(world)),
          start: free(),
          attendee: { ...jane, timezone: "America/New_York" },
        }),
      },
    ],
  ]),
  ...at("/v2/bookings/{uid}", { uid }, [
    ["GET", 200, { as: "nobody" }],
    ["PATCH", 200, { as: "nobody", body: () => ({ start: free() }) }],
    ["DELETE", 204, { as: "nobody" }],
  ]),
  ...at("/v2/slots/available", {}, [
    [
      "GET",
      200,
      {
        as: "nobody",
        query: async (world) => ({
          event_type_id: await number(world),
          start_time: slots.from,
          end_time: slots.to,
          timezone: "America/New_York",
        }),
      },
    ],
  ]),
  ...at("/v2/event-types", {}, [
    ["GET", 200],
    ["GET", 200, { as: "nobody", query: ({ workspace }) => ({ workspace: workspace.slug }) }],
    ["POST", 201, { body: () => ({ title: "30 Minute Meeting", slug: `thirty-${unique()}`, duration_minutes: 30 }) }],
  ]),
  ...at("/v2/event-types/{id}", { id: number }, [
    ["GET", 200],
    ["PATCH", 200, { body: () => ({ is_active: false }) }],
    ["DELETE", 204],
  ]),
  ...at("/v2/schedules", {}, [
    ["GET", 200],
    ["POST", 201, { body: () => ({ name: "Weekend only", timezone: "Europe/Oslo" }) }],
  ]),
  ...at("/v2/schedules/{id}", { id: scheduleNumber }, [
    ["GET", 200],
    ["PATCH", 200, { body: () => ({ name: "Mornings" }) }],
    ["DELETE", 204],
  ]),
  ...at("/v2/webhooks", {}, [
    ["GET", 200],
    [
      "POST",
      201,
      { body: () => ({ subscriber_url: "https://example.com/hook", event_triggers: ["BOOKING_CREATED"] }) },
    ],
  ]),
  ...at("/v2/webhooks/{id}", { id: webhookNumber }, [
    ["GET", 200],
    ["PATCH", 200, { body: () => ({ active: false }) }],
    ["DELETE", 204],
  ]),
  ...at("/v2/events", {}, [["GET", 200]]),
  ...at("/v2/webhooks/{id}/ping", { id: webhookNumber }, [["POST", 202]]),
  ...at("/v2/webhooks/{id}/deliveries", pinged(), [["GET", 200]]),
  ...at("/v2/webhooks/{id}/deliveries/{delivery_id}/redeliver", pinged(), [["POST", 202]]),
];

/** Cal.com's, by one of its versions. */
function cal(version: string, rows: ContractRow[]): ContractRow[] {
  return rows.map((row) => ({ ...row, document: "cal", headers: { "cal-api-version": version } }));
}

const calBookings = cal("2024-08-13", [
  ...at("/v2/bookings", {}, [
    ["GET", 200],
    [
      "POST",
      201,
      {
        as: "nobody",
        body: async (world) => ({
          eventTypeId: Number(await number(world)),
          start: free(),
          attendee: { ...jane, timeZone: "America/New_York" },
        }),
      },
    ],
  ]),
  ...at("/v2/bookings/{uid}", { uid }, [["GET", 200, { as: "nobody" }]]),
  ...at("/v2/bookings/{uid}/reschedule", { uid }, [["POST", 201, { body: () => ({ start: free() }) }]]),
  ...at("/v2/bookings/{uid}/cancel", { uid }, [["POST", 200, { body: () => ({ cancellationReason: "Ill" }) }]]),
  ...at("/v2/bookings/{uid}/confirm", { uid: requestUid }, [["POST", 200]]),
  ...at("/v2/bookings/{uid}/decline", { uid: requestUid }, [["POST", 200, { body: () => ({ reason: "Away" }) }]]),
  ...at("/v2/bookings/{uid}/mark-absent", { uid: begunUid }, [["POST", 200, { body: () => ({ attendees: [] }) }]]),
  ...at("/v2/bookings/{uid}/reassign", { uid: heldUid }, [["POST", 200]]),
  ...at("/v2/bookings/{uid}/reassign/{user_id}", { uid: heldUid, user_id: colleague }, [
    ["POST", 200, { body: () => ({}) }],
  ]),
  ...at("/v2/slots/available", {}, [
    [
      "GET",
      200,
      {
        as: "nobody",
        query: async (world) => ({ eventTypeId: await number(world), startTime: slots.from, endTime: slots.to }),
      },
    ],
  ]),
]);

const calEventTypes = cal("2024-06-14", [
  ...at("/v2/event-types", {}, [
    ["GET", 200],
    ["POST", 201, { body: () => ({ lengthInMinutes: 60, title: "Learn it", slug: `learn-${unique()}` }) }],
  ]),
  ...at("/v2/event-types/{id}", { id: number }, [
    ["GET", 200],
    ["PATCH", 200, { body: () => ({ lengthInMinutes: 45, hidden: true }) }],
    ["DELETE", 200],
  ]),
]);

const calSchedules = cal("2024-06-11", [
  ...at("/v2/schedules", {}, [
    ["GET", 200],
    ["POST", 201, { body: () => ({ name: "Catch up hours", timeZone: "Europe/Rome", isDefault: false }) }],
  ]),
  ...at("/v2/schedules/default", {}, [["GET", 200]]),
  ...at("/v2/schedules/{id}", { id: scheduleNumber }, [
    ["GET", 200],
    ["PATCH", 200, { body: () => ({ name: "Evenings" }) }],
    ["DELETE", 200],
  ]),
]);

const calOthers = cal("2024-09-04", [
  ...at("/v2/slots", {}, [
    [
      "GET",
      200,
      {
        as: "nobody",
        query: async (world) => ({ eventTypeId: await number(world), start: slots.from, end: slots.to }),
      },
    ],
  ]),
  ...at("/v2/me", {}, [
    ["GET", 200],
    ["PATCH", 200, { body: () => ({ timeZone: "Europe/Oslo" }) }],
  ]),
  ...at("/v2/webhooks", {}, [
    ["GET", 200],
    [
      "POST",
      201,
      {
        body: () => ({
          subscriberUrl: "https://example.com/hook",
          triggers: ["BOOKING_CREATED"],
          active: true,
          secret: "a-secret",
        }),
      },
    ],
  ]),
  ...at("/v2/webhooks/{id}", { id: webhookNumber }, [
    ["GET", 200],
    ["PATCH", 200, { body: () => ({ active: false }) }],
    ["DELETE", 200],
  ]),
]);

export const v2Rows: ContractRow[] = [...plain, ...calBookings, ...calEventTypes, ...calSchedules, ...calOthers];
