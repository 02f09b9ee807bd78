import { createCookieSessionStorage } from "@remix-run/node";
import { setTimeout as sleep } from "node:timers/promises";
import { Authenticator } from "remix-auth";
import { readClaim, type Claim } from "~/domain/accounts/identity";
import { providers, type ProviderName } from "~/domain/providers";
import type { SignedIn } from "~/domain/accounts/sessions.server";
import { rememberErrand, takeErrand } from "~/domain/oauth-states.server";
import { env } from "~/env.server";
import { ownCookie } from "./session.server";
import { callbackUrl, isConfigured, strategyFor, type Errand } from "./sign-in-strategies.server";

/** What is remembered meanwhile: where to go then, and the zone of a new account. */
export type Wanted = { to: string; timezone: string | null };

/** `said`: the provider's own short name for it, for whoever runs this instance. */
export type NotBack = { reason: "elsewhere" | "ended" | "denied" | "failed"; said: string | null };

type Back =
  | { ok: true; claim: Claim; wanted: Wanted; isLinking: boolean }
  | ({ ok: false; wanted: Wanted | null; isLinking: boolean } & NotBack);

/** Milliseconds that the provider has to say who it was. */
const patience = 15_000;

/** Binds an errand to the browser that began it. The one that it began last counts. */
const errands = createCookieSessionStorage({
  cookie: { ...ownCookie("sign-in"), maxAge: 600, secrets: [env.SESSION_SECRET] },
});
/** Where the strategies keep it. */
const stateKey = "oauth2:state";

/** Whom one can sign in with here. */
export function signInProviders(): ProviderName[] {
  return providers.filter(isConfigured);
}

/** The redirect to the provider. `session`: of who links a sign-in to their account, null for who signs in. */
export async function leaveFor(provider: ProviderName, session: SignedIn | null, wanted: Wanted): Promise<Response> {
  const redirectUri = callbackUrl(provider);
  const errand = { ...bearerOf(provider, session), workspaceId: null, redirectUri, details: wanted, now: Date.now() };
  const left: unknown = await authenticate(provider, await rememberErrand(errand), new Request(env.APP_URL)).catch(
    (thrown: unknown) => thrown,
  );
  if (left instanceof Response) return left;
  throw left;
}

/** Who came back from the provider, or why nobody did. Whatever it is, the errand is over. */
export async function comeBack(request: Request, provider: ProviderName, session: SignedIn | null): Promise<Back> {
  const { search, searchParams } = new URL(request.url);
  const state = searchParams.get("state") ?? "";
  const refuse = (
    reason: NotBack["reason"],
    wanted: Wanted | null = null,
    isLinking = false,
    said?: string | null,
  ) => ({
    ok: false as const,
    reason,
    wanted,
    isLinking,
    said: shortName(said),
  });
  const cookie = request.headers.get("Cookie") ?? "";
  if (!state || (await errands.getSession(cookie)).get(stateKey) !== state) return refuse("elsewhere");
  const errand = await takeErrand({ ...bearerOf(provider, session), state }, Date.now());
  if (typeof errand === "string") return refuse("ended");
  const [wanted, isLinking] = [errand.details as Wanted, errand.userId !== null];
  const error = searchParams.get("error");
  if (error) return refuse(error === "access_denied" ? "denied" : "failed", wanted, isLinking, error);
  try {
    const answer = new Request(callbackUrl(provider) + search, { headers: { Cookie: cookie } });
    const claim = readClaim(provider, await inTime(authenticate(provider, errand, answer)));
    return claim ? { ok: true, claim, wanted, isLinking } : refuse("failed", wanted, isLinking, "no_subject");
  } catch (thrown) {
    return refuse("failed", wanted, isLinking, thrown instanceof Error ? errorOf(thrown.message) : null);
  }
}

/** Undoes the binding, which every answer to a return does. */
export async function forgetErrandHeader() {
  return errands.destroySession(await errands.getSession());
}

function authenticate(provider: ProviderName, errand: Errand, request: Request) {
  const authenticator = new Authenticator(errands, { throwOnError: true });
  return authenticator.use(strategyFor(provider, errand), provider).authenticate(provider, request);
}

function bearerOf(provider: ProviderName, session: SignedIn | null) {
  const [userId, sessionId] = [session?.user.id ?? null, session?.sessionId ?? null];
  return { purpose: "sign_in" as const, provider, userId, sessionId };
}

/** The strategies wait for as long as the provider likes. */
function inTime<Value>(work: Promise<Value>) {
  const limit = sleep(patience, undefined, { ref: false }).then(() => {
    throw new Error("too_late");
  });
  return Promise.race([work, limit]);
}

/** The strategies hand on what the token endpoint said as it came: JSON with a short name, as a rule. */
function errorOf(message: string) {
  try {
    const { error } = Object(JSON.parse(message)) as { error?: unknown };
    return typeof error === "string" ? error : null;
  } catch {
    return message;
  }
}

function shortName(said: string | null | undefined) {
  return said && /^[\w.-]{1,60}$/.test(said) ? said : null;
}
