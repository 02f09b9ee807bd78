import { and, desc, eq, getTableColumns, sql } from "drizzle-orm";
import { db } from "~db/client";
import { millisecondsSql } from "~db/instant";
import { bookingWebhookDeliveries } from "~db/schema";
import type { Attempt, Delivery, Webhook } from "./webhook";
import { isKeyed } from "./webhooks.server";

type Owned = Pick<Webhook, "workspaceId" | "id">;

/** What was sent to a subscriber, or is about to be, newest first. */
export async function listDeliveries(webhook: Owned, { limit, offset }: { limit: number; offset: number }) {
  const rows = await read(isOf(webhook))
    .orderBy(desc(bookingWebhookDeliveries.createdAt), desc(bookingWebhookDeliveries.number))
    .limit(limit)
    .offset(offset);
  return rows.map(toDelivery);
}

export async function countDeliveries(webhook: Owned): Promise<number> {
  return db.$count(bookingWebhookDeliveries, isOf(webhook));
}

/** By its id or its number. */
export async function findDelivery(webhook: Owned, key: string | number | undefined): Promise<Delivery | null> {
  const isIt = isKeyed(key, bookingWebhookDeliveries);
  const [row] = isIt ? await read(and(isOf(webhook), isIt)).limit(1) : [];
  return row ? toDelivery(row) : null;
}

function isOf({ workspaceId, id }: Owned) {
  return and(eq(bookingWebhookDeliveries.workspaceId, workspaceId), eq(bookingWebhookDeliveries.webhookId, id));
}

// Names are written out: inside a subquery a bare column would mean the inner table's.
const attempts = sql<Attempt[]>`(
  select coalesce(json_agg(json_build_object(
    'attempt', a.attempt, 'responseStatus', a.response_status, 'responseBody', a.response_body, 'failure', a.failure,
    'durationMs', a.duration_ms, 'createdAt', ${millisecondsSql("a.created_at")}
  ) order by a.attempt), '[]')
  from booking_webhook_attempts a
  where a.workspace_id = booking_webhook_deliveries.workspace_id and a.delivery_id = booking_webhook_deliveries.id
)`;

function read(where: ReturnType<typeof and>) {
  return db
    .select({ ...getTableColumns(bookingWebhookDeliveries), tries: attempts })
    .from(bookingWebhookDeliveries)
    .where(where)
    .$dynamic();
}

type Row = typeof bookingWebhookDeliveries.$inferSelect & { tries: Attempt[] };

function toDelivery({ tries, round: _round, attempts: _count, updatedAt: _updatedAt, ...row }: Row): Delivery {
  return {
    ...row,
    trigger: row.trigger as Delivery["trigger"],
    nextTryAt: row.nextTryAt?.getTime() ?? null,
    deliveredAt: row.deliveredAt?.getTime() ?? null,
    createdAt: row.createdAt.getTime(),
    attempts: tries,
  };
}
