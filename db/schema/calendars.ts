import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, isStretch, tstzrange, updatedAt } from "./columns";
import { workspaceMembers } from "./workspaces";

/** A member's account at a provider, with what lets us in. Several calendars of it may be connected. */
export const calendarAccounts = pgTable(
  "calendar_accounts",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: uuid("id").notNull().defaultRandom(),
    userId: uuid("user_id").notNull(),
    provider: text("provider", { enum: ["google", "microsoft"] }).notNull(),
    /** The provider's own key of the account. Its address may change, or be somebody else's later. */
    subject: text("subject").notNull(),
    email: text("email").notNull(),
    /** Sealed, and bound to this row. */
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    accessTokenExpiresAt: instant("access_token_expires_at"),
    /** What was granted, which may be less than was asked for. */
    scopes: text("scopes").array().notNull().default([]),
    /** Since when the provider lets us in no more, and what it said. */
    needsReconnectSince: instant("needs_reconnect_since"),
    reconnectReason: text("reconnect_reason"),
    /** Whether a new invitee is kept among the account's contacts once a booking is confirmed. */
    savesContacts: boolean("saves_contacts").notNull().default(false),
    /** Nothing of it is used any more; its row goes once the provider has been told. */
    disconnectedAt: instant("disconnected_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "calendar_accounts_pkey", columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: "calendar_accounts_member_fkey",
      columns: [table.workspaceId, table.userId],
      foreignColumns: [workspaceMembers.workspaceId, workspaceMembers.userId],
    }).onDelete("cascade"),
    uniqueIndex("calendar_accounts_subject_unique")
      .on(table.workspaceId, table.userId, table.provider, table.subject)
      .where(sql`${table.disconnectedAt} is null`),
    index("calendar_accounts_user_index").on(table.userId),
    // What calendar_connections refers to, so that nobody's calendar hangs on somebody else's account.
    uniqueIndex("calendar_accounts_owner_unique").on(table.workspaceId, table.id, table.userId),
    check("calendar_accounts_provider_check", sql`${table.provider} in ('google', 'microsoft')`),
  ],
);

/** One calendar of one host at a provider. */
export const calendarConnections = pgTable(
  "calendar_connections",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: uuid("id").notNull().defaultRandom(),
    userId: uuid("user_id").notNull(),
    accountId: uuid("account_id").notNull(),
    provider: text("provider", { enum: ["google", "microsoft"] }).notNull(),
    /** The provider's own key of the calendar. */
    calendarId: text("calendar_id").notNull(),
    name: text("name").notNull(),
    /** In which its all-day events are days. */
    timezone: text("timezone").notNull().default("UTC"),
    /** Whether the provider lets us write to it, and which video links it makes. */
    isWritable: boolean("is_writable").notNull().default(true),
    conferences: text("conferences").array().notNull().default([]),
    isPrimary: boolean("is_primary").notNull().default(false),
    syncEnabled: boolean("sync_enabled").notNull().default(true),
    /** Whether its busy blocks take the host's time. */
    checkConflicts: boolean("check_conflicts").notNull().default(true),
    /** Whether new bookings are written to it: one of a host's calendars at most. */
    createEvents: boolean("create_events").notNull().default(false),
    /** Whether an event to which the host said "maybe" takes their time. */
    tentativeBlocks: boolean("tentative_blocks").notNull().default(true),
    /** How long it may go unread before its host is warned, and whether nothing is offered from then on. */
    staleAfterMinutes: integer("stale_after_minutes").notNull().default(30),
    staleStopsOffers: boolean("stale_stops_offers").notNull().default(false),
    /** When that is reached; null where it was never read or is not to be. */
    staleAt: instant("stale_at"),
    /** Where the next reading goes on: Google's sync token, Microsoft's delta link. Null: it starts anew. */
    syncToken: text("sync_token"),
    /** Up to when its events are held, and when they were last read from the start. */
    syncedUntil: instant("synced_until"),
    baselineAt: instant("baseline_at"),
    lastSyncedAt: instant("last_synced_at"),
    nextSyncAt: instant("next_sync_at"),
    syncFailures: integer("sync_failures").notNull().default(0),
    lastError: text("last_error"),
    lastErrorAt: instant("last_error_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "calendar_connections_pkey", columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: "calendar_connections_member_fkey",
      columns: [table.workspaceId, table.userId],
      foreignColumns: [workspaceMembers.workspaceId, workspaceMembers.userId],
    }).onDelete("cascade"),
    foreignKey({
      name: "calendar_connections_account_fkey",
      columns: [table.workspaceId, table.accountId, table.userId],
      foreignColumns: [calendarAccounts.workspaceId, calendarAccounts.id, calendarAccounts.userId],
    }).onDelete("cascade"),
    uniqueIndex("calendar_connections_calendar_unique").on(
      table.workspaceId,
      table.userId,
      table.provider,
      table.calendarId,
    ),
    uniqueIndex("calendar_connections_primary_unique")
      .on(table.workspaceId, table.userId)
      .where(sql`${table.isPrimary}`),
    uniqueIndex("calendar_connections_writing_unique")
      .on(table.workspaceId, table.userId)
      .where(sql`${table.createEvents}`),
    index("calendar_connections_user_index").on(table.userId),
    index("calendar_connections_account_index").on(table.workspaceId, table.accountId),
    index("calendar_connections_next_sync_index")
      .on(table.nextSyncAt)
      .where(sql`${table.syncEnabled}`),
    // What calendar_events refers to, so that a busy block takes the time of nobody else.
    uniqueIndex("calendar_connections_owner_unique").on(table.workspaceId, table.id, table.userId),
    check("calendar_connections_provider_check", sql`${table.provider} in ('google', 'microsoft')`),
    check("calendar_connections_stale_check", sql`${table.staleAfterMinutes} between 5 and 1440`),
  ],
);

