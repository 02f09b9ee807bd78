import type { z } from "zod";
import { db } from "~db/client";
import type { Verdict } from "../requests/limits";
import type { LoginInput, User } from "./account";
import { findAccountByEmail, type Origin } from "./accounts.server";
import { enter } from "./enter.server";
import { countFailure, findTooManyFailures } from "./failed-sign-ins.server";
import { isPassword } from "./passwords.server";
import type { SessionKind } from "./sessions.server";

type SignIn = { input: z.output<typeof LoginInput>; kind: SessionKind } & Origin;
type SignedIn =
  | { ok: true; user: User; token: string }
  | { ok: false; reason: "wrong" }
  /** It has failed too often: whether it is right now is not even looked at. */
  | { ok: false; reason: "too_many"; verdict: Verdict };

/** One refusal for everything: which of the two was wrong, or whether there is such an account, is nobody's business. */
export async function signIn({ input, ...start }: SignIn): Promise<SignedIn> {
  const tried = { email: input.email, address: start.address };
  const over = await findTooManyFailures(tried);
  if (over) return { ok: false, reason: "too_many", verdict: over };
  const account = await findAccountByEmail(input.email);
  const isRight = await isPassword(input.password, account?.passwordHash);
  if (!account || !isRight) {
    await countFailure(tried);
    return { ok: false, reason: "wrong" };
  }
  const { user } = account;
  const token = await db.transaction((tx) => enter(tx, { userId: user.id, ...start }));
  return { ok: true, user, token };
}
