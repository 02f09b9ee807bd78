import { db, refusedBy, type Transaction } from "~db/client";
import { findErrand, rememberErrand, takeErrand } from "../oauth-states.server";
import type { User } from "./account";
import { findAccount, lockAccount, type Origin } from "./accounts.server";
import { enter } from "./enter.server";
import { addIdentity, ownerOf } from "./identities.server";
import type { Claim } from "./identity";
import type { ProviderName } from "../providers";
import type { Verdict } from "../requests/limits";
import { countFailure, findTooManyFailures } from "./failed-sign-ins.server";
import { isPassword } from "./passwords.server";
import { noteVerified } from "./verify-email.server";

type SignedIn = { user: { id: string }; sessionId: string } | null;
type Details = { claim: Claim; accountId: string; to: string };

/** `session`: of whoever began it signed in, and must still be. */
type Keep = Details & { session: SignedIn; now: number };

/** What the browser keeps. */
export type LinkKey = { provider: ProviderName; state: string };
type Ask = { key: LinkKey; session: SignedIn; now: number };

export type WaitingLink = { claim: Claim; to: string; user: User; hasPassword: boolean; isSignedIn: boolean };

type Link = Ask & { password: string } & Origin;
type Linked =
  /** `token`: of the session that began with it, null for who was signed in. */
  | { ok: true; waiting: WaitingLink; token: string | null }
  | { ok: false; reason: "gone" | "wrong_password" | "no_password" | "linked_elsewhere" }
  | { ok: false; reason: "too_many"; verdict: Verdict };

/** Remembers whom a provider named, until the account's owner says that it is them. */
export async function keepLink({ session, now, ...details }: Keep): Promise<LinkKey> {
  const { provider } = details.claim;
  const bound = { userId: session?.user.id ?? null, sessionId: session?.sessionId ?? null, workspaceId: null };
  const errand = { purpose: "link" as const, provider, redirectUri: "", details, ...bound, now };
  return { provider, state: (await rememberErrand(errand)).state };
}

/** Null where nothing waits any more, or it waits for somebody who was signed in then. */
export async function findLink(ask: Ask): Promise<WaitingLink | null> {
  const found = await findErrand(bearerOf(ask), ask.now);
  if (!found) return null;
  const { claim, accountId, to } = found.details as Details;
  const account = await findAccount(accountId);
  if (!account) return null;
  return { claim, to, user: account.user, hasPassword: !!account.passwordHash, isSignedIn: !!found.userId };
}

/**
 * Links a sign-in to an account, and signs in who is not. Whoever knows the password may, and for an account without one
 * whoever is signed in to it.
 */
export async function linkIdentity(link: Link): Promise<Linked> {
  const waiting = await findLink(link);
  if (!waiting) return { ok: false, reason: "gone" };
  // A provider may say any address: this is as good a place to guess a password as the form of sign-ins.
  const tried = { email: waiting.user.email, address: link.address };
  const over = waiting.hasPassword ? await findTooManyFailures(tried) : null;
  if (over) return { ok: false, reason: "too_many", verdict: over };
  try {
    const linked = await db.transaction((tx) => linkOnce(tx, waiting, link));
    if (!linked.ok && linked.reason === "wrong_password") await countFailure(tried);
    return linked;
  } catch (error) {
    if (refusedBy(error)?.constraint === "user_identities_pkey") return { ok: false, reason: "linked_elsewhere" };
    throw error;
  }
}

async function linkOnce(tx: Transaction, waiting: WaitingLink, link: Link): Promise<Linked> {
  const { claim, isSignedIn } = waiting;
  const { password, userAgent, address, now } = link;
  const account = await lockAccount(tx, waiting.user.id);
  if (!account) return { ok: false, reason: "gone" };
  if (!account.passwordHash && !isSignedIn) return { ok: false, reason: "no_password" };
  if (account.passwordHash && !(await isPassword(password, account.passwordHash)))
    return { ok: false, reason: "wrong_password" };
  const taken = await takeErrand(bearerOf(link), now, tx);
  if (typeof taken === "string") return { ok: false, reason: "gone" };
  const { id: userId, email } = account.user;
  const owner = await ownerOf(claim, tx);
  if (owner && owner !== userId) return { ok: false, reason: "linked_elsewhere" };
  if (!owner) await addIdentity(tx, userId, claim, now);
  if (claim.isEmailProven && claim.email?.toLowerCase() === email.toLowerCase()) await noteVerified(tx, userId, now);
  const origin = { userAgent, address, now };
  const token = isSignedIn ? null : await enter(tx, { userId, kind: "browser", provider: claim.provider, ...origin });
  return { ok: true, waiting, token };
}

function bearerOf({ key, session }: Ask) {
  return { purpose: "link" as const, ...key, userId: session?.user.id ?? null, sessionId: session?.sessionId ?? null };
}
