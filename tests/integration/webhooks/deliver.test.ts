import { Webhook as Verifier } from "standardwebhooks";
import { createHmac } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startWebhookReceiver } from "../../support/webhook-receiver";

// Before anything of ours is loaded: the receiver is on this machine.
process.env.ALLOW_PRIVATE_WEBHOOKS = "true";
const { client } = await import("~db/client");
const { deliver } = await import("~/domain/webhooks/deliver.server");
const { listDeliveries } = await import("~/domain/webhooks/deliveries.server");
const { redeliver } = await import("~/domain/webhooks/redeliver.server");
const { changeWebhook, deleteWebhook } = await import("~/domain/webhooks/save-webhook.server");
const { findWebhook } = await import("~/domain/webhooks/webhooks.server");
const { runJobs } = await import("../../support/jobs");
const { booked, office } = await import("../../support/orders");
const { createSubscription, eventsOf } = await import("../../support/webhooks");

const receiver = await startWebhookReceiver();
afterAll(receiver.stop);
beforeEach(() => {
  receiver.received.splice(0);
  receiver.answers((_, response) => response.end("ok"));
});

const second = 1000;

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

describe("a delivery", () => {
  it("is verified by receivers that others wrote", async () => {
    const { eventType, webhook, only, workspace } = await subscribed();
    const booking = await booked(eventType);
    await runJobs();
    const [{ headers, body }] = receiver.received as [(typeof receiver.received)[number]];
    const read = new Verifier(webhook.secret!).verify(body, headers as Record<string, string>);
    expect(read).toMatchObject({ triggerEvent: "BOOKING_CREATED", payload: { uid: booking.uid } });
    expect(headers["x-cal-signature-256"]).toBe(createHmac("sha256", webhook.secret!).update(body).digest("hex"));
    expect(headers["content-type"]).toBe("application/json");
    expect(headers["webhook-id"]).toBe((await eventsOf(workspace))[0]!.id);
    expect(await only()).toMatchObject({
      state: "delivered",
      nextTryAt: null,
      attempts: [{ attempt: 1, responseStatus: 200, responseBody: "ok", failure: null }],
    });
  });

  it.each([201, 204, 299])("is there with %i", async (status) => {
    const { eventType, only } = await subscribed();
    receiver.says(status);
    await booked(eventType);
    await runJobs();
    expect((await only()).state).toBe("delivered");
  });

  it.each([302, 400, 404, 500])("is tried again after %i, under the same id and with another time", async (status) => {
    const { eventType, only, workspace } = await subscribed();
    receiver.says(status, { location: `${receiver.url}/elsewhere` });
    await booked(eventType);
    await runJobs();
    const failed = await only();
    expect(failed).toMatchObject({ state: "waiting", attempts: [{ responseStatus: status }] });
    const wait = failed.nextTryAt! - failed.attempts[0]!.createdAt;
    expect([wait >= 4 * second, wait <= 6 * second]).toEqual([true, true]);
    receiver.says(200);
    await tryAgain(workspace.id, failed.id);
    expect(await only()).toMatchObject({ state: "delivered", attempts: [{ attempt: 1 }, { attempt: 2 }] });
    const [one, two] = receiver.received;
    expect([receiver.received.length, two!.headers["webhook-id"], two!.path]).toEqual([
      2,
      one!.headers["webhook-id"],
      "/hook",
    ]);
  });

  it("comes no sooner than the receiver asks", async () => {
    const { eventType, only } = await subscribed();
    receiver.says(429, { "retry-after": "600" });
    await booked(eventType);
    await runJobs();
    const { nextTryAt, attempts } = await only();
    expect(nextTryAt! - attempts[0]!.createdAt).toBeGreaterThanOrEqual(599 * second);
  });

  it("is given up after ten tries", async () => {
    const { eventType, only, workspace } = await subscribed();
    receiver.says(500);
    await booked(eventType);
    const { id } = await only();
    for (let attempt = 0; attempt < 10; attempt++) await tryAgain(workspace.id, id);
    expect(await only()).toMatchObject({ state: "failed", nextTryAt: null });
    expect((await only()).attempts).toHaveLength(10);
  });

  it("keeps the beginning of an answer, whatever is in it", async () => {
    const { eventType, only } = await subscribed();
    receiver.answers((_, response) => response.end(`a\u0000b${"é".repeat(100_000)}`));
    await booked(eventType);
    await runJobs();
    const { responseBody } = (await only()).attempts[0]!;
    expect(responseBody!.startsWith("abéé")).toBe(true);
    expect(Buffer.byteLength(responseBody!)).toBeLessThanOrEqual(4098);
  });

  it("tells in a sentence why no answer came", async () => {
    const { webhook, eventType, only, owner } = await subscribed();
    const patch = { subscriberUrl: "http://127.0.0.1:9/hook" };
    await changeWebhook({ webhook, userId: owner.id, patch: { ...none, ...patch }, now: Date.now() });
    await booked(eventType);
    await runJobs();
    expect((await only()).attempts[0]).toMatchObject({
      responseStatus: null,
      failure: "Nothing answers at the address.",
    });
  });

  it("that two workers were given is noted once", async () => {
    const { eventType, only, workspace } = await subscribed();
    receiver.says(500);
    await booked(eventType);
    const { id } = await only();
    const turn = { workspaceId: workspace.id, deliveryId: id, round: 1 };
    await Promise.all([1, 2, 3].map(() => deliver(turn, Date.now())));
    expect((await only()).attempts).toHaveLength(1);
    expect(await deliver(turn, Date.now())).toBeNull();
  });

  it("is not sent any more once its subscription is switched off, or gone", async () => {
    const { webhook, owner, eventType, only, workspace } = await subscribed();
    await booked(eventType);
    const { id } = await only();
    await changeWebhook({ webhook, userId: owner.id, patch: { ...none, isActive: false }, now: Date.now() });
    await runJobs();
    expect([(await only()).state, receiver.received.length]).toEqual(["failed", 0]);
    await deleteWebhook({ webhook, userId: owner.id });
    expect(await deliver({ workspaceId: workspace.id, deliveryId: id, round: 2 }, Date.now())).toBeNull();
  });

  it("is not signed where there is no secret", async () => {
    const { eventType } = await subscribed({ secret: null });
    await booked(eventType);
    await runJobs();
    const { headers } = receiver.received[0]!;
    expect(headers["x-cal-signature-256"]).toBe("no-secret-provided");
    expect(headers).not.toHaveProperty("webhook-signature");
  });
});