/** A busy block: a stretch that a connected calendar says is taken. What is free there leaves no row. */
export const calendarEvents = pgTable(
  "calendar_events",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: uuid("id").notNull().defaultRandom(),
    connectionId: uuid("connection_id").notNull(),
    /** The connection's host, whose time is one, in whatever workspace the calendar was connected. */
    userId: uuid("user_id").notNull(),
    /** The provider's own key of the occurrence. */
    providerEventId: text("provider_event_id").notNull(),
    /** Of an occurrence of a recurring event: the key of the whole. */
    seriesId: text("series_id"),
    during: tstzrange("during").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "calendar_events_pkey", columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: "calendar_events_connection_fkey",
      columns: [table.workspaceId, table.connectionId, table.userId],
      foreignColumns: [calendarConnections.workspaceId, calendarConnections.id, calendarConnections.userId],
    }).onDelete("cascade"),
    uniqueIndex("calendar_events_event_unique").on(table.workspaceId, table.connectionId, table.providerEventId),
    index("calendar_events_user_during_index").using("gist", table.userId, table.during),
    check("calendar_events_during_check", isStretch(table.during)),
  ],
);

/** Where the provider tells us that a calendar has changed: Google's channel, Microsoft's subscription. */
export const calendarChannels = pgTable(
  "calendar_channels",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: uuid("id").notNull().defaultRandom(),
    connectionId: uuid("connection_id").notNull(),
    /** The provider's own key; Microsoft gives it only in its answer. */
    providerChannelId: text("provider_channel_id"),
    /** Google's name of what is watched, which it asks for when the channel is to stop. */
    resourceId: text("resource_id"),
    /** Of the secret that true notices carry. */
    secretHash: text("secret_hash").notNull(),
    expiresAt: instant("expires_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "calendar_channels_pkey", columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: "calendar_channels_connection_fkey",
      columns: [table.workspaceId, table.connectionId],
      foreignColumns: [calendarConnections.workspaceId, calendarConnections.id],
    }).onDelete("cascade"),
    uniqueIndex("calendar_channels_provider_unique").on(table.providerChannelId),
    index("calendar_channels_connection_index").on(table.workspaceId, table.connectionId),
    index("calendar_channels_expiry_index").on(table.expiresAt),
  ],
);
