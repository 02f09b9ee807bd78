import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { users } from "~db/schema";
import { userColumns } from "./sessions.server";

/** What a session is started with: where the request comes from, and when. */
export type Origin = { userAgent: string | null; address: string | null; now: number };

/** The account of an address, without regard to case. */
export async function findAccountByEmail(email: string, on: Transaction | typeof db = db) {
  const [found] = await on
    .select({ user: userColumns, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(sql`lower(${users.email})`, sql`lower(${email})`));
  return found ?? null;
}

export async function findAccount(userId: string) {
  const [found] = await db
    .select({ user: userColumns, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, userId));
  return found ?? null;
}

/** Lets one deed at a time work on this account. Null when there is none. */
export async function lockAccount(tx: Transaction, userId: string) {
  const [found] = await tx
    .select({ user: userColumns, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, userId))
    .for("no key update");
  return found ?? null;
}

export async function hasAccounts(on: Transaction | typeof db = db) {
  const found = await on.select({ id: users.id }).from(users).limit(1);
  return found.length > 0;
}
