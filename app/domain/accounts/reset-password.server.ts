import { eq } from "drizzle-orm";
import { db } from "~db/client";
import { users } from "~db/schema";
import { record } from "../audit/audit.server";
import { notify } from "../notifications/notify.server";
import { findAccountByEmail, lockAccount } from "./accounts.server";
import { findAccountToken, makeAccountToken, takeAccountToken, voidAccountTokens } from "./account-tokens.server";
import { unlinkAll } from "./identities.server";
import { hashPassword } from "./passwords.server";
import { revokeOtherSessions } from "./sessions.server";
import { noteVerified } from "./verify-email.server";

/** Mails a link to the account of this address. Tells nobody whether there is one. */
export async function requestReset(email: string, language: string, now: number): Promise<void> {
  await db.transaction(async (tx) => {
    const account = await findAccountByEmail(email, tx);
    const made = account && (await makeAccountToken(tx, account.user.id, "reset_password", now));
    if (!made) return;
    const { id, name, email: recipient } = account.user;
    await notify(tx, [
      {
        kind: "reset_password",
        recipient,
        recipientName: name,
        workspaceId: null,
        bookingId: null,
        payload: { token: made.token, language },
        dedupeKey: `reset_password:${made.id}`,
      },
    ]);
    await record(tx, {
      workspaceId: null,
      actor: { kind: "system" },
      action: "account.reset_requested",
      subjectId: id,
    });
  });
}

export async function findReset(token: string, now: number) {
  return (await findAccountToken(token, "reset_password", now)).state;
}

/**
 * Sets the password and ends every session: whoever held one proves themselves anew. The mail also proved the address, and
 * where nothing had before, whoever linked a sign-in until then need not be the one who reads it.
 */
export async function resetPassword(token: string, password: string, now: number): Promise<{ ok: boolean }> {
  if ((await findReset(token, now)) !== "open") return { ok: false };
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    const userId = await takeAccountToken(tx, token, "reset_password", now);
    if (!userId) return { ok: false };
    const account = await lockAccount(tx, userId);
    if (!account?.user.emailVerifiedAt) await unlinkAll(tx, userId);
    await tx.update(users).set({ passwordHash }).where(eq(users.id, userId));
    await noteVerified(tx, userId, now);
    await voidAccountTokens(tx, userId, "reset_password", now);
    await revokeOtherSessions(userId, null, tx);
    const actor = { kind: "user" as const, userId };
    await record(tx, { workspaceId: null, actor, action: "account.password_reset", subjectId: userId });
    return { ok: true };
  });
}
