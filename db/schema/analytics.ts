import { sql } from "drizzle-orm";
import { bigint, check, date, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * A visitor opened a booking page, counted once a day and page. No foreign keys: rows come in batches, and none is lost
 * because one event type of them has just gone.
 */
export const analyticsEvents = pgTable(
  "analytics_events",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity(),
    /** `view`: of an event type's page or an evergreen link. `open`: of a one-time link. */
    kind: text("kind", { enum: ["view", "open"] }).notNull(),
    eventTypeId: uuid("event_type_id").notNull(),
    linkId: uuid("link_id"),
    oneTimeLinkId: uuid("one_time_link_id"),
    occurredAt: instant("occurred_at").notNull(),
    /** Address, browser and page under a salt that is thrown away with its day: it tells visitors of one day and page apart, and nothing else. */
    visitor: text("visitor").notNull(),
    /** The host's name of the page that led here; null where none was told. */
    referrerHost: text("referrer_host"),
  },
  (table) => [
    primaryKey({ name: "analytics_events_pkey", columns: [table.workspaceId, table.id] }),
    uniqueIndex("analytics_events_visitor_unique").on(table.workspaceId, table.visitor),
    index("analytics_events_time_index").on(table.workspaceId, table.occurredAt),
    index("analytics_events_event_type_index").on(table.workspaceId, table.eventTypeId, table.occurredAt),
    index("analytics_events_link_index")
      .on(table.workspaceId, table.linkId, table.occurredAt)
      .where(sql`${table.linkId} is not null`),
    index("analytics_events_one_time_index")
      .on(table.workspaceId, table.oneTimeLinkId, table.occurredAt)
      .where(sql`${table.oneTimeLinkId} is not null`),
    check("analytics_events_kind_check", sql`${table.kind} in ('view', 'open')`),
  ],
);

/** A secret of one day (UTC), shared by all processes. Without it the day's visitors cannot be found again. */
export const analyticsSalts = pgTable("analytics_salts", {
  day: date("day", { mode: "string" }).primaryKey(),
  salt: text("salt").notNull(),
});
