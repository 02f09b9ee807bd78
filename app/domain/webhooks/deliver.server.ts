import { and, eq } from "drizzle-orm";
import { db } from "~db/client";
import { bookingWebhookDeliveries as deliveries, bookingWebhooks as webhooks } from "~db/schema";
import { sendWebhook, type Sent } from "~/integrations/webhook-sender.server";
import { unseal } from "../secrets.server";
import { giveUp, isTaken, noteAttempt, type Turn } from "./note-attempt.server";
import { signatureHeaders } from "./signature.server";
import { boundTo, type WebhookRow } from "./webhook-row.server";

/**
 * Sends what is due once, and notes what came back. A worker that dies in between leaves the try to be made again: a
 * receiver may get it twice, under one id. Tells how it went wrong.
 */
export async function deliver(turn: Turn, now: number): Promise<string | null> {
  const due = await findDue(turn);
  if (!due) return null;
  const { delivery, webhook } = due;
  if (!webhook.isActive && delivery.trigger !== "PING") {
    await giveUp(turn, now);
    return null;
  }
  const sent = await send(due, now);
  await noteAttempt({ turn, delivery, sent, now: Date.now() });
  return sent.status === null ? sent.failure : isTaken(sent) ? null : `It answered ${sent.status}.`;
}

async function findDue({ workspaceId, deliveryId, round }: Turn) {
  const [due] = await db
    .select({ delivery: deliveries, webhook: webhooks })
    .from(deliveries)
    .innerJoin(webhooks, and(eq(webhooks.workspaceId, deliveries.workspaceId), eq(webhooks.id, deliveries.webhookId)))
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.id, deliveryId),
        eq(deliveries.round, round),
        eq(deliveries.state, "waiting"),
      ),
    );
  return due ?? null;
}

type Due = NonNullable<Awaited<ReturnType<typeof findDue>>>;

async function send({ delivery, webhook }: Due, now: number): Promise<Sent> {
  const secrets = openSecrets(webhook, now);
  if (!secrets) return { status: null, failure: "Its secret cannot be read any more.", body: null, durationMs: 0 };
  const { body } = delivery;
  const headers = signatureHeaders({ id: delivery.eventId ?? delivery.id, now, body, secrets });
  return sendWebhook({ url: webhook.subscriberUrl, headers, body });
}

/** The present one and, as long as both count, the one before. Null: sealed by a key that is gone, and never left out. */
function openSecrets(webhook: WebhookRow, now: number): string[] | null {
  const { secret, formerSecret, formerSecretUntil } = webhook;
  const isFormerGood = formerSecret !== null && formerSecretUntil !== null && now < formerSecretUntil.getTime();
  try {
    return [
      ...(secret === null ? [] : [unseal(secret, boundTo(webhook, "secret"))]),
      ...(isFormerGood ? [unseal(formerSecret, boundTo(webhook, "former_secret"))] : []),
    ];
  } catch {
    return null;
  }
}
