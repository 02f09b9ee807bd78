import { randomBytes } from "node:crypto";
import { accessDenied, GraphError } from "../graph/errors";
import type { Account } from "../mailbox/types";
import type { World } from "../world";

/** What somebody let an app do, and the tokens of it. */
export type Grant = {
  accountId: string;
  clientId: string;
  scopes: string[];
  accessTokens: Map<string, number>;
  refreshTokens: Map<string, { expiresAt: number; isRotated: boolean }>;
  isRevoked: boolean;
};

export type Code = {
  grantId: string;
  clientId: string;
  redirectUri: string;
  challenge: string | null;
  nonce: string | null;
  expiresAt: number;
  isUsed: boolean;
};

/** What the next authorisation does without a page. */
export type Consent = { email: string; scopes?: string[]; deny?: true | "admin_needed" };

export type Tokens = { accessToken: string; refreshToken: string | null; expiresIn: number; scope: string };

const ninetyDays = 90 * 86_400_000;
export const secret = (prefix: string) => prefix + randomBytes(32).toString("base64url");

export function findAccount(world: World, email: string): Account {
  for (const account of world.accounts.values()) {
    if (account.email.toLowerCase() === email.toLowerCase()) return account;
  }
  throw new Error(`The fake Microsoft has no account ${email}.`);
}

export function newGrant(world: World, account: Account, clientId: string, scopes: string[]): string {
  const id = secret("grant");
  const tokens = { accessTokens: new Map(), refreshTokens: new Map() };
  world.grants.set(id, { accountId: account.id, clientId, scopes, ...tokens, isRevoked: false });
  return id;
}

/** Tokens for a grant or for a part of it. Access tokens last for an hour or somewhat longer. */
export function issueTokens(world: World, grant: Grant, scopes = grant.scopes): Tokens {
  const now = world.clock.now();
  const expiresIn = 3600 + ((world.tokenCount++ * 397) % 1400);
  const accessToken = secret("EwB");
  grant.accessTokens.set(accessToken, now + expiresIn * 1000);
  const isOffline = grant.scopes.some((scope) => scope.toLowerCase() === "offline_access");
  const refreshToken = isOffline ? secret("M.C5_BAY.") : null;
  if (refreshToken) grant.refreshTokens.set(refreshToken, { expiresAt: now + ninetyDays, isRotated: false });
  const scope = scopes.filter((each) => each.toLowerCase() !== "offline_access").join(" ");
  return { accessToken, refreshToken, expiresIn, scope };
}

/** Whose token a call bears, and for what. */
export function whoseAccessToken(world: World, header: string | undefined): { account: Account; grant: Grant } {
  const token = /^Bearer (.+)$/i.exec(header ?? "")?.[1];
  if (!token) throw unauthenticated("Access token is empty.");
  const grant = [...world.grants.values()].find(({ accessTokens }) => accessTokens.has(token));
  const account = grant && world.accounts.get(grant.accountId);
  if (!grant || !account) throw unauthenticated("IDX14100: JWT is not well formed, there are no dots (.).");
  if (grant.isRevoked || grant.accessTokens.get(token)! <= world.clock.now()) {
    throw unauthenticated("Lifetime validation failed, the token is expired.");
  }
  if (grant.scopes.length === 0) throw accessDenied();
  return { account, grant };
}

export function grantOfRefreshToken(world: World, token: string): Grant | null {
  for (const grant of world.grants.values()) if (grant.refreshTokens.has(token)) return grant;
  return null;
}

/** As when somebody removes the app from their account, or an administrator signs them out everywhere. */
export function revoke(world: World, email: string) {
  const { id } = findAccount(world, email);
  for (const grant of world.grants.values()) if (grant.accountId === id) grant.isRevoked = true;
}

export function expireAccessTokens(world: World, email: string) {
  const { id } = findAccount(world, email);
  for (const grant of world.grants.values()) if (grant.accountId === id) grant.accessTokens.clear();
}

function unauthenticated(message: string) {
  return new GraphError(401, "InvalidAuthenticationToken", message, {
    "www-authenticate":
      'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
  });
}
