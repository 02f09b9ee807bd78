import type { User } from "~/domain/accounts/account";
import { keyPrefix, type Scope } from "~/domain/accounts/api-key";
import { findApiKey } from "~/domain/accounts/find-api-key.server";
import { findSession } from "~/domain/accounts/sessions.server";
import { limited } from "~/domain/requests/limits.server";
import { tooMany } from "./limit.server";
import { problem } from "./problem.server";
import { isCrossSite } from "./same-origin.server";
import { readSession } from "./session.server";

/** Who calls the API, and by what: a session (a browser's, or an access token's) or a key. */
export type Caller = { user: User; sessionId: string | null; key: { id: string; scope: Scope } | null };

/**
 * The caller by access token or key, else by cookie; null if there is none. A credential that is sent and wrong is an error
 * even on public calls.
 */
export async function identify(request: Request, address: string): Promise<Caller | Response | null> {
  const changes = request.method !== "GET" && request.method !== "HEAD";
  const header = request.headers.get("Authorization");
  if (header === null) {
    const session = await readSession(request, Date.now());
    if (session && changes && isCrossSite(request)) return problem(403, "This change was sent from another site.");
    return session && { ...session, key: null };
  }
  const token = /^Bearer\s+([\w-]{20,200})$/i.exec(header)?.[1];
  const caller = token ? await bearerOf(token) : null;
  if (!caller) {
    // Nobody guesses 256 bits: what is right is let in even where others at this address are wrong all the time.
    const guesses = await limited.count("credentials.wrong", address);
    return guesses?.isOver ? tooMany(guesses) : unauthorized("That token is not valid.");
  }
  if (changes && caller.key?.scope === "read") return problem(403, "This key may read, and change nothing.");
  return caller;
}

async function bearerOf(token: string): Promise<Caller | null> {
  if (!token.startsWith(keyPrefix)) {
    const session = await findSession(token, "access_token", Date.now());
    return session && { ...session, key: null };
  }
  const found = await findApiKey(token, Date.now());
  return found && { user: found.user, sessionId: null, key: { id: found.id, scope: found.scope } };
}

export function unauthorized(detail: string) {
  return problem(401, detail, {}, { "WWW-Authenticate": "Bearer" });
}
