import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { users } from "./accounts";
import { bookings } from "./bookings";
import { createdAt } from "./columns";

/** Why one of several hosts got a meeting: who was looked at, with what, and the rule that decided. */
export const bookingPicks = pgTable(
  "booking_picks",
  {
    workspaceId: uuid("workspace_id").notNull(),
    bookingId: uuid("booking_id").notNull(),
    eventTypeId: uuid("event_type_id").notNull(),
    /** Through whose page it was booked, else the team that the event type belonged to. */
    teamId: uuid("team_id"),
    hostId: uuid("host_id")
      .notNull()
      .references(() => users.id),
    rule: text("rule", { enum: ["only_one_free", "priority", "fewest", "longest_ago", "id", "lost_race"] }).notNull(),
    /** Everybody who was asked for, as they stood when it was made. */
    candidates: jsonb("candidates").$type<Record<string, unknown>[]>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "booking_picks_pkey", columns: [table.workspaceId, table.bookingId] }),
    foreignKey({
      name: "booking_picks_booking_fkey",
      columns: [table.workspaceId, table.bookingId],
      foreignColumns: [bookings.workspaceId, bookings.id],
    }).onDelete("cascade"),
    index("booking_picks_event_type_index").on(table.eventTypeId, table.createdAt),
    index("booking_picks_team_index")
      .on(table.workspaceId, table.teamId, table.createdAt)
      .where(sql`${table.teamId} is not null`),
    // When a host was last given one of an event type.
    index("booking_picks_host_index").on(table.hostId, table.eventTypeId, table.createdAt),
    check(
      "booking_picks_rule_check",
      sql`${table.rule} in ('only_one_free', 'priority', 'fewest', 'longest_ago', 'id', 'lost_race')`,
    ),
  ],
);
