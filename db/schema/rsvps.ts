import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bookingAttendees, bookings } from "./bookings";
import { createdAt, instant } from "./columns";

/** One asking of one host of an all hands meeting. It takes one answer; a meeting that is moved asks anew. */
export const bookingRsvps = pgTable(
  "booking_rsvps",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: uuid("id").notNull().defaultRandom(),
    bookingId: uuid("booking_id").notNull(),
    attendeeId: uuid("attendee_id").notNull(),
    /** Of the token only its hash is kept. */
    responseToken: text("response_token").notNull(),
    response: text("response", { enum: ["accepted", "declined"] }),
    comment: text("comment").notNull().default(""),
    respondedAt: instant("responded_at"),
    /** From then on a newer asking stands in its place, or the place is somebody else's. */
    replacedAt: instant("replaced_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "booking_rsvps_pkey", columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: "booking_rsvps_booking_fkey",
      columns: [table.workspaceId, table.bookingId],
      foreignColumns: [bookings.workspaceId, bookings.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "booking_rsvps_attendee_fkey",
      columns: [table.workspaceId, table.attendeeId],
      foreignColumns: [bookingAttendees.workspaceId, bookingAttendees.id],
    }).onDelete("cascade"),
    uniqueIndex("booking_rsvps_token_unique").on(table.responseToken),
    index("booking_rsvps_booking_index").on(table.workspaceId, table.bookingId),
    index("booking_rsvps_attendee_index").on(table.workspaceId, table.attendeeId),
    uniqueIndex("booking_rsvps_present_unique")
      .on(table.workspaceId, table.attendeeId)
      .where(sql`${table.replacedAt} is null`),
    check("booking_rsvps_response_check", sql`${table.response} in ('accepted', 'declined')`),
    check("booking_rsvps_responded_check", sql`(${table.response} is null) = (${table.respondedAt} is null)`),
  ],
);
