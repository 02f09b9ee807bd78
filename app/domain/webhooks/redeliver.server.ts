import { sql } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { instantSql } from "~db/instant";
import { addJobs } from "~db/queue";
import { deliveryJobs } from "./announce.server";
import { findDelivery } from "./deliveries.server";
import type { Delivery, Webhook } from "./webhook";
import { webhookBody } from "./webhook-body";

/** Sends a test, by a job, also to one that is switched off. The answer is in the delivery, a moment later. */
export async function pingWebhook({ webhook, now }: { webhook: Webhook; now: number }): Promise<Delivery | null> {
  const { workspaceId, id } = webhook;
  const body = webhookBody("PING", now, { type: "Test", title: "Test trigger event", webhookId: webhook.number });
  return sent(webhook, (tx) =>
    tx.execute(sql`
      with delivery as (
        insert into booking_webhook_deliveries (workspace_id, webhook_id, trigger, body, next_try_at)
        select workspace_id, id, 'PING', ${body}, clock_timestamp() from booking_webhooks
        where workspace_id = ${workspaceId} and id = ${id}
        for key share
        returning workspace_id, id, webhook_id, round
      )
      select id, ${addJobs(deliveryJobs(sql`delivery`))} from delivery`),
  );
}

type Again = { webhook: Webhook; delivery: Pick<Delivery, "id">; now: number };
type Redelivered = { ok: true; delivery: Delivery } | { ok: false; reason: "switched_off" | "not_found" };

/** Sends the same text under the same id once more, at once, whatever became of it before. */
export async function redeliver({ webhook, delivery, now }: Again): Promise<Redelivered> {
  if (!webhook.isActive) return { ok: false, reason: "switched_off" };
  const again = await sent(webhook, (tx) => sendAgain(tx, webhook, sql`id = ${delivery.id}`, now));
  return again ? { ok: true, delivery: again } : { ok: false, reason: "not_found" };
}

type Range = { webhook: Webhook; from: number; to: number; now: number };

/** The same with all that failed and was made in this time. How many they are; null: nothing is sent to it. */
export async function redeliverFailed({ webhook, from, to, now }: Range): Promise<number | null> {
  if (!webhook.isActive) return null;
  const isMeant = sql`state = 'failed' and created_at >= ${instantSql(from)} and created_at < ${instantSql(to)}`;
  return db.transaction(async (tx) => (await sendAgain(tx, webhook, isMeant, now)).length);
}

/** The job of a try that waits is overtaken by this one. */
function sendAgain(tx: Transaction, { workspaceId, id }: Webhook, isMeant: ReturnType<typeof sql>, now: number) {
  return tx.execute<{ id: string }>(sql`
    with delivery as (
      update booking_webhook_deliveries
      set state = 'waiting', round = round + 1, next_try_at = ${instantSql(now)}, delivered_at = null, updated_at = ${instantSql(now)}
      where workspace_id = ${workspaceId} and webhook_id = ${id} and ${isMeant}
      returning workspace_id, id, webhook_id, round
    ), job as materialized (select ${addJobs(deliveryJobs(sql`delivery`))})
    select id from delivery, job`);
}

/** What the statement wrote, read back; null where it wrote nothing. */
async function sent(webhook: Webhook, write: (tx: Transaction) => PromiseLike<Iterable<Record<string, unknown>>>) {
  const [row] = await db.transaction(async (tx) => [...(await write(tx))]);
  return row ? findDelivery(webhook, String(row.id)) : null;
}
