import { createHash } from "node:crypto";
import type { Answer, Call } from "../../fakes/routes";
import { accountOf, type Client, type World } from "../world";
import { ACCESS_SECONDS, type Code, issueAccess, issueRefresh, liveToken, revokeGrant, touch } from "./grants";
import { idToken } from "./id-token";

export function exchange(world: World, call: Call): Answer {
  const client = clientOf(world, call);
  if (!client) return refuse(401, "invalid_client", "The provided client secret is invalid.");
  const type = call.form.get("grant_type");
  if (type === "authorization_code") return exchangeCode(world, call, client);
  if (type === "refresh_token") return refresh(world, call, client);
  return refuse(400, "unsupported_grant_type", `Invalid grant_type: ${type}`);
}

function exchangeCode(world: World, call: Call, client: Client): Answer {
  const value = call.form.get("code") ?? "";
  const code = world.codes.get(value);
  world.codes.delete(value);
  if (!code || code.expiresAt <= world.clock.now() || code.clientId !== client.id) {
    return refuse(400, "invalid_grant", code ? "Bad Request" : "Malformed auth code.");
  }
  if (code.redirectUri !== call.form.get("redirect_uri")) return refuse(400, "redirect_uri_mismatch", "Bad Request");
  const verifier = call.form.get("code_verifier");
  if (!isVerified(code, verifier)) {
    return refuse(400, "invalid_grant", verifier ? "Invalid code verifier." : "Missing code verifier.");
  }
  call.account = code.email;
  const refreshToken = code.givesRefreshToken ? { refresh_token: issueRefresh(world, code) } : {};
  return give(world, code, refreshToken, code.nonce);
}

function isVerified({ challenge }: Code, verifier: string | null) {
  if (!challenge) return true;
  if (!verifier) return false;
  if (challenge.method === "plain") return verifier === challenge.value;
  return createHash("sha256").update(verifier).digest("base64url") === challenge.value;
}

function refresh(world: World, call: Call, client: Client): Answer {
  const token = liveToken(world, call.form.get("refresh_token") ?? "", "refresh");
  if (!token) return refuse(400, "invalid_grant", "Token has been expired or revoked.");
  if (token.clientId !== client.id) return refuse(401, "unauthorized_client", "Unauthorized");
  call.account = token.email;
  touch(world, token);
  return give(world, token, {}, null);
}

function give(
  world: World,
  granted: { email: string; clientId: string; scopes: string[] },
  extra: { refresh_token?: string },
  nonce: string | null,
): Answer {
  const { scopes, clientId } = granted;
  const account = accountOf(world, granted.email);
  const signed = scopes.includes("openid") ? { id_token: idToken(world, account, clientId, scopes, nonce) } : {};
  const body = {
    access_token: issueAccess(world, granted),
    expires_in: ACCESS_SECONDS,
    ...extra,
    scope: scopes.join(" "),
    token_type: "Bearer",
    ...signed,
  };
  return { status: 200, headers: { "cache-control": "no-store" }, body };
}

/** The client says who it is in the form, or by the header of basic authentication. */
function clientOf(world: World, { form, headers }: Call): Client | null {
  const basic = /^Basic (.+)$/.exec(headers.authorization ?? "")?.[1];
  const [basicId, basicSecret] = basic ? Buffer.from(basic, "base64").toString().split(":") : [];
  const id = form.get("client_id") ?? basicId;
  const secret = form.get("client_secret") ?? basicSecret;
  return world.clients.find((client) => client.id === id && client.secret === secret) ?? null;
}

export function revoke(world: World, call: Call): Answer {
  const token = liveToken(world, call.form.get("token") ?? call.query.get("token") ?? "");
  if (!token) return refuse(400, "invalid_token", "Token expired or revoked");
  call.account = token.email;
  revokeGrant(world, token.email, token.clientId);
  return { status: 200, body: {} };
}

export function refuse(status: number, error: string, text: string): Answer {
  return { status, body: { error, error_description: text } };
}
