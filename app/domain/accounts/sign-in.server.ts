import type { z } from "zod";
import { db } from "~db/client";
import type { LoginInput, User } from "./account";
import { findAccountByEmail, type Origin } from "./accounts.server";
import { enter } from "./enter.server";
import { isPassword } from "./passwords.server";
import type { SessionKind } from "./sessions.server";

type SignIn = { input: z.output<typeof LoginInput>; kind: SessionKind } & Origin;
type SignedIn = { ok: true; user: User; token: string } | { ok: false; reason: "wrong" };

/** One refusal for everything: which of the two was wrong, or whether there is such an account, is nobody's business. */
export async function signIn({ input, ...start }: SignIn): Promise<SignedIn> {
  const account = await findAccountByEmail(input.email);
  const isRight = await isPassword(input.password, account?.passwordHash);
  if (!account || !isRight) return { ok: false, reason: "wrong" };
  const { user } = account;
  const token = await db.transaction((tx) => enter(tx, { userId: user.id, ...start }));
  return { ok: true, user, token };
}
