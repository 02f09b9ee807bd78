import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
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
import { bookingSchedules } from "./availability";
import { createdAt, instant, updatedAt } from "./columns";
import { bookingTemplates } from "./templates";
import { teams, workspaceMembers } from "./workspaces";

export const bookingEventTypes = pgTable(
  "booking_event_types",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: uuid("id").notNull().defaultRandom(),
    /** The integer id of the /v2 dialect. */
    number: bigint("number", { mode: "number" }).generatedAlwaysAsIdentity(),
    ownerId: uuid("owner_id").notNull(),
    name: text("name").notNull(),
    slug: text("slug").notNull(),
    description: text("description").notNull().default(""),
    durationMinutes: integer("duration_minutes").notNull(),
    /** Every length on offer, the usual one included; empty where there is only the usual one. */
    durationOptions: integer("duration_options").array().notNull().default([]),
    /** Null: a start every duration. */
    slotIntervalMinutes: integer("slot_interval_minutes"),
    bufferBefore: integer("buffer_before").notNull().default(0),
    bufferAfter: integer("buffer_after").notNull().default(0),
    minimumNoticeMinutes: integer("minimum_notice_minutes").notNull().default(0),
    bookingWindowDays: integer("booking_window_days").notNull(),
    maxPerDay: integer("max_per_day"),
    maxPerWeek: integer("max_per_week"),
    excludedDates: date("excluded_dates", { mode: "string" }).array().notNull().default([]),
    /** What an excluded date is, such as a public holiday's name. Dates without a name are not in it. */
    excludedDateNotes: jsonb("excluded_date_notes").$type<Record<string, string>>().notNull().default({}),
    locationType: text("location_type", {
      enum: ["google_meet", "microsoft_teams", "zoom", "phone", "in_person", "custom"],
    }).notNull(),
    locationValue: text("location_value").notNull().default(""),
    requiresConfirmation: boolean("requires_confirmation").notNull().default(false),
    isTeamEvent: boolean("is_team_event").notNull().default(false),
    teamId: uuid("team_id"),
    assignmentType: text("assignment_type", { enum: ["round_robin", "collective", "all_hands"] }),
    rsvpQuorum: text("rsvp_quorum", { enum: ["all", "majority", "any"] })
      .notNull()
      .default("all"),
    scheduleId: uuid("schedule_id"),
    /** The questions of its booking form. */
    templateId: uuid("template_id"),
    /** What an invitee may still do to their meeting by its link, and until how many hours before its start. */
    inviteeMayCancel: boolean("invitee_may_cancel").notNull().default(true),
    cancelNoticeHours: integer("cancel_notice_hours").notNull().default(0),
    inviteeMayReschedule: boolean("invitee_may_reschedule").notNull().default(true),
    rescheduleNoticeHours: integer("reschedule_notice_hours").notNull().default(0),
    requiresReason: boolean("requires_reason").notNull().default(false),
    /** "No time fits? Ask for one." */
    takesTimeRequests: boolean("takes_time_requests").notNull().default(true),
    /** Whether the public page says whom one will meet. */
    showsHosts: boolean("shows_hosts").notNull().default(true),
    emailFollowupEnabled: boolean("email_followup_enabled").notNull().default(false),
    isActive: boolean("is_active").notNull().default(true),
    isListed: boolean("is_listed").notNull().default(true),
    /** It was made for a link and is reached by links alone: it has no page of its own. */
    isLinkOnly: boolean("is_link_only").notNull().default(false),
    /** What clients book with its owner, for as long as they choose. Each host has one at most. */
    isSession: boolean("is_session").notNull().default(false),
    archivedAt: instant("archived_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "booking_event_types_pkey", columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: "booking_event_types_owner_fkey",
      columns: [table.workspaceId, table.ownerId],
      foreignColumns: [workspaceMembers.workspaceId, workspaceMembers.userId],
    }),
    foreignKey({
      name: "booking_event_types_team_fkey",
      columns: [table.workspaceId, table.teamId],
      foreignColumns: [teams.workspaceId, teams.id],
    }),
    foreignKey({
      name: "booking_event_types_schedule_fkey",
      columns: [table.workspaceId, table.scheduleId],
      foreignColumns: [bookingSchedules.workspaceId, bookingSchedules.id],
    }),
    foreignKey({
      name: "booking_event_types_template_fkey",
      columns: [table.workspaceId, table.templateId],
      foreignColumns: [bookingTemplates.workspaceId, bookingTemplates.id],
    }),
    uniqueIndex("booking_event_types_slug_unique")
      .on(table.workspaceId, table.slug)
      .where(sql`${table.archivedAt} is null`),
    uniqueIndex("booking_event_types_session_unique")
      .on(table.workspaceId, table.ownerId)
      .where(sql`${table.isSession} and ${table.archivedAt} is null`),
    index("booking_event_types_id_index").on(table.id),
    index("booking_event_types_number_index").on(table.number),
    index("booking_event_types_owner_index").on(table.workspaceId, table.ownerId),
    index("booking_event_types_team_index").on(table.workspaceId, table.teamId),
    index("booking_event_types_schedule_index").on(table.workspaceId, table.scheduleId),
    index("booking_event_types_template_index").on(table.workspaceId, table.templateId),
    check("booking_event_types_duration_check", sql`${table.durationMinutes} between 5 and 1440`),
    check(
      "booking_event_types_location_check",
      sql`${table.locationType} in ('google_meet', 'microsoft_teams', 'zoom', 'phone', 'in_person', 'custom')`,
    ),
    check(
      "booking_event_types_assignment_check",
      sql`${table.assignmentType} in ('round_robin', 'collective', 'all_hands')`,
    ),
    check(
      "booking_event_types_policy_check",
      sql`${table.cancelNoticeHours} between 0 and 8760 and ${table.rescheduleNoticeHours} between 0 and 8760`,
    ),
    check("booking_event_types_quorum_check", sql`${table.rsvpQuorum} in ('all', 'majority', 'any')`),
  ],
);

/** The hosts of an event type. One that isn't a team event has exactly one. */
export const bookingEventTypeMembers = pgTable(
  "booking_event_type_members",
  {
    workspaceId: uuid("workspace_id").notNull(),
    eventTypeId: uuid("event_type_id").notNull(),
    userId: uuid("user_id").notNull(),
    weight: integer("weight").notNull().default(1),
    priority: integer("priority").notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({
      name: "booking_event_type_members_pkey",
      columns: [table.workspaceId, table.eventTypeId, table.userId],
    }),
    foreignKey({
      name: "booking_event_type_members_event_type_fkey",
      columns: [table.workspaceId, table.eventTypeId],
      foreignColumns: [bookingEventTypes.workspaceId, bookingEventTypes.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "booking_event_type_members_member_fkey",
      columns: [table.workspaceId, table.userId],
      foreignColumns: [workspaceMembers.workspaceId, workspaceMembers.userId],
    }).onDelete("cascade"),
    index("booking_event_type_members_member_index").on(table.workspaceId, table.userId),
    check("booking_event_type_members_weight_check", sql`${table.weight} between 1 and 100`),
  ],
);
