import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, updatedAt } from "./columns";

export const users = pgTable(
  "users",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** The integer id of the /v2 dialect. */
    number: bigint("number", { mode: "number" }).generatedAlwaysAsIdentity(),
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
  (table) => [
    uniqueIndex("users_email_unique").on(sql`lower(${table.email})`),
    index("users_number_index").on(table.number),
  ],
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

/** Who somebody is at a provider that they sign in with. The subject alone says it: an address may change hands. */
export const userIdentities = pgTable(
  "user_identities",
  {
    provider: text("provider", { enum: ["google", "microsoft"] }).notNull(),
    subject: text("subject").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** As the provider said it last. */
    email: text("email").notNull(),
    lastUsedAt: instant("last_used_at").notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "user_identities_pkey", columns: [table.provider, table.subject] }),
    index("user_identities_user_index").on(table.userId),
    check("user_identities_provider_check", sql`${table.provider} in ('google', 'microsoft')`),
  ],
);

/** What we remember while somebody is at a provider to say yes. Used once: whoever comes back with it takes the row. */
export const oauthStates = pgTable(
  "oauth_states",
  {
    stateHash: text("state_hash").primaryKey(),
    purpose: text("purpose", { enum: ["sign_in", "link", "connect"] }).notNull(),
    provider: text("provider", { enum: ["google", "microsoft"] }).notNull(),
    /** Whose browser or access token it began in, and no other may end it. */
    sessionId: uuid("session_id").references(() => sessions.id, { onDelete: "cascade" }),
    userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
    workspaceId: uuid("workspace_id"),
    /** Of PKCE, sealed. */
    verifier: text("verifier").notNull(),
    redirectUri: text("redirect_uri").notNull(),
    details: jsonb("details").$type<Record<string, unknown>>().notNull().default({}),
    expiresAt: instant("expires_at").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index("oauth_states_session_index").on(table.sessionId),
    index("oauth_states_user_index").on(table.userId),
    index("oauth_states_expiry_index").on(table.expiresAt),
    check("oauth_states_purpose_check", sql`${table.purpose} in ('sign_in', 'link', 'connect')`),
    check("oauth_states_provider_check", sql`${table.provider} in ('google', 'microsoft')`),
  ],
);

/** A key that a program sends as its owner. Only the hash of its secret is stored. */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    scope: text("scope", { enum: ["read", "write"] }).notNull(),
    tokenHash: text("token_hash").notNull(),
    /** How it begins, so that its owner knows it again. */
    hint: text("hint").notNull(),
    lastUsedAt: instant("last_used_at"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("api_keys_token_unique").on(table.tokenHash),
    index("api_keys_user_index").on(table.userId, table.createdAt),
    check("api_keys_scope_check", sql`${table.scope} in ('read', 'write')`),
  ],
);
