import type { Answer, Call } from "../../fakes/routes";
import { fullNames, identityScopes, isKnownScope } from "../scopes";
import { accountOf, type Client, type Consent, type World } from "../world";
import { consentPage, errorPage } from "./consent-page";
import { consentTo, grantedScopes, opaque } from "./grants";

const CODE_MS = 10 * 60_000;

const names =
  "client_id redirect_uri response_type scope access_type prompt include_granted_scopes state login_hint code_challenge code_challenge_method nonce hd hl enable_granular_consent";

export type Request = {
  client: Client;
  redirectUri: string;
  scopes: string[];
  query: URLSearchParams;
};

/** The page on which a person chooses, unless the next choice was scripted. */
export function showConsent(world: World, call: Call): Answer {
  const request = readRequest(world, call);
  if ("status" in request) return request;
  const scripted = world.consents.shift();
  if (scripted) return decide(world, request, scripted);
  return { status: 200, body: consentPage(world, request) };
}

/** What the page sends. */
export function takeConsent(world: World, call: Call): Answer {
  const request = readRequest(world, call);
  if ("status" in request) return request;
  const email = call.form.get("account") ?? "";
  if (call.form.get("decision") !== "allow") return decide(world, request, { email, deny: true });
  if (!world.accounts.has(email)) return errorPage("account_not_found", "Choose one of the accounts.");
  call.account = email;
  return decide(world, request, { email, scopes: [...identityScopes, ...call.form.getAll("scope")] });
}

function readRequest(world: World, { query }: Call): Request | Answer {
  const client = world.clients.find(({ id }) => id === query.get("client_id"));
  if (!client) return errorPage("invalid_client", "The OAuth client was not found.", 401);
  const redirectUri = query.get("redirect_uri") ?? "";
  if (!mayReturnTo(client, redirectUri)) {
    return errorPage("redirect_uri_mismatch", `This client has not registered the address ${redirectUri}.`);
  }
  for (const name of query.keys()) {
    if (!names.split(" ").includes(name)) world.complaints.push(`authorize: unknown parameter ${name}`);
  }
  const problem = problemOf(query);
  if (problem) return errorPage("invalid_request", problem);
  const scopes = fullNames((query.get("scope") ?? "").split(" "));
  const unknown = scopes.filter((scope) => !isKnownScope(scope));
  if (unknown.length > 0) return errorPage("invalid_scope", `Some scopes are not known: ${unknown.join(" ")}`);
  return { client, redirectUri, scopes, query };
}

/** A client without registered addresses takes any of this machine: what a test starts on a free port. */
function mayReturnTo(client: Client, uri: string) {
  if (client.redirectUris.length > 0) return client.redirectUris.includes(uri);
  return /^https?:\/\/(localhost|127\.0\.0\.1)[:/]/.test(uri);
}

function problemOf(query: URLSearchParams) {
  if (query.get("response_type") !== "code") return "Only response_type=code is served here.";
  if (!query.get("scope")) return "Missing required parameter: scope";
  const [challenge, method] = [query.get("code_challenge"), query.get("code_challenge_method")];
  if (method && method !== "S256" && method !== "plain") return "Invalid code_challenge_method";
  if (method === "S256" && !/^[\w-]{43}$/.test(challenge ?? "")) return "Invalid code_challenge";
  const accessType = query.get("access_type");
  if (accessType && accessType !== "online" && accessType !== "offline") return `Invalid access_type ${accessType}`;
  return null;
}

function decide(world: World, { client, redirectUri, scopes, query }: Request, consent: Consent): Answer {
  const back = new URL(redirectUri);
  const state = query.get("state");
  if (state !== null) back.searchParams.set("state", state);
  if (consent.deny) {
    back.searchParams.set("error", "access_denied");
    return { status: 302, headers: { location: back.href } };
  }
  const { email } = accountOf(world, consent.email);
  const wanted = consent.scopes ? fullNames(consent.scopes) : scopes;
  const chosen = scopes.filter((scope) => wanted.includes(scope));
  const isFirst = consentTo(world, email, client.id, chosen);
  const asksAgain = (query.get("prompt") ?? "").split(" ").includes("consent");
  const isIncremental = query.get("include_granted_scopes") === "true";
  const granted = isIncremental ? [...new Set([...chosen, ...grantedScopes(world, email, client.id)])] : chosen;
  const code = `4/0A${opaque()}`;
  const challenge = query.get("code_challenge");
  world.codes.set(code, {
    email,
    clientId: client.id,
    redirectUri,
    scopes: granted,
    challenge: challenge ? { method: query.get("code_challenge_method") ?? "plain", value: challenge } : null,
    givesRefreshToken: query.get("access_type") === "offline" && (isFirst || asksAgain),
    nonce: query.get("nonce"),
    expiresAt: world.clock.now() + CODE_MS,
  });
  const prompt = isFirst || asksAgain ? "consent" : "none";
  const fields = { code, scope: granted.join(" "), authuser: "0", prompt };
  for (const [name, value] of Object.entries(fields)) back.searchParams.set(name, value);
  return { status: 302, headers: { location: back.href } };
}
