import type { z } from "zod";
import { db } from "~db/client";
import type { LimitName, Verdict } from "../requests/limits";
import { limited } from "../requests/limits.server";
import type { LoginInput, User } from "./account";
import { findAccountByEmail, type Origin } from "./accounts.server";
import { enter } from "./enter.server";
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
  const failures = failuresOf(input.email, start.address ?? "unknown");
  const known = await Promise.all(failures.map(([name, who]) => limited.look(name, who)));
  const over = known.find((verdict) => verdict?.isOver);
  if (over) return { ok: false, reason: "too_many", verdict: over };
  const account = await findAccountByEmail(input.email);
  const isRight = await isPassword(input.password, account?.passwordHash);
  if (!account || !isRight) {
    await Promise.all(failures.map(([name, who]) => limited.count(name, who)));
    return { ok: false, reason: "wrong" };
  }
  const { user } = account;
  const token = await db.transaction((tx) => enter(tx, { userId: user.id, ...start }));
  return { ok: true, user, token };
}

/** An attacker with many addresses must not get far, nor one with many accounts, and neither keeps the owner out for long. */
function failuresOf(email: string, address: string): [LimitName, string][] {
  return [
    ["sign-in.here", `${email} ${address}`],
    ["sign-in.account", email],
    ["sign-in.address", address],
  ];
}
