import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, updatedAt } from "./columns";

export const users = pgTable(
  "users",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    name: text("name").notNull(),
    /** Kept as typed; unique without regard to case. */
    email: text("email").notNull(),
    passwordHash: text("password_hash"),
    timezone: text("timezone").notNull(),
    emailVerifiedAt: instant("email_verified_at"),
    isSuperAdmin: boolean("is_super_admin").notNull().default(false),
    /** Which workspace calls and pages without one in their path act in. */
    defaultWorkspaceId: uuid("default_workspace_id"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex("users_email_unique").on(sql`lower(${table.email})`)],
);

/** A signed-in browser, or an access token of the API. Only the hash of its secret is stored. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: ["browser", "access_token"] }).notNull(),
    tokenHash: text("token_hash").notNull(),
    userAgent: text("user_agent"),
    address: text("address"),
    lastUsedAt: instant("last_used_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("sessions_token_unique").on(table.tokenHash),
    index("sessions_user_index").on(table.userId),
    check("sessions_kind_check", sql`${table.kind} in ('browser', 'access_token')`),
  ],
);

/** A secret in a mail that proves an address or allows a new password. Works once. */
export const accountTokens = pgTable(
  "account_tokens",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    purpose: text("purpose", { enum: ["verify_email", "reset_password"] }).notNull(),
    /** The address that the mail goes to; a token for an address given up since is void. */
    email: text("email").notNull(),
    tokenHash: text("token_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("account_tokens_token_unique").on(table.tokenHash),
    index("account_tokens_user_index").on(table.userId),
    check("account_tokens_purpose_check", sql`${table.purpose} in ('verify_email', 'reset_password')`),
  ],
);
