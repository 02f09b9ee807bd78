import { eq } from "drizzle-orm";
import { db, refusedBy, type Transaction } from "~db/client";
import { users } from "~db/schema";
import type { User } from "./account";
import { findAccountByEmail, type Origin } from "./accounts.server";
import { createAccount } from "./create-account.server";
import { enter } from "./enter.server";
import { addIdentity, useIdentity } from "./identities.server";
import type { Claim } from "./identity";
import { userColumns } from "./sessions.server";

type Ask = { claim: Claim; timezone: string; language: string } & Origin;

type SignedIn =
  | { ok: true; isNew: boolean; user: User; token: string }
  | { ok: false; reason: "no_address" }
  /** Somebody has an account with the address, and only they may say that this is theirs too. */
  | { ok: false; reason: "address_taken"; user: User };

/** Signs in whom the provider names, by their subject there; somebody new is given an account. */
export async function signInByProvider(ask: Ask): Promise<SignedIn> {
  try {
    return await db.transaction((tx) => attempt(tx, ask));
  } catch (error) {
    // The same person, or somebody with the same address, was a moment earlier: now they are there to be found.
    if (!/^(user_identities_pkey|users_email_unique)$/.test(refusedBy(error)?.constraint ?? "")) throw error;
    return db.transaction((tx) => attempt(tx, ask));
  }
}

async function attempt(tx: Transaction, ask: Ask): Promise<SignedIn> {
  const { claim, timezone, language, ...origin } = ask;
  const { now } = origin;
  const { provider, name, email, isEmailProven } = claim;
  const start = (userId: string) => enter(tx, { userId, kind: "browser", provider, ...origin });
  // Before the identity: an account that is made with it at this moment is then seen with it, or not at all.
  const taken = email ? await findAccountByEmail(email, tx) : null;
  const known = await useIdentity(tx, claim, now);
  if (known) return { ok: true, isNew: false, user: await findUser(tx, known), token: await start(known) };
  if (!email) return { ok: false, reason: "no_address" };
  if (taken) return { ok: false, reason: "address_taken", user: taken.user };
  const given = { name, email, timezone, passwordHash: null, provider, isEmailProven, language, now };
  const user = await createAccount(tx, given);
  await addIdentity(tx, user.id, claim, now);
  return { ok: true, isNew: true, user, token: await start(user.id) };
}

async function findUser(tx: Transaction, userId: string): Promise<User> {
  const [user] = await tx.select(userColumns).from(users).where(eq(users.id, userId));
  return user!;
}
