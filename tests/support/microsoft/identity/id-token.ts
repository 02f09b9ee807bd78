import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import type { Route } from "../../fakes/routes";
import { profileOf } from "../graph/me-routes";
import type { Account } from "../mailbox/types";
import type { World } from "../world";
import type { Grant } from "./grants";

const tenants = { work: "84bd8158-6d4d-4958-8b9f-9d6445542f95", personal: "9188040d-6c67-4c5b-b112-36a304b66dad" };
const kid = "a-key-of-the-fake";
let privateKey: KeyObject | null = null;

export function idTokenOf(world: World, account: Account, grant: Grant, nonce: string | null): string {
  const now = Math.floor(world.clock.now() / 1000);
  const tid = account.isPersonal ? tenants.personal : tenants.work;
  const claims = {
    ver: "2.0",
    iss: `${world.url}/${tid}/v2.0`,
    aud: grant.clientId,
    iat: now,
    nbf: now,
    exp: now + 3600,
    tid,
    oid: account.id,
    preferred_username: account.email,
    ...profileOf(account, grant.scopes),
    ...(nonce === null ? {} : { nonce }),
  };
  const text = [{ typ: "JWT", alg: "RS256", kid }, claims].map(encode).join(".");
  return `${text}.${sign("RSA-SHA256", Buffer.from(text), key()).toString("base64url")}`;
}

export function discoveryRoutes(world: World): Route[] {
  const at = (tenant: string, path: string) => `${world.url}/${tenant}/${path}`;
  return [
    {
      name: "discovery",
      method: "GET",
      path: "/:tenant/v2.0/.well-known/openid-configuration",
      handle: ({ params: { tenant = "" } }) => ({
        status: 200,
        body: {
          issuer: tenant === "common" ? `${world.url}/{tenantid}/v2.0` : at(tenant, "v2.0"),
          authorization_endpoint: at(tenant, "oauth2/v2.0/authorize"),
          token_endpoint: at(tenant, "oauth2/v2.0/token"),
          userinfo_endpoint: `${world.url}/oidc/userinfo`,
          jwks_uri: at(tenant, "discovery/v2.0/keys"),
          response_types_supported: ["code"],
          response_modes_supported: ["query"],
          subject_types_supported: ["pairwise"],
          id_token_signing_alg_values_supported: ["RS256"],
          code_challenge_methods_supported: ["S256"],
          scopes_supported: ["openid", "profile", "email", "offline_access"],
        },
      }),
    },
    {
      name: "keys",
      method: "GET",
      path: "/:tenant/discovery/v2.0/keys",
      handle: () => ({ status: 200, body: { keys: [{ ...publicKey(), kid, use: "sig", alg: "RS256" }] } }),
    },
  ];
}

function key(): KeyObject {
  return (privateKey ??= generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey);
}

function publicKey() {
  return createPublicKey(key()).export({ format: "jwk" });
}

function encode(part: object) {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}
