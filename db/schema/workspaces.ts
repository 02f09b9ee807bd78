import { sql } from "drizzle-orm";
import {
  bigint,
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
import { users } from "./accounts";
import { createdAt, instant, updatedAt } from "./columns";

const roles = ["owner", "admin", "member", "client"] as const;

export const workspaces = pgTable(
  "workspaces",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    /** The sentence on top of the public page. */
    description: text("description").notNull().default(""),
    /** Whether anybody may make themselves a client of it. */
    takesClients: boolean("takes_clients").notNull().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex("workspaces_slug_unique").on(table.slug)],
);

export const workspaceMembers = pgTable(
  "workspace_members",
  {
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role", { enum: roles }).notNull(),
    /** Whether clients may book sessions with this host. */
    takesSessions: boolean("takes_sessions").notNull().default(true),
    /** What a host says about themselves to clients. */
    about: text("about").notNull().default(""),
    /** Since then they see nothing of the workspace and take no meetings in it, until somebody takes that back. */
    deactivatedAt: instant("deactivated_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "workspace_members_pkey", columns: [table.workspaceId, table.userId] }),
    index("workspace_members_user_index").on(table.userId),
    check("workspace_members_role_check", sql`${table.role} in ('owner', 'admin', 'member', 'client')`),
  ],
);

export const workspaceInvitations = pgTable(
  "workspace_invitations",
  {
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    id: uuid("id").notNull().defaultRandom(),
    email: text("email").notNull(),
    role: text("role", { enum: roles }).notNull(),
    tokenHash: text("token_hash").notNull(),
    invitedBy: uuid("invited_by").references(() => users.id, { onDelete: "set null" }),
    status: text("status", { enum: ["invited", "accepted", "declined", "revoked"] })
      .notNull()
      .default("invited"),
    expiresAt: instant("expires_at").notNull(),
    answeredAt: instant("answered_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "workspace_invitations_pkey", columns: [table.workspaceId, table.id] }),
    uniqueIndex("workspace_invitations_token_unique").on(table.tokenHash),
    uniqueIndex("workspace_invitations_open_unique")
      .on(table.workspaceId, sql`lower(${table.email})`)
      .where(sql`${table.status} = 'invited'`),
    index("workspace_invitations_invited_by_index").on(table.invitedBy),
    check("workspace_invitations_role_check", sql`${table.role} in ('owner', 'admin', 'member', 'client')`),
    check("workspace_invitations_status_check", sql`${table.status} in ('invited', 'accepted', 'declined', 'revoked')`),
  ],
);

export const teams = pgTable(
  "teams",
  {
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    id: uuid("id").notNull().defaultRandom(),
    /** The integer id of the /v2 dialect. */
    number: bigint("number", { mode: "number" }).generatedAlwaysAsIdentity(),
    name: text("name").notNull(),
    slug: text("slug").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "teams_pkey", columns: [table.workspaceId, table.id] }),
    uniqueIndex("teams_slug_unique").on(table.workspaceId, table.slug),
    index("teams_number_index").on(table.number),
  ],
);

export const teamMembers = pgTable(
  "team_members",
  {
    workspaceId: uuid("workspace_id").notNull(),
    teamId: uuid("team_id").notNull(),
    userId: uuid("user_id").notNull(),
    weight: integer("weight").notNull().default(1),
    priority: integer("priority").notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "team_members_pkey", columns: [table.workspaceId, table.teamId, table.userId] }),
    foreignKey({
      name: "team_members_team_fkey",
      columns: [table.workspaceId, table.teamId],
      foreignColumns: [teams.workspaceId, teams.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "team_members_member_fkey",
      columns: [table.workspaceId, table.userId],
      foreignColumns: [workspaceMembers.workspaceId, workspaceMembers.userId],
    }).onDelete("cascade"),
    index("team_members_member_index").on(table.workspaceId, table.userId),
  ],
);
