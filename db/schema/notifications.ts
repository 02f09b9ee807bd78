import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bookings } from "./bookings";
import { createdAt, instant } from "./columns";

/**
 * One mail to one person about one change. Written with the change, rendered and delivered by a job.
 * `kept`: no mail service is set, so it stays in the local outbox.
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
    state: text("state", { enum: ["queued", "kept", "sent", "failed", "skipped"] })
      .notNull()
      .default("queued"),
    subject: text("subject"),
    html: text("html"),
    text: text("text"),
    ics: text("ics"),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
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
    index("notifications_recipient_index").on(sql`lower(${table.recipient})`, table.createdAt),
    check("notifications_state_check", sql`${table.state} in ('queued', 'kept', 'sent', 'failed', 'skipped')`),
  ],
);
