import type { z } from "zod";
import { db } from "~db/client";
import { record } from "../audit/audit.server";
import type { LoginInput, User } from "./account";
import { findAccountByEmail, type Origin } from "./accounts.server";
import { isPassword } from "./passwords.server";
import { startSession, type SessionKind } from "./sessions.server";

type SignIn = { input: z.output<typeof LoginInput>; kind: SessionKind } & Origin;
type SignedIn = { ok: true; user: User; token: string } | { ok: false; reason: "wrong" };

/** One refusal for everything: which of the two was wrong, or whether there is such an account, is nobody's business. */
export async function signIn({ input, ...start }: SignIn): Promise<SignedIn> {
  const account = await findAccountByEmail(input.email);
  const isRight = await isPassword(input.password, account?.passwordHash);
  if (!account || !isRight) return { ok: false, reason: "wrong" };
  const { user } = account;
  return db.transaction(async (tx) => {
    const token = await startSession({ userId: user.id, ...start }, tx);
    const actor = { kind: "user" as const, userId: user.id };
    await record(tx, {
      workspaceId: null,
      actor,
      action: "account.signed_in",
      subjectId: user.id,
      details: { kind: start.kind },
    });
    return { ok: true, user, token };
  });
}
