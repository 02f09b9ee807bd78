import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
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
import { users } from "./accounts";
import { createdAt, instant, isStretch, tstzrange, updatedAt } from "./columns";
import { bookingEventTypes } from "./event-types";
import { bookingLinks, oneTimeLinks } from "./links";
import { bookingTemplateVersions } from "./templates";
import { workspaces } from "./workspaces";

export const bookings = pgTable(
  "bookings",
  {
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    id: uuid("id").notNull().defaultRandom(),
    /** The integer id of the /v2 dialect. */
    number: bigint("number", { mode: "number" }).generatedAlwaysAsIdentity(),
    /** The invitee's key to this booking: random, 128 bits or more, the same for life. */
    uid: text("uid").notNull(),
    eventTypeId: uuid("event_type_id").notNull(),
    hostId: uuid("host_id")
      .notNull()
      .references(() => users.id),
    /** Through whose page it was booked; the team may be gone since. */
    teamId: uuid("team_id"),
    /** The client whose session it is; null for what people without an account book. */
    clientId: uuid("client_id").references(() => users.id),
    inviteeName: text("invitee_name").notNull(),
    inviteeEmail: text("invitee_email").notNull(),
    startTime: instant("start_time").notNull(),
    endTime: instant("end_time").notNull(),
    /** The invitee's zone and language, for everything that is written to them. */
    timezone: text("timezone").notNull(),
    locale: text("locale").notNull().default("en"),
    status: text("status", { enum: ["pending", "confirmed", "cancelled", "completed"] }).notNull(),
    /** When it first became a meeting. From then on it may stand in calendars, whatever its status is later. */
    confirmedAt: instant("confirmed_at"),
    notes: text("notes").notNull().default(""),
    answers: jsonb("answers").$type<Record<string, unknown>>().notNull().default({}),
    /** The questions as they were asked; null where there were none. */
    templateVersionId: uuid("template_version_id"),
    /** The link that it was booked through: an evergreen one, or a one-time one that it has used up. */
    linkId: uuid("link_id"),
    oneTimeLinkId: uuid("one_time_link_id"),
    /** As the event type said when it was booked. */
    locationType: text("location_type").notNull(),
    locationValue: text("location_value").notNull().default(""),
    meetingUrl: text("meeting_url"),
    /** The invitation's UID where it has to be a calendar provider's; else the booking's id is it. The same for life. */
    icalUid: text("ical_uid"),
    /** Rises with every change that an invitation must carry. */
    sequence: integer("sequence").notNull().default(0),
    cancellationReason: text("cancellation_reason"),
    /** What the caller of the API keeps with it. */
    metadata: jsonb("metadata").$type<Record<string, string>>().notNull().default({}),
    /** The form's own key: a second submit of the same form finds this booking. */
    submissionKey: text("submission_key"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "bookings_pkey", columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: "bookings_event_type_fkey",
      columns: [table.workspaceId, table.eventTypeId],
      foreignColumns: [bookingEventTypes.workspaceId, bookingEventTypes.id],
    }),
    foreignKey({
      name: "bookings_template_version_fkey",
      columns: [table.workspaceId, table.templateVersionId],
      foreignColumns: [bookingTemplateVersions.workspaceId, bookingTemplateVersions.id],
    }),
    foreignKey({
      name: "bookings_link_fkey",
      columns: [table.workspaceId, table.linkId],
      foreignColumns: [bookingLinks.workspaceId, bookingLinks.id],
    }),
    foreignKey({
      name: "bookings_one_time_link_fkey",
      columns: [table.workspaceId, table.oneTimeLinkId],
      foreignColumns: [oneTimeLinks.workspaceId, oneTimeLinks.id],
    }),
    uniqueIndex("bookings_uid_unique").on(table.uid),
    // One meeting for each one-time link, whoever races for it.
    uniqueIndex("bookings_one_time_link_unique")
      .on(table.workspaceId, table.oneTimeLinkId)
      .where(sql`${table.oneTimeLinkId} is not null`),
    // Most have neither.
    index("bookings_link_index")
      .on(table.workspaceId, table.linkId, table.createdAt)
      .where(sql`${table.linkId} is not null`),
    index("bookings_template_version_index")
      .on(table.workspaceId, table.templateVersionId)
      .where(sql`${table.templateVersionId} is not null`),
    // Those made over the API have none.
    uniqueIndex("bookings_submission_unique")
      .on(table.workspaceId, table.eventTypeId, table.submissionKey)
      .where(sql`${table.submissionKey} is not null`),
    index("bookings_client_index")
      .on(table.clientId, table.startTime)
      .where(sql`${table.clientId} is not null`),
    index("bookings_number_index").on(table.number),
    index("bookings_workspace_start_index").on(table.workspaceId, table.startTime),
    index("bookings_host_index").on(table.hostId, table.startTime),
    // Without the workspace, which would tell the planner nothing and make it prefer the index above.
    index("bookings_event_type_index").on(table.eventTypeId, table.startTime),
    index("bookings_unfinished_index")
      .on(table.endTime)
      .where(sql`${table.status} in ('pending', 'confirmed')`),
    check("bookings_status_check", sql`${table.status} in ('pending', 'confirmed', 'cancelled', 'completed')`),
    check("bookings_range_check", sql`${table.startTime} < ${table.endTime}`),
  ],
);

