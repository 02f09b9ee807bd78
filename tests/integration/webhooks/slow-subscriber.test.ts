import { eq } from "drizzle-orm";
import pino from "pino";
import { afterAll, expect, test } from "vitest";
import { startWebhookReceiver } from "../../support/webhook-receiver";

// Before anything of ours is loaded: the receiver is on this machine.
process.env.ALLOW_PRIVATE_WEBHOOKS = "true";
const { db } = await import("~db/client");
const { notifications } = await import("~db/schema");
const { startWorker } = await import("../../../jobs/worker");
const { booked, office } = await import("../../support/orders");
const { until } = await import("../../support/worker-process");
const { createSubscription } = await import("../../support/webhooks");

const receiver = await startWebhookReceiver();
afterAll(receiver.stop);

test("subscribers that never answer keep neither others nor mail from their turn", async () => {
  const made = await office();
  receiver.answers(({ path }, response) => path === "/quick" && response.end());
  for (const name of ["a", "b", "c", "d", "e"]) {
    await createSubscription({ ...made, subscriberUrl: `${receiver.url}/slow/${name}` });
  }
  await createSubscription({ ...made, subscriberUrl: `${receiver.url}/quick` });
  const starts = Array.from({ length: 14 }, (_, step) => Date.parse("2026-11-23T09:00:00Z") + step * 1_800_000);
  for (const start of starts) await booked(made.eventType, { start: new Date(start).toISOString() });
  const worker = await startWorker({ logger: pino({ level: "silent" }) });
  const began = Date.now();
  const quick = async () => receiver.received.filter(({ path }) => path === "/quick").length;
  expect(await until(quick, (count) => count === 14, 3_000)).toBe(14);
  const isOfWorkspace = eq(notifications.workspaceId, made.workspace.id);
  const unsent = async () =>
    (await db.select().from(notifications).where(isOfWorkspace)).filter((one) => one.state === "queued");
  expect(await until(unsent, (rows) => rows.length === 0, 10_000)).toEqual([]);
  expect(Date.now() - began).toBeLessThan(7_000);
  // Each of the slow ones has one connection, whatever waits for it.
  const slow = receiver.received.filter(({ path }) => path.startsWith("/slow"));
  expect([slow.length, new Set(slow.map(({ path }) => path)).size]).toEqual([5, 5]);
  receiver.stop();
  await worker.stop();
});
