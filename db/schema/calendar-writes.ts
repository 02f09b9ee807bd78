import { sql } from "drizzle-orm";
import {
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
import { bookings } from "./bookings";
import { createdAt, instant, updatedAt } from "./columns";

/**
 * A booking's event in the calendar of one of its hosts: what became of what is wanted there. `waiting`: it is to be
 * written, moved or taken away. `written`: it is there as wanted. `removed`: it is not there, as wanted. `failed`: it was
 * refused, or given up.
 */
export const bookingCalendarEvents = pgTable(
  "booking_calendar_events",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: uuid("id").notNull().defaultRandom(),
    bookingId: uuid("booking_id").notNull(),
    userId: uuid("user_id").notNull(),
    /** Null once the calendar is disconnected: what was written to it stays there. */
    connectionId: uuid("connection_id"),
    provider: text("provider", { enum: ["google", "microsoft"] }).notNull(),
    /** What the host knows the calendar by, also when it is gone. */
    calendarName: text("calendar_name").notNull(),
    state: text("state", { enum: ["waiting", "written", "removed", "failed"] })
      .notNull()
      .default("waiting"),
    /** Rises where the provider keeps the key of a deleted event, so that the next one has a new key. */
    generation: integer("generation").notNull().default(0),
    providerEventId: text("provider_event_id"),
    icalUid: text("ical_uid"),
    etag: text("etag"),
    /** What the provider has from us, as it was last written. */
    written: jsonb("written").$type<Record<string, unknown>>(),
    /** Whether a video link is being made by the provider. */
    conference: text("conference", { enum: ["none", "pending", "ready", "failed"] })
      .notNull()
      .default("none"),
    /** What the host did to the event in their own calendar, until they have decided about it. */
    hostChange: text("host_change", { enum: ["moved", "deleted"] }),
    hostChangeAt: instant("host_change_at"),
    hostStart: instant("host_start"),
    hostEnd: instant("host_end"),
    attempts: integer("attempts").notNull().default(0),
    round: integer("round").notNull().default(0),
    answer: text("answer"),
    lastError: text("last_error"),
    nextTryAt: instant("next_try_at"),
    finishedAt: instant("finished_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "booking_calendar_events_pkey", columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: "booking_calendar_events_booking_fkey",
      columns: [table.workspaceId, table.bookingId],
      foreignColumns: [bookings.workspaceId, bookings.id],
    }).onDelete("cascade"),
    uniqueIndex("booking_calendar_events_calendar_unique").on(table.workspaceId, table.bookingId, table.connectionId),
    index("booking_calendar_events_event_index").on(table.workspaceId, table.connectionId, table.providerEventId),
    check("booking_calendar_events_state_check", sql`${table.state} in ('waiting', 'written', 'removed', 'failed')`),
    check("booking_calendar_events_change_check", sql`${table.hostChange} in ('moved', 'deleted')`),
    check(
      "booking_calendar_events_conference_check",
      sql`${table.conference} in ('none', 'pending', 'ready', 'failed')`,
    ),
  ],
);
