import { sql } from "drizzle-orm";
import {
  boolean,
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
import { createdAt, instant, updatedAt } from "./columns";
import { workspaceMembers } from "./workspaces";

/** A question as a form asks it. `id` is its name among the answers, the same in every version. */
export type StoredQuestion = {
  id: string;
  type: string;
  label: string;
  help: string;
  required: boolean;
  options: string[];
};

/** The questions that a booking form asks, and what is said after the meeting. Everybody in the workspace may use it. */
export const bookingTemplates = pgTable(
  "booking_templates",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: uuid("id").notNull().defaultRandom(),
    ownerId: uuid("owner_id").notNull(),
    name: text("name").notNull(),
    /** Of its versions the one that is asked now. */
    version: integer("version").notNull().default(1),
    emailFollowupEnabled: boolean("email_followup_enabled").notNull().default(false),
    /** What the mail after the meeting says; "" for our own words. */
    followupText: text("followup_text").notNull().default(""),
    archivedAt: instant("archived_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "booking_templates_pkey", columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: "booking_templates_owner_fkey",
      columns: [table.workspaceId, table.ownerId],
      foreignColumns: [workspaceMembers.workspaceId, workspaceMembers.userId],
    }),
    index("booking_templates_owner_index").on(table.workspaceId, table.ownerId),
  ],
);

/** The questions as they were at one time. Never changed: a booking points at those that it was asked. */
export const bookingTemplateVersions = pgTable(
  "booking_template_versions",
  {
    workspaceId: uuid("workspace_id").notNull(),
    id: uuid("id").notNull().defaultRandom(),
    templateId: uuid("template_id").notNull(),
    version: integer("version").notNull(),
    questions: jsonb("questions")
      .$type<StoredQuestion[]>()
      .notNull()
      .default(sql`'[]'`),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "booking_template_versions_pkey", columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: "booking_template_versions_template_fkey",
      columns: [table.workspaceId, table.templateId],
      foreignColumns: [bookingTemplates.workspaceId, bookingTemplates.id],
    }),
    uniqueIndex("booking_template_versions_unique").on(table.workspaceId, table.templateId, table.version),
  ],
);
