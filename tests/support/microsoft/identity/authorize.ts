import type { Answer, Call, Route } from "../../fakes/routes";
import type { Account } from "../mailbox/types";
import type { World } from "../world";
import { type Asked, readAuthorization } from "./authorize-request";
import { consentPage } from "./consent-page";
import { findAccount, newGrant, secret } from "./grants";

const tenMinutes = 600_000;

export function authorizeRoutes(world: World): Route[] {
  const path = "/:tenant/oauth2/v2.0/authorize";
  return [
    { name: "authorize", method: "GET", path, handle: (call) => ask(world, call) },
    { name: "authorize", method: "POST", path, handle: (call) => decide(world, call) },
  ];
}

function ask(world: World, call: Call): Answer {
  const asked = readAuthorization(world, call, call.query);
  if ("refusal" in asked) return asked.refusal;
  const next = world.consents.shift();
  if (!next) {
    if (asked.prompt === "none") return sendBack(asked, { error: "interaction_required" });
    return consentPage(call, asked, accountsOf(world, call));
  }
  const account = findAccount(world, next.email);
  call.account = account.email;
  if (next.deny) return sendBack(asked, next.deny === true ? cancelled : blocked);
  return accept(world, asked, account, next.scopes ?? asked.scopes);
}

/** What somebody chose on the page. */
function decide(world: World, call: Call): Answer {
  const form = new URLSearchParams(call.form);
  const [email, decision] = [form.get("account"), form.get("decision")];
  form.delete("account");
  form.delete("decision");
  const asked = readAuthorization(world, call, form);
  if ("refusal" in asked) return asked.refusal;
  if (decision !== "accept") return sendBack(asked, cancelled);
  const account = accountsOf(world, call).find((each) => each.email === email);
  if (!account) return consentPage(call, asked, accountsOf(world, call), "Choose an account.");
  call.account = account.email;
  return accept(world, asked, account, asked.scopes);
}

/** A tenant of its own has no personal accounts, and that of consumers has no others. */
function accountsOf(world: World, { params }: Call): Account[] {
  const all = [...world.accounts.values()];
  if (params.tenant === "common") return all;
  return all.filter(({ isPersonal }) => isPersonal === (params.tenant === "consumers"));
}

const cancelled = {
  error: "access_denied",
  error_subcode: "cancel",
  error_description: "AADSTS65004: User declined to consent to access the app.",
};

const blocked = {
  error: "access_denied",
  error_description:
    "AADSTS90094: An administrator of your organization has set a policy that prevents you from granting the permissions.",
};

function accept(world: World, asked: Asked, account: Account, scopes: string[]): Answer {
  const code = secret("0.AXoA");
  world.codes.set(code, {
    grantId: newGrant(world, account, asked.clientId, scopes),
    clientId: asked.clientId,
    redirectUri: asked.redirectUri,
    challenge: asked.challenge,
    nonce: asked.nonce,
    expiresAt: world.clock.now() + tenMinutes,
    isUsed: false,
  });
  return sendBack(asked, { code });
}

function sendBack({ redirectUri, state }: Asked, given: Record<string, string>): Answer {
  const location = new URL(redirectUri);
  for (const [name, value] of Object.entries(given)) location.searchParams.set(name, value);
  if (state !== null) location.searchParams.set("state", state);
  return { status: 302, headers: { location: location.href, "cache-control": "no-store" } };
}