export const bookingAttendees = pgTable(
  "booking_attendees",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: uuid("id").notNull().defaultRandom(),
    bookingId: uuid("booking_id").notNull(),
    /** Null for people without an account: the invitee and their guests. */
    userId: uuid("user_id").references(() => users.id),
    kind: text("kind", { enum: ["host", "invitee", "guest"] }).notNull(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    status: text("status", { enum: ["pending", "confirmed", "declined"] }).notNull(),
    respondedAt: instant("responded_at"),
    /** They did not come, says a host. */
    isNoShow: boolean("is_no_show").notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "booking_attendees_pkey", columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: "booking_attendees_booking_fkey",
      columns: [table.workspaceId, table.bookingId],
      foreignColumns: [bookings.workspaceId, bookings.id],
    }).onDelete("cascade"),
    index("booking_attendees_booking_index").on(table.workspaceId, table.bookingId),
    index("booking_attendees_user_index")
      .on(table.userId)
      .where(sql`${table.userId} is not null`),
    check("booking_attendees_kind_check", sql`${table.kind} in ('host', 'invitee', 'guest')`),
    check("booking_attendees_status_check", sql`${table.status} in ('pending', 'confirmed', 'declined')`),
  ],
);

/**
 * Exists exactly while its booking is pending or confirmed and its host has not said no to it. Its migration adds
 * claims_no_overlap: exclude using gist (host_id with =, during with &&). That constraint is why nobody can be booked twice.
 */
export const claims = pgTable(
  "claims",
  {
    workspaceId: uuid("workspace_id").notNull(),
    bookingId: uuid("booking_id").notNull(),
    /** A host's time is one, in whatever workspace it is booked. */
    hostId: uuid("host_id")
      .notNull()
      .references(() => users.id),
    during: tstzrange("during").notNull(),
  },
  (table) => [
    primaryKey({ name: "claims_pkey", columns: [table.workspaceId, table.bookingId, table.hostId] }),
    foreignKey({
      name: "claims_booking_fkey",
      columns: [table.workspaceId, table.bookingId],
      foreignColumns: [bookings.workspaceId, bookings.id],
    }).onDelete("cascade"),
    check("claims_during_check", isStretch(table.during)),
  ],
);

/** Every move of a booking, with who and why. */
export const bookingHistory = pgTable(
  "booking_history",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: uuid("id").notNull().defaultRandom(),
    bookingId: uuid("booking_id").notNull(),
    /** Rises with each move of a booking: whoever waits for its lock is the later one, whatever their clock says. */
    position: bigint("position", { mode: "number" }).generatedAlwaysAsIdentity(),
    move: text("move", {
      enum: [
        "requested",
        "booked",
        // One host of all hands, for themselves.
        "host_accepted",
        "host_declined",
        "confirmed",
        "declined",
        "rescheduled",
        "reassigned",
        "cancelled",
        "completed",
        "expired",
        "no_show",
        "no_show_withdrawn",
      ],
    }).notNull(),
    actorKind: text("actor_kind", { enum: ["invitee", "user", "system"] }).notNull(),
    actorId: uuid("actor_id").references(() => users.id, { onDelete: "set null" }),
    reason: text("reason"),
    startBefore: instant("start_before"),
    startAfter: instant("start_after"),
    /** Who handed it over, and to whom. */
    hostBefore: uuid("host_before").references(() => users.id, { onDelete: "set null" }),
    hostAfter: uuid("host_after").references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "booking_history_pkey", columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: "booking_history_booking_fkey",
      columns: [table.workspaceId, table.bookingId],
      foreignColumns: [bookings.workspaceId, bookings.id],
    }).onDelete("cascade"),
    index("booking_history_booking_index").on(table.workspaceId, table.bookingId, table.position),
    // Often or nearly always null, and then not in them.
    index("booking_history_actor_index")
      .on(table.actorId)
      .where(sql`${table.actorId} is not null`),
    index("booking_history_host_before_index")
      .on(table.hostBefore)
      .where(sql`${table.hostBefore} is not null`),
    index("booking_history_host_after_index")
      .on(table.hostAfter)
      .where(sql`${table.hostAfter} is not null`),
  ],
);
