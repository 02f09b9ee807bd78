import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startWebhookReceiver } from "../../support/webhook-receiver";

// Before anything of ours is loaded: the receiver is on this machine.
process.env.ALLOW_PRIVATE_WEBHOOKS = "true";
const { client } = await import("~db/client");
const { deliver } = await import("~/domain/webhooks/deliver.server");
const { findDelivery, listDeliveries } = await import("~/domain/webhooks/deliveries.server");
const { pingWebhook, redeliver, redeliverFailed } = await import("~/domain/webhooks/redeliver.server");
const { changeWebhook } = await import("~/domain/webhooks/save-webhook.server");
const { findWebhook } = await import("~/domain/webhooks/webhooks.server");
const { runJobs } = await import("../../support/jobs");
const { until } = await import("../../support/worker-process");
const { booked, office } = await import("../../support/orders");
const { createSubscription } = await import("../../support/webhooks");

const receiver = await startWebhookReceiver();
afterAll(receiver.stop);
beforeEach(() => {
  receiver.received.splice(0);
  receiver.answers((_, response) => response.end("ok"));
});

async function subscribed(given: { secret?: string | null; path?: string } = {}) {
  const made = await office();
  const { path = "/hook", ...rest } = given;
  const webhook = await createSubscription({ ...made, subscriberUrl: receiver.url + path, ...rest });
  const only = async () => (await listDeliveries(webhook, { limit: 9, offset: 0 }))[0]!;
  const now = async () => (await findWebhook(made.owner.id, webhook.id))!;
  return { ...made, webhook, only, now };
}

/** Makes the next try of it now. */
async function tryAgain(workspaceId: string, deliveryId: string) {
  const [row] = await client`select round from booking_webhook_deliveries where id = ${deliveryId}`;
  return deliver({ workspaceId, deliveryId, round: row!.round as number }, Date.now());
}

const none = { subscriberUrl: undefined, eventTriggers: undefined, isActive: undefined, secret: undefined };

describe("a test", () => {
  it("is sent once, also to what is switched off, and is no failure of it", async () => {
    const { webhook, owner, now } = await subscribed();
    await changeWebhook({ webhook, userId: owner.id, patch: { ...none, isActive: false }, now: Date.now() });
    receiver.says(500);
    const ping = (await pingWebhook({ webhook, now: Date.now() }))!;
    await runJobs();
    expect(await findDelivery(webhook, ping.number)).toMatchObject({ state: "failed", trigger: "PING", eventId: null });
    expect(await now()).toMatchObject({ isActive: false, failingSince: null });
    expect(JSON.parse(receiver.received[0]!.body).triggerEvent).toBe("PING");
    expect(receiver.received[0]!.headers["webhook-id"]).toBe(ping.id);
  });
});

describe("sending again by hand", () => {
  it("sends the same text under the same id, whatever became of it", async () => {
    const { webhook, eventType, only } = await subscribed();
    await booked(eventType);
    await runJobs();
    const again = await redeliver({ webhook, delivery: await only(), now: Date.now() });
    expect(again).toMatchObject({ ok: true, delivery: { state: "waiting" } });
    await runJobs();
    expect((await only()).attempts).toHaveLength(2);
    const [one, two] = receiver.received;
    expect([two!.body, two!.headers["webhook-id"]]).toEqual([one!.body, one!.headers["webhook-id"]]);
  });

  it("takes the place of a try that waits", async () => {
    const { webhook, eventType, only, workspace } = await subscribed();
    receiver.says(500);
    await booked(eventType);
    await runJobs();
    receiver.says(200);
    await redeliver({ webhook, delivery: await only(), now: Date.now() });
    await runJobs();
    await deliver({ workspaceId: workspace.id, deliveryId: (await only()).id, round: 2 }, Date.now());
    expect(receiver.received).toHaveLength(2);
  });

  it("sends all that failed in a time", async () => {
    const { webhook, eventType, workspace } = await subscribed();
    receiver.says(500);
    for (const start of ["2026-11-23T09:00:00Z", "2026-11-23T10:00:00Z", "2026-11-23T11:00:00Z"]) {
      await booked(eventType, { start });
    }
    const all = await listDeliveries(webhook, { limit: 9, offset: 0 });
    for (const { id } of all.slice(0, 2)) {
      for (let attempt = 0; attempt < 10; attempt++) await tryAgain(workspace.id, id);
    }
    receiver.says(200);
    const range = { webhook, from: 0, to: Date.now() + 1000, now: Date.now() };
    expect(await redeliverFailed({ ...range, to: 1 })).toBe(0);
    expect(await redeliverFailed(range)).toBe(2);
    const states = async () => {
      await runJobs();
      return (await listDeliveries(webhook, { limit: 9, offset: 0 })).map(({ state }) => state);
    };
    const isThere = (read: string[]) => read.every((state) => state === "delivered");
    expect(await until(states, isThere)).toHaveLength(3);
    expect(isThere(await states())).toBe(true);
  });

  it("is refused where nothing is sent to", async () => {
    const { webhook, eventType, only } = await subscribed();
    await booked(eventType);
    const off = { ...webhook, isActive: false };
    expect(await redeliver({ webhook: off, delivery: await only(), now: Date.now() })).toEqual({
      ok: false,
      reason: "switched_off",
    });
    expect(await redeliverFailed({ webhook: off, from: 0, to: Date.now(), now: Date.now() })).toBeNull();
  });
});
