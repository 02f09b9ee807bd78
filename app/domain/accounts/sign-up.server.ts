import type { z } from "zod";
import { db, refusedBy } from "~db/client";
import type { RegisterInput, User } from "./account";
import type { Origin } from "./accounts.server";
import { createAccount } from "./create-account.server";
import { hashPassword } from "./passwords.server";
import { startSession, type SessionKind } from "./sessions.server";

type SignUp = { input: z.output<typeof RegisterInput>; kind: SessionKind; language: string } & Origin;
type SignedUp = { ok: true; user: User; token: string } | { ok: false; reason: "email_taken" };

/** Makes an account, mails the link that proves its address, and signs it in. */
export async function signUp({ input, language, ...start }: SignUp): Promise<SignedUp> {
  const { name, email, timezone } = input;
  const passwordHash = await hashPassword(input.password);
  const given = { name, email, timezone, passwordHash, isEmailProven: false, language, now: start.now };
  try {
    return await db.transaction(async (tx) => {
      const user = await createAccount(tx, given);
      const token = await startSession({ userId: user.id, ...start }, tx);
      return { ok: true, user, token };
    });
  } catch (error) {
    if (refusedBy(error)?.constraint === "users_email_unique") return { ok: false, reason: "email_taken" };
    throw error;
  }
}
