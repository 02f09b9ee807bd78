import { and, desc, eq, gt, lt, sql } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { sessions, users } from "~db/schema";
import { hashToken, makeToken } from "../tokens.server";
import type { User } from "./account";

export type SessionKind = "browser" | "access_token";
export type SignedIn = { user: User; sessionId: string };

const day = 24 * 60 * 60 * 1000;

/** How long a session lives, in milliseconds. A browser's is prolonged by use. */
export const lifetime: Record<SessionKind, number> = { browser: 30 * day, access_token: day };

type Start = { userId: string; kind: SessionKind; userAgent: string | null; address: string | null; now: number };

/** Starts a session and returns its secret, which is stored nowhere. */
export async function startSession(start: Start, on: Transaction | typeof db = db) {
  const token = makeToken();
  await on.insert(sessions).values({
    userId: start.userId,
    kind: start.kind,
    tokenHash: hashToken(token),
    userAgent: start.userAgent?.slice(0, 300) ?? null,
    address: start.address,
    lastUsedAt: new Date(start.now),
    expiresAt: new Date(start.now + lifetime[start.kind]),
  });
  return token;
}

/** Whose secret this is, or null. Notes the use at most once a minute, and prolongs a browser's session then. */
export async function findSession(token: string, kind: SessionKind, now: number): Promise<SignedIn | null> {
  const [found] = await db
    .select({ user: userColumns, sessionId: sessions.id, lastUsedAt: sessions.lastUsedAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(eq(sessions.tokenHash, hashToken(token)), eq(sessions.kind, kind), gt(sessions.expiresAt, new Date(now))),
    );
  if (!found) return null;
  if (now - found.lastUsedAt.getTime() > 60_000) await noteUse(found.sessionId, kind, now);
  return { user: found.user, sessionId: found.sessionId };
}

export async function listSessions(userId: string, now: number) {
  return db
    .select({
      id: sessions.id,
      kind: sessions.kind,
      userAgent: sessions.userAgent,
      address: sessions.address,
      lastUsedAt: sessions.lastUsedAt,
      createdAt: sessions.createdAt,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, new Date(now))))
    .orderBy(desc(sessions.lastUsedAt))
    .limit(100);
}

/** Ends all of a user's sessions but the given one. */
export async function revokeOtherSessions(userId: string, keep: string | null, on: Transaction | typeof db = db) {
  await on.delete(sessions).where(and(eq(sessions.userId, userId), keep ? sql`${sessions.id} <> ${keep}` : undefined));
}

export async function forgetExpiredSessions(now: number) {
  await db.delete(sessions).where(lt(sessions.expiresAt, new Date(now)));
}

export const userColumns = {
  id: users.id,
  name: users.name,
  email: users.email,
  timezone: users.timezone,
  isSuperAdmin: users.isSuperAdmin,
  defaultWorkspaceId: users.defaultWorkspaceId,
  emailVerifiedAt: users.emailVerifiedAt,
  createdAt: users.createdAt,
};

async function noteUse(sessionId: string, kind: SessionKind, now: number) {
  const prolonged = kind === "browser" ? { expiresAt: new Date(now + lifetime.browser) } : {};
  await db
    .update(sessions)
    .set({ lastUsedAt: new Date(now), ...prolonged })
    .where(eq(sessions.id, sessionId));
}
