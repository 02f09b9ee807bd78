import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { accountTokens, users } from "~db/schema";
import { hashToken, makeToken } from "../tokens.server";
import { lockAccount } from "./accounts.server";
import { userColumns } from "./sessions.server";

export type Purpose = "verify_email" | "reset_password";

/** `void`: used, replaced, or made for an address that the account no longer has. */
export type TokenState = "open" | "void" | "expired" | "unknown";

const hour = 60 * 60 * 1000;
const lifetime: Record<Purpose, number> = { verify_email: 72 * hour, reset_password: hour };
const pause = 60_000;

/** A new token for the account's address, or null when one was made less than a minute ago. Its secret is stored nowhere. */
export async function makeAccountToken(tx: Transaction, userId: string, purpose: Purpose, now: number) {
  const account = await lockAccount(tx, userId);
  if (!account || (await isTooSoon(tx, userId, purpose, now))) return null;
  const token = makeToken();
  const [made] = await tx
    .insert(accountTokens)
    .values({
      userId,
      purpose,
      email: account.user.email,
      tokenHash: hashToken(token),
      expiresAt: new Date(now + lifetime[purpose]),
      createdAt: new Date(now),
    })
    .returning({ id: accountTokens.id });
  return { token, id: made!.id };
}

export async function findAccountToken(token: string, purpose: Purpose, now: number) {
  const [found] = await db
    .select({
      user: userColumns,
      expiresAt: accountTokens.expiresAt,
      usedAt: accountTokens.usedAt,
      isCurrent: sql<boolean>`lower(${accountTokens.email}) = lower(${users.email})`,
    })
    .from(accountTokens)
    .innerJoin(users, eq(users.id, accountTokens.userId))
    .where(and(eq(accountTokens.tokenHash, hashToken(token)), eq(accountTokens.purpose, purpose)));
  return found ? { state: stateOf(found, now), user: found.user } : { state: "unknown" as const, user: null };
}

/** Takes an open token: of two at once, one gets the account and the other null. */
export async function takeAccountToken(tx: Transaction, token: string, purpose: Purpose, now: number) {
  const [used] = await tx
    .update(accountTokens)
    .set({ usedAt: new Date(now) })
    .from(users)
    .where(
      and(
        eq(accountTokens.tokenHash, hashToken(token)),
        eq(accountTokens.purpose, purpose),
        isNull(accountTokens.usedAt),
        gt(accountTokens.expiresAt, new Date(now)),
        eq(users.id, accountTokens.userId),
        eq(sql`lower(${users.email})`, sql`lower(${accountTokens.email})`),
      ),
    )
    .returning({ userId: accountTokens.userId });
  return used?.userId ?? null;
}

/** Makes every open token of this purpose worthless. */
export async function voidAccountTokens(tx: Transaction, userId: string, purpose: Purpose, now: number) {
  await tx
    .update(accountTokens)
    .set({ usedAt: new Date(now) })
    .where(and(eq(accountTokens.userId, userId), eq(accountTokens.purpose, purpose), isNull(accountTokens.usedAt)));
}

async function isTooSoon(tx: Transaction, userId: string, purpose: Purpose, now: number) {
  const [last] = await tx
    .select({ createdAt: accountTokens.createdAt })
    .from(accountTokens)
    .where(and(eq(accountTokens.userId, userId), eq(accountTokens.purpose, purpose)))
    .orderBy(desc(accountTokens.createdAt))
    .limit(1);
  return !!last && now - last.createdAt.getTime() < pause;
}

function stateOf(found: { expiresAt: Date; usedAt: Date | null; isCurrent: boolean }, now: number): TokenState {
  if (found.usedAt || !found.isCurrent) return "void";
  return found.expiresAt.getTime() <= now ? "expired" : "open";
}
