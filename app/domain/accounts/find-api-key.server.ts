import { and, eq, isNull, lt, or } from "drizzle-orm";
import { db } from "~db/client";
import { apiKeys, users } from "~db/schema";
import { hashToken } from "../tokens.server";
import type { User } from "./account";
import type { Scope } from "./api-key";
import { userColumns } from "./sessions.server";

/** Whose key it is, or null. Notes the use at most once a minute. */
export async function findApiKey(token: string, now: number): Promise<{ user: User; id: string; scope: Scope } | null> {
  const [found] = await db
    .select({ user: userColumns, id: apiKeys.id, scope: apiKeys.scope, lastUsedAt: apiKeys.lastUsedAt })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.userId))
    .where(eq(apiKeys.tokenHash, hashToken(token)));
  if (!found) return null;
  const { user, id, scope, lastUsedAt } = found;
  if (!lastUsedAt || now - lastUsedAt.getTime() > 60_000) await noteUse(id, now);
  return { user, id, scope };
}

async function noteUse(id: string, now: number) {
  const isOld = or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, new Date(now - 60_000)));
  await db
    .update(apiKeys)
    .set({ lastUsedAt: new Date(now) })
    .where(and(eq(apiKeys.id, id), isOld));
}
