import type { Answer, Call } from "../../fakes/routes";
import { accountOf, type World } from "../world";
import { liveToken } from "./grants";
import { claimsOf } from "./id-token";
import { refuse } from "./tokens";

export const bearerOf = (call: Call) => /^Bearer (.+)$/i.exec(call.headers.authorization ?? "")?.[1] ?? "";

export function userInfo(world: World, call: Call): Answer {
  const token = liveToken(world, bearerOf(call), "access");
  if (!token) return refuse(401, "invalid_request", "Invalid Credentials");
  call.account = token.email;
  const isIdentity = token.scopes.some((scope) => scope === "openid" || scope.includes("/userinfo."));
  if (!isIdentity) return refuse(403, "insufficient_scope", "Request had insufficient authentication scopes.");
  return { status: 200, body: claimsOf(accountOf(world, token.email), token.scopes) };
}

export function tokenInfo(world: World, call: Call): Answer {
  const value = call.query.get("access_token") ?? call.form.get("access_token") ?? bearerOf(call);
  const token = liveToken(world, value, "access");
  if (!token) return refuse(400, "invalid_token", "Invalid Value");
  const { sub, ...claims } = claimsOf(accountOf(world, token.email), token.scopes);
  const { email, email_verified: isVerified } = { email: undefined, email_verified: undefined, ...claims };
  const seconds = Math.floor((token.expiresAt - world.clock.now()) / 1000);
  const body = {
    azp: token.clientId,
    aud: token.clientId,
    sub,
    scope: token.scopes.join(" "),
    exp: String(Math.floor(token.expiresAt / 1000)),
    expires_in: String(seconds),
    ...(email ? { email, email_verified: String(isVerified) } : {}),
  };
  return { status: 200, body };
}
