import { and, desc, eq } from "drizzle-orm";
import { db } from "~db/client";
import { apiKeys } from "~db/schema";
import { record } from "../audit/audit.server";
import { isUuid } from "../fields";
import { hashToken, makeToken } from "../tokens.server";
import { lockAccount } from "./accounts.server";
import { keyPrefix, mostKeys, type ApiKey, type ApiKeyInput } from "./api-key";

type Made = { ok: true; key: ApiKey; secret: string } | { ok: false; reason: "too_many" };

/** Makes a key. Its secret is in the answer, and stored nowhere. */
export async function createApiKey(userId: string, input: ApiKeyInput): Promise<Made> {
  const secret = keyPrefix + makeToken();
  return db.transaction(async (tx) => {
    // One after the other, so that each counts those before it.
    await lockAccount(tx, userId);
    if ((await tx.$count(apiKeys, eq(apiKeys.userId, userId))) >= mostKeys) return { ok: false, reason: "too_many" };
    const [key] = await tx
      .insert(apiKeys)
      .values({ userId, ...input, tokenHash: hashToken(secret), hint: secret.slice(0, 8) })
      .returning(columns);
    await record(tx, {
      ...{ workspaceId: null, actor: { kind: "user", userId }, action: "account.api_key_created", subjectId: userId },
      details: { key: key!.id, name: input.name, scope: input.scope },
    });
    return { ok: true, key: key!, secret };
  });
}

/** Newest first. */
export function listApiKeys(userId: string, page: { limit: number; offset: number }): Promise<ApiKey[]> {
  return db
    .select(columns)
    .from(apiKeys)
    .where(eq(apiKeys.userId, userId))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(page.limit)
    .offset(page.offset);
}

export function countApiKeys(userId: string): Promise<number> {
  return db.$count(apiKeys, eq(apiKeys.userId, userId));
}

export async function findOwnApiKey(userId: string, id: string | undefined): Promise<ApiKey | null> {
  if (!isUuid(id)) return null;
  const [found] = await db.select(columns).from(apiKeys).where(isIt(userId, id));
  return found ?? null;
}

/** Ends a key of this account at once. False where there is none. */
export async function revokeApiKey(userId: string, id: string | undefined): Promise<boolean> {
  if (!isUuid(id)) return false;
  return db.transaction(async (tx) => {
    const [gone] = await tx.delete(apiKeys).where(isIt(userId, id)).returning({ id: apiKeys.id, name: apiKeys.name });
    if (!gone) return false;
    await record(tx, {
      ...{ workspaceId: null, actor: { kind: "user", userId }, action: "account.api_key_revoked", subjectId: userId },
      details: { key: gone.id, name: gone.name },
    });
    return true;
  });
}

function isIt(userId: string, id: string) {
  return and(eq(apiKeys.userId, userId), eq(apiKeys.id, id));
}

const columns = {
  id: apiKeys.id,
  name: apiKeys.name,
  scope: apiKeys.scope,
  hint: apiKeys.hint,
  lastUsedAt: apiKeys.lastUsedAt,
  createdAt: apiKeys.createdAt,
};
