import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bookings } from "./bookings";
import { createdAt, instant } from "./columns";

/**
 * One mail to one person about one change. Written with the change, rendered and delivered by a job.
 * `kept`: no mail service is set, so it stays in the local outbox. `sending`: it is being handed over, and a worker that
 * dies now can't tell whether it was taken. `sent`: the service took it. `bounced`: it took it, and gave it back later.
 * `failed`: it was refused, or given up. `skipped`: overtaken before it left.
 */
export const notifications = pgTable(
  "notifications",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** Null for account mails, which belong to no workspace. */
    workspaceId: uuid("workspace_id"),
    bookingId: uuid("booking_id"),
    kind: text("kind").notNull(),
    recipient: text("recipient").notNull(),
    recipientName: text("recipient_name").notNull().default(""),
    /** What the mail's words need and the booking does not hold. Secrets in it are erased once it is written. */
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull().default({}),
    state: text("state", { enum: ["queued", "sending", "kept", "sent", "bounced", "failed", "skipped"] })
      .notNull()
      .default("queued"),
    subject: text("subject"),
    html: text("html"),
    text: text("text"),
    ics: text("ics"),
    /** Whoever answers the mail writes to the other side of the meeting. */
    replyTo: jsonb("reply_to").$type<{ name: string; address: string }>(),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
    nextTryAt: instant("next_try_at"),
    /** The mail service's own name for it, and what it said when it took it. */
    providerId: text("provider_id"),
    answer: text("answer"),
    /** Rises when somebody has it sent again: a new mail for the service, the same one for us. */
    round: integer("round").notNull().default(0),
    finishedAt: instant("finished_at"),
    /** One mail per person and change: what makes it that. */
    dedupeKey: text("dedupe_key").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    foreignKey({
      name: "notifications_booking_fkey",
      columns: [table.workspaceId, table.bookingId],
      foreignColumns: [bookings.workspaceId, bookings.id],
    }).onDelete("cascade"),
    uniqueIndex("notifications_dedupe_unique").on(table.dedupeKey),
    index("notifications_booking_index").on(table.workspaceId, table.bookingId),
    index("notifications_kept_index")
      .on(table.createdAt)
      .where(sql`${table.state} = 'kept'`),
    index("notifications_undelivered_index")
      .on(table.workspaceId, table.createdAt)
      .where(sql`${table.state} in ('failed', 'bounced')`),
    index("notifications_recipient_index").on(sql`lower(${table.recipient})`, table.createdAt),
    check(
      "notifications_state_check",
      sql`${table.state} in ('queued', 'sending', 'kept', 'sent', 'bounced', 'failed', 'skipped')`,
    ),
  ],
);
