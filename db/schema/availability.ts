import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, updatedAt } from "./columns";
import { workspaceMembers } from "./workspaces";

export const bookingSchedules = pgTable(
  "booking_schedules",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: uuid("id").notNull().defaultRandom(),
    /** The integer id of the /v2 dialect. */
    number: bigint("number", { mode: "number" }).generatedAlwaysAsIdentity(),
    userId: uuid("user_id").notNull(),
    name: text("name").notNull(),
    timezone: text("timezone").notNull(),
    isDefault: boolean("is_default").notNull().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "booking_schedules_pkey", columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: "booking_schedules_member_fkey",
      columns: [table.workspaceId, table.userId],
      foreignColumns: [workspaceMembers.workspaceId, workspaceMembers.userId],
    }).onDelete("cascade"),
    index("booking_schedules_member_index").on(table.workspaceId, table.userId),
    index("booking_schedules_number_index").on(table.number),
    uniqueIndex("booking_schedules_default_unique")
      .on(table.workspaceId, table.userId)
      .where(sql`${table.isDefault}`),
  ],
);

/** One range of weekly hours: local minutes of the day, 1440 is midnight at its end. Weekday 0 is Monday. */
export const bookingAvailability = pgTable(
  "booking_availability",
  {
    workspaceId: uuid("workspace_id").notNull(),
    scheduleId: uuid("schedule_id").notNull(),
    weekday: smallint("weekday").notNull(),
    startMinute: smallint("start_minute").notNull(),
    endMinute: smallint("end_minute").notNull(),
  },
  (table) => [
    primaryKey({
      name: "booking_availability_pkey",
      columns: [table.workspaceId, table.scheduleId, table.weekday, table.startMinute],
    }),
    foreignKey({
      name: "booking_availability_schedule_fkey",
      columns: [table.workspaceId, table.scheduleId],
      foreignColumns: [bookingSchedules.workspaceId, bookingSchedules.id],
    }).onDelete("cascade"),
    check("booking_availability_weekday_check", sql`${table.weekday} between 0 and 6`),
    check(
      "booking_availability_range_check",
      sql`0 <= ${table.startMinute} and ${table.startMinute} < ${table.endMinute} and ${table.endMinute} <= 1440`,
    ),
  ],
);

/** What replaces a date's weekly hours: minute pairs one after the other, none at all means closed. */
export const bookingDateOverrides = pgTable(
  "booking_date_overrides",
  {
    workspaceId: uuid("workspace_id").notNull(),
    scheduleId: uuid("schedule_id").notNull(),
    date: date("date", { mode: "string" }).notNull(),
    intervals: smallint("intervals").array().notNull(),
    /** What the date is, such as a public holiday's name. */
    note: text("note").notNull().default(""),
  },
  (table) => [
    primaryKey({ name: "booking_date_overrides_pkey", columns: [table.workspaceId, table.scheduleId, table.date] }),
    foreignKey({
      name: "booking_date_overrides_schedule_fkey",
      columns: [table.workspaceId, table.scheduleId],
      foreignColumns: [bookingSchedules.workspaceId, bookingSchedules.id],
    }).onDelete("cascade"),
    check("booking_date_overrides_pairs_check", sql`cardinality(${table.intervals}) % 2 = 0`),
  ],
);
