import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns";

/**
 * What a call with an Idempotency-Key was answered, so that the same call is answered the same. The row is written in the
 * transaction of what the call did.
 */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    /** Whose key it is: an account, or the address of a caller without one. */
    owner: text("owner").notNull(),
    key: text("key").notNull(),
    /** Of method, address and body. */
    requestHash: text("request_hash").notNull(),
    status: integer("status").notNull(),
    /** Headers and body, sealed. */
    answer: text("answer").notNull(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "idempotency_keys_pkey", columns: [table.owner, table.key] }),
    index("idempotency_keys_expiry_index").on(table.expiresAt),
    check("idempotency_keys_status_check", sql`${table.status} between 200 and 499`),
  ],
);

/** How often somebody did something lately. Not logged by Postgres: after its crash everybody starts anew. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    key: text("key").primaryKey(),
    points: integer("points").notNull().default(0),
    /** Epoch milliseconds. */
    expire: bigint("expire", { mode: "number" }),
  },
  (table) => [index("rate_limits_expire_index").on(table.expire)],
);
