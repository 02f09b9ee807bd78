import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { instantSql } from "~db/instant";
import { addJobs } from "~db/queue";
import { bookingWebhookAttempts, bookingWebhookDeliveries as deliveries } from "~db/schema";
import type { Sent } from "~/integrations/webhook-sender.server";
import { deliveryJobs } from "./announce.server";
import { noteHealth, type Health } from "./note-health.server";
import { nextTry } from "./tries";

/** One try of one delivery. One that has moved on since is not this job's any more. */
export type Turn = { workspaceId: string; deliveryId: string; round: number };

type Row = typeof deliveries.$inferSelect;
type Attempt = { turn: Turn; delivery: Row; sent: Sent; now: number };

/**
 * Notes what came of a try, asks for the next one where there is to be one, and how its subscriber is doing. Nothing where
 * somebody else has noted this try already.
 */
export async function noteAttempt({ turn, delivery, sent, now }: Attempt): Promise<void> {
  const { workspaceId, webhookId, trigger } = delivery;
  const attempt = delivery.attempts + 1;
  const after = outcomeOf(sent, trigger, attempt, now);
  await db.transaction(async (tx) => {
    // In this order: whoever deletes a subscription holds it first, too.
    await tx.execute(sql`
      select 1 from booking_webhooks where workspace_id = ${workspaceId} and id = ${webhookId} for no key update`);
    const [noted] = await tx
      .update(deliveries)
      .set({
        state: after.state,
        attempts: attempt,
        round: turn.round + 1,
        nextTryAt: after.nextTryAt === null ? null : new Date(after.nextTryAt),
        deliveredAt: after.state === "delivered" ? new Date(now) : null,
        updatedAt: new Date(now),
      })
      .where(isOwn(turn))
      .returning({ id: deliveries.id });
    if (!noted) return;
    const { status: responseStatus, body: responseBody, failure, durationMs } = sent;
    const came = { responseStatus, responseBody, failure, durationMs, createdAt: new Date(now) };
    await tx.insert(bookingWebhookAttempts).values({ workspaceId, deliveryId: delivery.id, attempt, ...came });
    if (after.nextTryAt !== null) await addTry(tx, turn, after.nextTryAt);
    if (after.health) await noteHealth(tx, { workspaceId, webhookId, health: after.health, sent, now });
  });
}

/** What is not sent any more because its subscriber is switched off. */
export async function giveUp(turn: Turn, now: number): Promise<void> {
  const changes = { state: "failed" as const, round: turn.round + 1, nextTryAt: null, updatedAt: new Date(now) };
  await db.update(deliveries).set(changes).where(isOwn(turn));
}

/** Whether it has it: what answers that it is elsewhere, or comes later, has not. */
export function isTaken({ status }: Pick<Sent, "status">) {
  return status !== null && status >= 200 && status < 300;
}

type Outcome = { state: Row["state"]; nextTryAt: number | null; health: Health | null };

/** A test is made once, and says no more about its subscriber than that it works. */
function outcomeOf(sent: Sent, trigger: string, attempt: number, now: number): Outcome {
  if (isTaken(sent)) return { state: "delivered", nextTryAt: null, health: "works" };
  const isPing = trigger === "PING";
  if (sent.status === 410) return { state: "failed", nextTryAt: null, health: isPing ? null : "gone" };
  const retryAfter = sent.status === null ? undefined : sent.retryAfter;
  const nextTryAt = isPing ? null : nextTry(attempt, now, { retryAfter });
  return { state: nextTryAt === null ? "failed" : "waiting", nextTryAt, health: isPing ? null : "fails" };
}

function addTry(tx: Transaction, { workspaceId, deliveryId }: Turn, at: number) {
  const due = sql`(
    select workspace_id, id, webhook_id, round from booking_webhook_deliveries
    where workspace_id = ${workspaceId} and id = ${deliveryId}
  ) due`;
  return tx.execute(sql`select ${addJobs(deliveryJobs(due, instantSql(at)))}`);
}

function isOwn({ workspaceId, deliveryId, round }: Turn) {
  return and(
    eq(deliveries.workspaceId, workspaceId),
    eq(deliveries.id, deliveryId),
    eq(deliveries.round, round),
    eq(deliveries.state, "waiting"),
  );
}
