import { createHash, timingSafeEqual } from "node:crypto";
import type { Answer, Call, Route } from "../../fakes/routes";
import { complain, type World } from "../world";
import { type Grant, grantOfRefreshToken, issueTokens, type Tokens } from "./grants";
import { idTokenOf } from "./id-token";
import { oauthError } from "./oauth-errors";
import { includesAll, readScopes } from "./scopes";

const known = [
  "client_id",
  "client_secret",
  "grant_type",
  "code",
  "redirect_uri",
  "code_verifier",
  "scope",
  "refresh_token",
];

export function tokenRoute(world: World): Route {
  return { name: "token", method: "POST", path: "/:tenant/oauth2/v2.0/token", handle: (call) => answer(world, call) };
}

function answer(world: World, call: Call): Answer {
  const { form } = call;
  const unknown = [...form.keys()].filter((name) => !known.includes(name));
  if (unknown.length > 0 && complain(world, `token: unknown field ${unknown.join(", ")}`)) {
    return oauthError(world, 400, "invalid_request", `The fake knows no field ${unknown.join(", ")}.`);
  }
  const [clientId, secret] = credentialsOf(call);
  const client = world.clients.find(({ id }) => id === clientId);
  if (!client) return oauthError(world, 400, "unauthorized_client", `No application '${clientId}'.`, 700016);
  if (client.secret !== secret) return oauthError(world, 401, "invalid_client", "Invalid client secret.", 7000215);
  if (form.get("grant_type") === "authorization_code") return redeem(world, call, clientId);
  if (form.get("grant_type") === "refresh_token") return refresh(world, call, clientId);
  return oauthError(world, 400, "unsupported_grant_type", "The app requested an unsupported grant type.");
}

function credentialsOf({ form, headers }: Call): [id: string, secret: string] {
  const basic = /^Basic (.+)$/i.exec(headers.authorization ?? "")?.[1];
  if (!basic) return [form.get("client_id") ?? "", form.get("client_secret") ?? ""];
  const [id = "", secret = ""] = Buffer.from(basic, "base64").toString().split(":");
  return [decodeURIComponent(id), decodeURIComponent(secret)];
}

function redeem(world: World, call: Call, clientId: string): Answer {
  const { form } = call;
  const refuse = (text: string, number?: number) => oauthError(world, 400, "invalid_grant", text, number);
  const code = world.codes.get(form.get("code") ?? "");
  if (!code || code.clientId !== clientId) return refuse("The provided authorization code is invalid.", 9002313);
  if (code.isUsed) return refuse("OAuth2 Authorization code was already redeemed.", 54005);
  if (code.expiresAt <= world.clock.now()) return refuse("The provided authorization code has expired.", 70008);
  if (code.redirectUri !== form.get("redirect_uri")) return refuse("The reply address is another one.", 50148);
  if (!isVerified(code.challenge, form.get("code_verifier"))) {
    return refuse("The Code_Verifier does not match the code_challenge.", 501481);
  }
  code.isUsed = true;
  const grant = world.grants.get(code.grantId)!;
  return tokensAnswer(world, call, grant, issueTokens(world, grant), code.nonce);
}

function isVerified(challenge: string | null, verifier: string | null) {
  if (challenge === null || verifier === null) return challenge === verifier;
  const hash = Buffer.from(createHash("sha256").update(verifier).digest("base64url"));
  return hash.length === challenge.length && timingSafeEqual(hash, Buffer.from(challenge));
}

/** Every refresh gives a new refresh token. Whether the one before still opens depends. */
function refresh(world: World, call: Call, clientId: string): Answer {
  const text = call.form.get("refresh_token") ?? "";
  const refuse = (why: string, number: number) => oauthError(world, 400, "invalid_grant", why, number);
  const grant = grantOfRefreshToken(world, text);
  const token = grant?.refreshTokens.get(text);
  if (!grant || !token || grant.clientId !== clientId) return refuse("The refresh token isn't valid.", 9002313);
  if (grant.isRevoked) return refuse("The user or administrator has revoked the grant.", 50173);
  if (token.expiresAt <= world.clock.now()) return refuse("The refresh token has expired due to inactivity.", 700082);
  if (token.isRotated && world.oldRefreshTokens === "dead") return refuse("The refresh token was used before.", 70000);
  const scopes = call.form.has("scope") ? readScopes(call.form.get("scope")!) : grant.scopes;
  if (!scopes) return oauthError(world, 400, "invalid_scope", "The provided value for scope is not valid.");
  if (!includesAll(grant.scopes, scopes)) {
    return oauthError(world, 400, "consent_required", "The user or administrator has not consented to this scope.");
  }
  token.isRotated = true;
  return tokensAnswer(world, call, grant, issueTokens(world, grant, scopes), null);
}

function tokensAnswer(world: World, call: Call, grant: Grant, tokens: Tokens, nonce: string | null): Answer {
  const account = world.accounts.get(grant.accountId)!;
  call.account = account.email;
  const isOpenId = grant.scopes.includes("openid");
  return {
    status: 200,
    headers: { "cache-control": "no-store, no-cache" },
    body: {
      token_type: "Bearer",
      scope: tokens.scope,
      expires_in: tokens.expiresIn,
      ext_expires_in: tokens.expiresIn,
      access_token: tokens.accessToken,
      ...(tokens.refreshToken ? { refresh_token: tokens.refreshToken } : {}),
      ...(isOpenId ? { id_token: idTokenOf(world, account, grant, nonce) } : {}),
    },
  };
}
