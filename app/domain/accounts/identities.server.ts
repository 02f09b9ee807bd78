import { and, asc, count, eq } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { userIdentities } from "~db/schema";
import { record } from "../audit/audit.server";
import { lockAccount } from "./accounts.server";
import type { Claim } from "./identity";
import type { ProviderName } from "../providers";

type Key = { provider: ProviderName; subject: string };

/** How an account is signed in to by a provider. */
export function listIdentities(userId: string) {
  const { provider, subject, email, createdAt, lastUsedAt } = userIdentities;
  return db
    .select({ provider, subject, email, createdAt, lastUsedAt })
    .from(userIdentities)
    .where(eq(userIdentities.userId, userId))
    .orderBy(asc(createdAt));
}

/** Whose account this signs in to, or null. */
export async function ownerOf(key: Key, on: Transaction | typeof db = db) {
  const [found] = await on.select({ userId: userIdentities.userId }).from(userIdentities).where(isIt(key));
  return found?.userId ?? null;
}

/** Whose account this signs in to, or null. Notes the use, and what the provider calls them now. */
export async function useIdentity(tx: Transaction, claim: Claim, now: number) {
  const [used] = await tx
    .update(userIdentities)
    .set({ lastUsedAt: new Date(now), ...(claim.email && { email: claim.email }) })
    .where(isIt(claim))
    .returning({ userId: userIdentities.userId });
  return used?.userId ?? null;
}

/** Lets whoever the provider says this is sign in to the account. The database refuses a second account for them. */
export async function addIdentity(tx: Transaction, userId: string, claim: Claim, now: number) {
  const { provider, subject, email } = claim;
  const at = new Date(now);
  await tx
    .insert(userIdentities)
    .values({ provider, subject, userId, email: email ?? "", createdAt: at, lastUsedAt: at });
  await noteChange(tx, userId, "account.identity_linked", { provider, email });
}

type Unlinked = { ok: true } | { ok: false; reason: "unknown" | "last_way" };

/** Takes a sign-in off an account that can be signed in to without it. */
export async function unlinkIdentity(userId: string, key: Key): Promise<Unlinked> {
  return db.transaction(async (tx) => {
    const account = await lockAccount(tx, userId);
    const [all] = await tx.select({ ways: count() }).from(userIdentities).where(eq(userIdentities.userId, userId));
    const isOnly = !account?.passwordHash && all?.ways === 1;
    if ((await ownerOf(key, tx)) !== userId) return { ok: false, reason: "unknown" };
    if (isOnly) return { ok: false, reason: "last_way" };
    const [gone] = await tx.delete(userIdentities).where(isIt(key)).returning({ email: userIdentities.email });
    await noteChange(tx, userId, "account.identity_unlinked", { provider: key.provider, email: gone?.email });
    return { ok: true };
  });
}

/** Takes every sign-in by a provider off an account. */
export async function unlinkAll(tx: Transaction, userId: string) {
  const gone = await tx
    .delete(userIdentities)
    .where(eq(userIdentities.userId, userId))
    .returning({ provider: userIdentities.provider, email: userIdentities.email });
  for (const identity of gone) await noteChange(tx, userId, "account.identity_unlinked", identity);
}

function isIt({ provider, subject }: Key) {
  return and(eq(userIdentities.provider, provider), eq(userIdentities.subject, subject));
}

function noteChange(tx: Transaction, userId: string, action: string, details: Record<string, unknown>) {
  return record(tx, { workspaceId: null, actor: { kind: "user", userId }, action, subjectId: userId, details });
}
