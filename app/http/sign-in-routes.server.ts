import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { ownerOf } from "~/domain/accounts/identities.server";
import type { Claim } from "~/domain/accounts/identity";
import { providerNames, type ProviderName } from "~/domain/providers";
import { keepLink } from "~/domain/accounts/link-identity.server";
import type { SignedIn } from "~/domain/accounts/sessions.server";
import { signInByProvider } from "~/domain/accounts/sign-in-by-provider.server";
import { paths, safeRedirect } from "~/paths";
import { linkHeader } from "./link-cookie.server";
import { originOf } from "./origin.server";
import { comeBack, forgetErrandHeader, leaveFor, signInProviders, type Wanted } from "./provider-sign-in.server";
import { elsewhereLinked, newAccountWords, noAddress, notBackWords, notSetUp } from "./sign-in-words.server";
import { readSession, redirectWith, replaceSession } from "./session.server";
import { visitorLocale, visitorZone } from "./visitor.server";

type Args = Pick<LoaderFunctionArgs, "request" | "context">;

/** `/auth/{provider}`: on to the provider, to sign in, or with `link` to link it to the account that is signed in. */
export async function startSignIn({ request }: Args, provider: ProviderName) {
  if (!signInProviders().includes(provider)) return redirectWith(notSetUp(provider), paths.login());
  const asked = new URL(request.url).searchParams;
  const session = asked.has("link") ? await readSession(request, Date.now()) : null;
  // Not back to here: a browser lets the sign-in's form lead to us alone.
  if (asked.has("link") && !session) return redirect(paths.login(paths.password()));
  const { zone, isKnown } = visitorZone(request, "UTC");
  return leaveFor(provider, session, { to: safeRedirect(asked.get("to"), ""), timezone: isKnown ? zone : null });
}

/** `/auth/{provider}/callback`: who came back is signed in, asked to link an account, or told why not. */
export async function finishSignIn(args: Args, provider: ProviderName) {
  const session = await readSession(args.request, Date.now());
  const back = await comeBack(args.request, provider, session);
  const headers = new Headers();
  if (!back.ok) {
    // What began in this browser meanwhile can still come to its end.
    if (back.reason !== "elsewhere") headers.append("Set-Cookie", await forgetErrandHeader());
    const place = back.isLinking ? paths.password() : paths.login(back.wanted?.to);
    return redirectWith(notBackWords(provider, back), place, headers);
  }
  headers.append("Set-Cookie", await forgetErrandHeader());
  return back.isLinking && session
    ? askToLink(back.claim, session, headers)
    : signIn(args, back.claim, back.wanted, headers);
}

async function askToLink(claim: Claim, session: SignedIn, headers: Headers) {
  const owner = await ownerOf(claim);
  const name = providerNames[claim.provider];
  if (owner === session.user.id)
    return redirectWith({ kind: "info", text: `This ${name} account is linked already.` }, paths.password(), headers);
  if (owner) return redirectWith(elsewhereLinked(claim.provider), paths.password(), headers);
  return leadToLink({ claim, accountId: session.user.id, to: paths.password(), session }, headers);
}

async function signIn({ request, context }: Args, claim: Claim, wanted: Wanted, headers: Headers) {
  const timezone = wanted.timezone ?? visitorZone(request, "UTC").zone;
  const { language } = visitorLocale(request);
  const result = await signInByProvider({ claim, timezone, language, ...originOf({ request, context }) });
  if (result.ok) {
    headers.append("Set-Cookie", await replaceSession(request, result.token));
    const to = safeRedirect(wanted.to, result.isNew ? paths.newWorkspace() : paths.dashboard());
    if (result.isNew) return redirectWith(newAccountWords(result.user, wanted.timezone !== null), to, headers);
    return redirect(to, { headers });
  }
  if (result.reason === "no_address") return redirectWith(noAddress(claim.provider), paths.signup(wanted.to), headers);
  return leadToLink({ claim, accountId: result.user.id, to: wanted.to, session: null }, headers);
}

async function leadToLink(link: Omit<Parameters<typeof keepLink>[0], "now">, headers: Headers) {
  headers.append("Set-Cookie", await linkHeader(await keepLink({ ...link, now: Date.now() })));
  return redirect(paths.linkSignIn(), { headers });
}
