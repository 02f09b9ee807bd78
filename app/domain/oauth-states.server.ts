import { and, eq, isNull, lt, or } from "drizzle-orm";
import { createHash } from "node:crypto";
import { db, type Transaction } from "~db/client";
import { oauthStates } from "~db/schema";
import { seal, unseal } from "./secrets.server";
import { hashToken, makeToken } from "./tokens.server";

type Row = typeof oauthStates.$inferSelect;

type Errand = Pick<Row, "purpose" | "provider" | "redirectUri" | "details"> & {
  /** Null where nobody was signed in. */
  userId: string | null;
  workspaceId: string | null;
  /** The browser that may end it; null where the user may, from wherever they are signed in. */
  sessionId: string | null;
  now: number;
};

/** Who comes back with a state: it is theirs where they began it, in the same browser if it began in one. */
export type Bearer = Pick<Row, "purpose" | "provider"> & {
  state: string;
  userId: string | null;
  sessionId: string | null;
};

export type Remembered = Pick<Row, "userId" | "sessionId" | "workspaceId" | "redirectUri" | "details"> & {
  verifier: string;
};

/** As long as the providers' own codes live, in milliseconds. */
const lifetime = 10 * 60_000;

/** Remembers an errand to a provider. Answers the state that comes back from there, and the challenge of PKCE. */
export async function rememberErrand({ now, ...errand }: Errand) {
  const [state, verifier] = [makeToken(), makeToken()];
  const stateHash = hashToken(state);
  const expiresAt = new Date(now + lifetime);
  await db
    .insert(oauthStates)
    .values({ ...errand, stateHash, verifier: seal(verifier, placeOf(stateHash)), expiresAt });
  return { state, challenge: createHash("sha256").update(verifier).digest("base64url") };
}

/** Takes the errand of a state: whoever is first gets it, and nobody after that. What is another's stays theirs. */
export async function takeErrand(
  bearer: Bearer,
  now: number,
  on: Transaction | typeof db = db,
): Promise<Remembered | "unknown" | "expired"> {
  const [taken] = await on.delete(oauthStates).where(isTheirs(bearer)).returning();
  if (!taken) return "unknown";
  if (taken.expiresAt.getTime() <= now) return "expired";
  return { ...taken, verifier: unseal(taken.verifier, placeOf(taken.stateHash)) };
}

/** What is remembered under a state, left where it is. */
export async function findErrand(bearer: Bearer, now: number) {
  const [found] = await db.select().from(oauthStates).where(isTheirs(bearer));
  return found && found.expiresAt.getTime() > now ? found : null;
}

/** For whom a program began an errand, and brings it back itself; null for one of a browser, and where there is none. */
export async function findProgramsUser(named: Omit<Bearer, "userId" | "sessionId">): Promise<string | null> {
  const [found] = await db
    .select({ userId: oauthStates.userId })
    .from(oauthStates)
    .where(and(isNamed(named), isNull(oauthStates.sessionId)));
  return found?.userId ?? null;
}

/** Those that ended a day ago; until then their bearers are told that they came too late. */
export async function forgetErrands(now: number) {
  await db.delete(oauthStates).where(lt(oauthStates.expiresAt, new Date(now - 24 * 60 * 60_000)));
}

function isTheirs({ userId, sessionId, ...named }: Bearer) {
  const isNobodys = isNull(oauthStates.userId);
  const isUsers = userId ? or(isNobodys, eq(oauthStates.userId, userId)) : isNobodys;
  const isFree = isNull(oauthStates.sessionId);
  const isHere = sessionId ? or(isFree, eq(oauthStates.sessionId, sessionId)) : isFree;
  return and(isNamed(named), isUsers, isHere);
}

function isNamed({ purpose, provider, state }: Omit<Bearer, "userId" | "sessionId">) {
  const { stateHash, purpose: purposeColumn, provider: providerColumn } = oauthStates;
  return and(eq(stateHash, hashToken(state)), eq(purposeColumn, purpose), eq(providerColumn, provider));
}

function placeOf(stateHash: string) {
  return `oauth_states/${stateHash}/verifier`;
}
