import { randomBytes } from "node:crypto";
import type { World } from "../world";

export type Code = {
  email: string;
  clientId: string;
  redirectUri: string;
  scopes: string[];
  challenge: { method: string; value: string } | null;
  givesRefreshToken: boolean;
  nonce: string | null;
  expiresAt: number;
};

export type Token = {
  kind: "access" | "refresh";
  value: string;
  email: string;
  clientId: string;
  scopes: string[];
  expiresAt: number;
};

export const ACCESS_SECONDS = 3599;
/** A refresh token dies when nobody uses it for so long. */
const UNUSED_MS = 183 * 86_400_000;
const REFRESH_TOKENS_AT_MOST = 100;

const grantKey = (email: string, clientId: string) => `${email} ${clientId}`;

export function grantedScopes(world: World, email: string, clientId: string): string[] {
  return [...(world.grants.get(grantKey(email, clientId)) ?? [])];
}

/** Notes a person's consent; says whether it is the first to that client. */
export function consentTo(world: World, email: string, clientId: string, scopes: string[]): boolean {
  const before = world.grants.get(grantKey(email, clientId));
  world.grants.set(grantKey(email, clientId), new Set([...(before ?? []), ...scopes]));
  return !before;
}

export function issueAccess(world: World, { email, clientId, scopes }: Pick<Token, "email" | "clientId" | "scopes">) {
  const expiresAt = world.clock.now() + ACCESS_SECONDS * 1000;
  return keep(world, { kind: "access", value: `ya29.${opaque()}`, email, clientId, scopes, expiresAt });
}

export function issueRefresh(world: World, { email, clientId, scopes }: Pick<Token, "email" | "clientId" | "scopes">) {
  const expiresAt = world.clock.now() + UNUSED_MS;
  const mine = [...world.tokens.values()].filter(
    (token) => token.kind === "refresh" && token.email === email && token.clientId === clientId,
  );
  for (const old of mine.slice(0, Math.max(0, mine.length + 1 - REFRESH_TOKENS_AT_MOST)))
    world.tokens.delete(old.value);
  return keep(world, { kind: "refresh", value: `1//${opaque()}`, email, clientId, scopes, expiresAt });
}

/** The token if it lives. */
export function liveToken(world: World, value: string, kind?: Token["kind"]): Token | null {
  const token = world.tokens.get(value);
  if (!token || token.expiresAt <= world.clock.now() || (kind && token.kind !== kind)) return null;
  return token;
}

export function touch(world: World, refresh: Token) {
  refresh.expiresAt = world.clock.now() + UNUSED_MS;
}

/** Takes a person's whole consent to a client back: every token of it dies. */
export function revokeGrant(world: World, email: string, clientId: string) {
  world.grants.delete(grantKey(email, clientId));
  for (const [value, token] of world.tokens) {
    if (token.email === email && token.clientId === clientId) world.tokens.delete(value);
  }
}

function keep(world: World, token: Token) {
  world.tokens.set(token.value, token);
  return token.value;
}

export const opaque = () => randomBytes(24).toString("base64url");
