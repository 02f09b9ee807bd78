import { and, eq, isNull } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { users } from "~db/schema";
import { record } from "../audit/audit.server";
import { notify } from "../notifications/notify.server";
import type { User } from "./account";
import { findAccountToken, makeAccountToken, takeAccountToken } from "./account-tokens.server";

/** What the link in the mail leads to, before anybody presses its button. */
export async function findVerification(token: string, now: number) {
  const { state, user } = await findAccountToken(token, "verify_email", now);
  return { state: user?.emailVerifiedAt ? ("verified" as const) : state, email: user?.email ?? null };
}

export async function verifyEmail(token: string, now: number): Promise<{ ok: boolean }> {
  return db.transaction(async (tx) => {
    const userId = await takeAccountToken(tx, token, "verify_email", now);
    if (userId) await noteVerified(tx, userId, now);
    return { ok: userId !== null };
  });
}

export async function sendVerificationAgain(user: User, language: string, now: number) {
  if (user.emailVerifiedAt) return { ok: false as const, reason: "verified" as const };
  const wasSent = await db.transaction((tx) => mailVerification(tx, user, language, now));
  return wasSent ? { ok: true as const } : { ok: false as const, reason: "just_sent" as const };
}

/** False when the last such mail is less than a minute old. */
export async function mailVerification(tx: Transaction, user: User, language: string, now: number) {
  const made = await makeAccountToken(tx, user.id, "verify_email", now);
  if (!made) return false;
  await notify(tx, [
    {
      kind: "verify_email",
      recipient: user.email,
      recipientName: user.name,
      workspaceId: null,
      bookingId: null,
      payload: { token: made.token, language },
      dedupeKey: `verify_email:${made.id}`,
    },
  ]);
  return true;
}

/** The address is proven, by whatever secret was mailed to it. Says nothing about one that was proven before. */
export async function noteVerified(tx: Transaction, userId: string, now: number) {
  const changed = await tx
    .update(users)
    .set({ emailVerifiedAt: new Date(now) })
    .where(and(eq(users.id, userId), isNull(users.emailVerifiedAt)))
    .returning({ id: users.id });
  if (changed.length === 0) return;
  const actor = { kind: "user" as const, userId };
  await record(tx, { workspaceId: null, actor, action: "account.verified", subjectId: userId });
}
