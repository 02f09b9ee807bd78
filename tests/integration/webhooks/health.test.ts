import { and, eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { startWebhookReceiver } from "../../support/webhook-receiver";

// Before anything of ours is loaded: the receiver is on this machine.
process.env.ALLOW_PRIVATE_WEBHOOKS = "true";
const { db } = await import("~db/client");
const { bookingWebhooks, notifications } = await import("~db/schema");
const { pingWebhook } = await import("~/domain/webhooks/redeliver.server");
const { changeWebhook } = await import("~/domain/webhooks/save-webhook.server");
const { findWebhook } = await import("~/domain/webhooks/webhooks.server");
const { runJobs } = await import("../../support/jobs");
const { booked, office } = await import("../../support/orders");
const { createSubscription } = await import("../../support/webhooks");

const receiver = await startWebhookReceiver();
afterAll(receiver.stop);

const hour = 3_600_000;
let step = 0;

async function subscribed() {
  const made = await office();
  const webhook = await createSubscription({ ...made, subscriberUrl: `${receiver.url}/hook` });
  const isIt = eq(bookingWebhooks.id, webhook.id);
  return {
    ...made,
    webhook,
    now: async () => (await findWebhook(made.owner.id, webhook.id))!,
    failsSince: (ms: number) =>
      db
        .update(bookingWebhooks)
        .set({ failingSince: new Date(Date.now() - ms) })
        .where(isIt),
    /** A booking, which is answered so. */
    async told(status: number) {
      receiver.says(status);
      await booked(made.eventType, {
        start: new Date(Date.parse("2026-11-23T09:00:00Z") + step++ * 1_800_000).toISOString(),
      });
      await runJobs();
    },
    async mails() {
      const isOwners = and(eq(notifications.kind, "webhook_trouble"), eq(notifications.recipient, made.owner.email));
      const rows = await db.select().from(notifications).where(isOwners).orderBy(notifications.createdAt);
      return rows.map(({ payload }) => payload.trouble);
    },
  };
}

describe("a subscriber that fails", () => {
  it("is noted from its first failure on, and forgiven at once when it works", async () => {
    step = 0;
    const { told, now, mails } = await subscribed();
    await told(500);
    const { failingSince } = await now();
    expect(Date.now() - failingSince!).toBeLessThan(10_000);
    await told(503);
    expect((await now()).failingSince).toBe(failingSince);
    await told(200);
    expect([(await now()).failingSince, await mails()]).toEqual([null, []]);
  });

  it("for more than an hour is told to its owner, once", async () => {
    step = 0;
    const { told, failsSince, mails, now } = await subscribed();
    await failsSince(hour);
    for (const _ of [1, 2]) await told(500);
    expect([await mails(), (await now()).isActive]).toEqual([["failing"], true]);
  });

  it("for five days is switched off, and its owner told again", async () => {
    step = 0;
    const { told, failsSince, mails, now } = await subscribed();
    await failsSince(2 * hour);
    await told(500);
    await failsSince(5 * 24 * hour);
    await told(500);
    expect(await mails()).toEqual(["failing", "failing_for_days"]);
    expect(await now()).toMatchObject({ isActive: false, switchedOffReason: "failing" });
    const before = receiver.received.length;
    await told(200);
    expect(receiver.received).toHaveLength(before);
  });

  it("begins anew when it is switched on again", async () => {
    step = 0;
    const { told, failsSince, now, webhook, owner } = await subscribed();
    await failsSince(6 * 24 * hour);
    await told(500);
    const off = await now();
    const patch = { isActive: true, subscriberUrl: undefined, eventTriggers: undefined, secret: undefined };
    await changeWebhook({ webhook: off, userId: owner.id, patch, now: Date.now() });
    expect(await now()).toMatchObject({
      isActive: true,
      switchedOffAt: null,
      switchedOffReason: null,
      failingSince: null,
    });
    await told(500);
    expect((await now()).isActive).toBe(true);
    expect(webhook.isActive).toBe(true);
  });

  it("works again as soon as a test gets through", async () => {
    step = 0;
    const { failsSince, now, webhook } = await subscribed();
    await failsSince(hour);
    receiver.says(200);
    await pingWebhook({ webhook, now: Date.now() });
    await runJobs();
    expect((await now()).failingSince).toBeNull();
  });
});

it("one that says 410 is switched off at once, and its owner told", async () => {
  step = 0;
  const { told, now, mails } = await subscribed();
  await told(410);
  expect(await now()).toMatchObject({ isActive: false, switchedOffReason: "gone" });
  expect(await mails()).toEqual(["gone"]);
});
