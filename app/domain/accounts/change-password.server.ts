import { eq } from "drizzle-orm";
import { db } from "~db/client";
import { users } from "~db/schema";
import { record } from "../audit/audit.server";
import { lockAccount } from "./accounts.server";
import { voidAccountTokens } from "./account-tokens.server";
import { hashPassword, isPassword } from "./passwords.server";
import { revokeOtherSessions } from "./sessions.server";

type Change = { userId: string; sessionId: string; current: string; password: string; now: number };

/** Ends every session but the one that asked. */
export async function changePassword({ userId, sessionId, current, password, now }: Change) {
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    const account = await lockAccount(tx, userId);
    if (!(await isPassword(current, account?.passwordHash)))
      return { ok: false as const, reason: "wrong_password" as const };
    await tx.update(users).set({ passwordHash }).where(eq(users.id, userId));
    await voidAccountTokens(tx, userId, "reset_password", now);
    await revokeOtherSessions(userId, sessionId, tx);
    const actor = { kind: "user" as const, userId };
    await record(tx, { workspaceId: null, actor, action: "account.password_changed", subjectId: userId });
    return { ok: true as const };
  });
}
