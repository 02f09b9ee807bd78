import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, updatedAt } from "./columns";
import { bookingEventTypes } from "./event-types";
import { workspaceMembers } from "./workspaces";

/** An evergreen link: an address for an event type, whose rules are the link's. Several links may lead to one. */
export const bookingLinks = pgTable(
  "booking_links",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: uuid("id").notNull().defaultRandom(),
    ownerId: uuid("owner_id").notNull(),
    eventTypeId: uuid("event_type_id").notNull(),
    title: text("title").notNull(),
    /** In its address, which its owner can always read again. */
    token: text("token").notNull(),
    isActive: boolean("is_active").notNull().default(true),
    archivedAt: instant("archived_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "booking_links_pkey", columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: "booking_links_owner_fkey",
      columns: [table.workspaceId, table.ownerId],
      foreignColumns: [workspaceMembers.workspaceId, workspaceMembers.userId],
    }),
    foreignKey({
      name: "booking_links_event_type_fkey",
      columns: [table.workspaceId, table.eventTypeId],
      foreignColumns: [bookingEventTypes.workspaceId, bookingEventTypes.id],
    }),
    uniqueIndex("booking_links_token_unique").on(table.token),
    index("booking_links_owner_index").on(table.workspaceId, table.ownerId, table.createdAt),
    index("booking_links_event_type_index").on(table.workspaceId, table.eventTypeId),
  ],
);

/**
 * A link for one person and one meeting. Booked is the one that a booking points at; it is unique among bookings, which is
 * why two people racing for it cannot both win. Expired is the one whose time is over.
 */
export const oneTimeLinks = pgTable(
  "one_time_links",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: uuid("id").notNull().defaultRandom(),
    ownerId: uuid("owner_id").notNull(),
    eventTypeId: uuid("event_type_id").notNull(),
    /** The evergreen link that it was made from, if any. */
    linkId: uuid("link_id"),
    recipientEmail: text("recipient_email").notNull(),
    recipientName: text("recipient_name").notNull().default(""),
    /** Shown once, at its making; only this is kept. */
    tokenHash: text("token_hash").notNull(),
    expiresAt: instant("expires_at"),
    /** Hand-picked times; null: all that are free. */
    slots: jsonb("slots").$type<{ start: string; end: string }[]>(),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "one_time_links_pkey", columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: "one_time_links_owner_fkey",
      columns: [table.workspaceId, table.ownerId],
      foreignColumns: [workspaceMembers.workspaceId, workspaceMembers.userId],
    }),
    foreignKey({
      name: "one_time_links_event_type_fkey",
      columns: [table.workspaceId, table.eventTypeId],
      foreignColumns: [bookingEventTypes.workspaceId, bookingEventTypes.id],
    }),
    foreignKey({
      name: "one_time_links_link_fkey",
      columns: [table.workspaceId, table.linkId],
      foreignColumns: [bookingLinks.workspaceId, bookingLinks.id],
    }),
    uniqueIndex("one_time_links_token_unique").on(table.tokenHash),
    index("one_time_links_owner_index").on(table.workspaceId, table.ownerId, table.createdAt),
    index("one_time_links_event_type_index").on(table.workspaceId, table.eventTypeId),
    index("one_time_links_link_index")
      .on(table.workspaceId, table.linkId, table.createdAt)
      .where(sql`${table.linkId} is not null`),
    check("one_time_links_slots_check", sql`${table.slots} is null or jsonb_typeof(${table.slots}) = 'array'`),
  ],
);

/** A wizard that was not finished: each step's fields as they were typed. */
export const bookingLinkDrafts = pgTable(
  "booking_link_drafts",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: uuid("id").notNull().defaultRandom(),
    ownerId: uuid("owner_id").notNull(),
    /** The link that is being changed; null for a new one. */
    linkId: uuid("link_id"),
    values: jsonb("values")
      .$type<Record<string, Record<string, string[]>>>()
      .notNull()
      .default(sql`'{}'`),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "booking_link_drafts_pkey", columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: "booking_link_drafts_owner_fkey",
      columns: [table.workspaceId, table.ownerId],
      foreignColumns: [workspaceMembers.workspaceId, workspaceMembers.userId],
    }).onDelete("cascade"),
    foreignKey({
      name: "booking_link_drafts_link_fkey",
      columns: [table.workspaceId, table.linkId],
      foreignColumns: [bookingLinks.workspaceId, bookingLinks.id],
    }).onDelete("cascade"),
    index("booking_link_drafts_owner_index").on(table.workspaceId, table.ownerId),
    index("booking_link_drafts_link_index").on(table.workspaceId, table.linkId),
  ],
);
