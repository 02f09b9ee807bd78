import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import type { Answer } from "../../fakes/routes";
import { fullNames } from "../scopes";
import type { Account, World } from "../world";

const keyId = "stand-in";
let pair: { privateKey: KeyObject; publicKey: KeyObject } | null = null;

// Made when it is first asked for: most tests never read an id token.
const keys = () => (pair ??= generateKeyPairSync("rsa", { modulusLength: 2048 }));

export function idToken(world: World, account: Account, clientId: string, scopes: string[], nonce: string | null) {
  const issuedAt = Math.floor(world.clock.now() / 1000);
  const payload = {
    iss: "https://accounts.google.com",
    azp: clientId,
    aud: clientId,
    ...claimsOf(account, scopes),
    ...(nonce ? { nonce } : {}),
    iat: issuedAt,
    exp: issuedAt + 3600,
  };
  const head = { alg: "RS256", kid: keyId, typ: "JWT" };
  const text = [head, payload].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  return `${text}.${createSign("RSA-SHA256").update(text).sign(keys().privateKey, "base64url")}`;
}

/** What the scopes let a client know of the person. */
export function claimsOf({ sub, email, name }: Account, scopes: string[]) {
  const [mail, profile] = fullNames(["email", "profile"]) as [string, string];
  const [given, ...rest] = name.split(" ");
  return {
    sub,
    ...(scopes.includes(profile)
      ? { name, given_name: given, family_name: rest.join(" "), picture: `https://lh3.example/${sub}=s96-c` }
      : {}),
    ...(scopes.includes(mail) ? { email, email_verified: true } : {}),
  };
}

export function certificates(): Answer {
  const key = keys().publicKey.export({ format: "jwk" });
  return { status: 200, body: { keys: [{ ...key, kid: keyId, alg: "RS256", use: "sig" }] } };
}
