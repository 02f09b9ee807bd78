import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, isStretch, tstzrange, updatedAt } from "./columns";
import { workspaceMembers } from "./workspaces";

/** One calendar of one host at a provider. */
export const calendarConnections = pgTable(
  "calendar_connections",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: uuid("id").notNull().defaultRandom(),
    userId: uuid("user_id").notNull(),
    provider: text("provider", { enum: ["google", "microsoft"] }).notNull(),
    /** The provider's own key of the calendar. */
    calendarId: text("calendar_id").notNull(),
    name: text("name").notNull(),
    isPrimary: boolean("is_primary").notNull().default(false),
    syncEnabled: boolean("sync_enabled").notNull().default(true),
    /** Whether its busy blocks take the host's time. */
    checkConflicts: boolean("check_conflicts").notNull().default(true),
    createEvents: boolean("create_events").notNull().default(false),
    lastSyncedAt: instant("last_synced_at"),
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
    uniqueIndex("calendar_connections_calendar_unique").on(
      table.workspaceId,
      table.userId,
      table.provider,
      table.calendarId,
    ),
    index("calendar_connections_user_index").on(table.userId),
    // What calendar_events refers to, so that a busy block takes the time of nobody else.
    uniqueIndex("calendar_connections_owner_unique").on(table.workspaceId, table.id, table.userId),
    check("calendar_connections_provider_check", sql`${table.provider} in ('google', 'microsoft')`),
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
