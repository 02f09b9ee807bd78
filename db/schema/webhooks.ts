import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, updatedAt } from "./columns";
import { workspaceMembers, workspaces } from "./workspaces";

/** A subscription: where a workspace's booking events are sent. */
export const bookingWebhooks = pgTable(
  "booking_webhooks",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: uuid("id").notNull().defaultRandom(),
    /** The integer id of the /v2 dialect. */
    number: bigint("number", { mode: "number" }).generatedAlwaysAsIdentity(),
    ownerId: uuid("owner_id").notNull(),
    subscriberUrl: text("subscriber_url").notNull(),
    eventTriggers: text("event_triggers").array().notNull(),
    isActive: boolean("is_active").notNull().default(true),
    /** Sealed. Null: its deliveries are not signed. */
    secret: text("secret"),
    /** The one before, which signs as well until then, so that a receiver can change over in its own time. */
    formerSecret: text("former_secret"),
    formerSecretUntil: instant("former_secret_until"),
    /** Since when nothing but failures; null while it works. */
    failingSince: instant("failing_since"),
    /** When its owner was told of that. */
    warnedAt: instant("warned_at"),
    /** When it was switched off by us, and why; null where its owner did it. */
    switchedOffAt: instant("switched_off_at"),
    switchedOffReason: text("switched_off_reason", { enum: ["failing", "gone"] }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "booking_webhooks_pkey", columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: "booking_webhooks_owner_fkey",
      columns: [table.workspaceId, table.ownerId],
      foreignColumns: [workspaceMembers.workspaceId, workspaceMembers.userId],
    }).onDelete("cascade"),
    index("booking_webhooks_owner_index").on(table.workspaceId, table.ownerId),
    index("booking_webhooks_number_index").on(table.number),
    check("booking_webhooks_switched_off_check", sql`${table.switchedOffReason} in ('failing', 'gone')`),
  ],
);

/** What happened to a booking, as it is told to whoever subscribed: written in the transaction in which it happened. */
export const bookingEvents = pgTable(
  "booking_events",
  {
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    id: uuid("id").notNull().defaultRandom(),
    /** In the order in which they are handed out to those who ask for what is new. */
    number: bigint("number", { mode: "number" }).generatedAlwaysAsIdentity(),
    bookingId: uuid("booking_id").notNull(),
    /** The first of a booking is 1. */
    sequence: integer("sequence").notNull(),
    trigger: text("trigger").notNull(),
    /** As it was at that moment, in the words of the webhook. */
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "booking_events_pkey", columns: [table.workspaceId, table.id] }),
    uniqueIndex("booking_events_sequence_unique").on(table.workspaceId, table.bookingId, table.sequence),
    index("booking_events_number_index").on(table.workspaceId, table.number),
    index("booking_events_created_index").on(table.createdAt),
  ],
);

/** One event on its way to one subscriber. */
export const bookingWebhookDeliveries = pgTable(
  "booking_webhook_deliveries",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: uuid("id").notNull().defaultRandom(),
    number: bigint("number", { mode: "number" }).generatedAlwaysAsIdentity(),
    webhookId: uuid("webhook_id").notNull(),
    /** Null for a ping. */
    eventId: uuid("event_id"),
    trigger: text("trigger").notNull(),
    /** The very text that is sent and signed. */
    body: text("body").notNull(),
    state: text("state", { enum: ["waiting", "delivered", "failed"] })
      .notNull()
      .default("waiting"),
    /** Which try is next, from 1 on: a job for another one has been overtaken. */
    round: integer("round").notNull().default(1),
    attempts: integer("attempts").notNull().default(0),
    nextTryAt: instant("next_try_at"),
    deliveredAt: instant("delivered_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "booking_webhook_deliveries_pkey", columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: "booking_webhook_deliveries_webhook_fkey",
      columns: [table.workspaceId, table.webhookId],
      foreignColumns: [bookingWebhooks.workspaceId, bookingWebhooks.id],
    }).onDelete("cascade"),
    index("booking_webhook_deliveries_webhook_index").on(table.workspaceId, table.webhookId, table.createdAt),
    index("booking_webhook_deliveries_event_index").on(table.workspaceId, table.eventId),
    index("booking_webhook_deliveries_created_index").on(table.createdAt),
    check("booking_webhook_deliveries_state_check", sql`${table.state} in ('waiting', 'delivered', 'failed')`),
  ],
);

/** One try of a delivery, and what came back. */
export const bookingWebhookAttempts = pgTable(
  "booking_webhook_attempts",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: uuid("id").notNull().defaultRandom(),
    deliveryId: uuid("delivery_id").notNull(),
    attempt: integer("attempt").notNull(),
    /** Null where no answer came; then `failure` says why. */
    responseStatus: integer("response_status"),
    responseBody: text("response_body"),
    failure: text("failure"),
    durationMs: integer("duration_ms").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "booking_webhook_attempts_pkey", columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: "booking_webhook_attempts_delivery_fkey",
      columns: [table.workspaceId, table.deliveryId],
      foreignColumns: [bookingWebhookDeliveries.workspaceId, bookingWebhookDeliveries.id],
    }).onDelete("cascade"),
    uniqueIndex("booking_webhook_attempts_unique").on(table.workspaceId, table.deliveryId, table.attempt),
  ],
);