const none = { subscriberUrl: undefined, eventTriggers: undefined, isActive: undefined, secret: undefined };

describe("a new secret", () => {
  it("signs beside the former one for a day, then alone", async () => {
    const { webhook, owner, workspace, eventType, only } = await subscribed({ secret: "whsec_Zm9ybWVyLXNlY3JldA==" });
    const day = 24 * 3_600_000;
    const change = { webhook, userId: owner.id, patch: { ...none, secret: "whsec_bmV4dC1zZWNyZXQ=" }, now: Date.now() };
    await changeWebhook(change);
    await booked(eventType);
    await runJobs();
    const signatures = () => String(receiver.received.at(-1)!.headers["webhook-signature"]).split(" ").length;
    const [{ headers, body }] = receiver.received as [(typeof receiver.received)[number]];
    for (const secret of ["whsec_Zm9ybWVyLXNlY3JldA==", "whsec_bmV4dC1zZWNyZXQ="]) {
      expect(new Verifier(secret).verify(body, headers as Record<string, string>)).toBeTruthy();
    }
    expect(signatures()).toBe(2);
    const again = await redeliver({ webhook, delivery: await only(), now: Date.now() });
    if (!again.ok) throw new Error(again.reason);
    await deliver({ workspaceId: workspace.id, deliveryId: again.delivery.id, round: 3 }, Date.now() + day);
    expect(signatures()).toBe(1);
  });
});
