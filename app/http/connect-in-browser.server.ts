import type { User } from "~/domain/accounts/account";
import { providerNames } from "~/domain/providers";
import { finishConnecting } from "~/domain/calendars/finish-connecting.server";
import { findProgramsUser, takeErrand } from "~/domain/oauth-states.server";
import type { ProviderName } from "~/integrations/calendar-provider";
import { paths } from "~/paths";
import { connectRefusal, consentRefusal } from "./connect-refusal.server";
import { redirectWith } from "./session.server";

type Landing = {
  query: URLSearchParams;
  provider: ProviderName;
  user: User | null;
  sessionId: string | null;
  now: number;
};

/** Ends connecting in the browser in which it began, and leads on to choosing the account's calendars. */
export async function finishInBrowser({ query, provider, user, sessionId, now }: Landing): Promise<Response> {
  const [state, code, error] = [take(query, "state"), take(query, "code"), take(query, "error")];
  const errand = { purpose: "connect", provider, state } as const;
  const bearer = user && { userId: user.id, sessionId };
  const ofProgram = state ? await findProgramsUser(errand) : null;
  if (ofProgram && ofProgram !== user?.id) return toProgram();
  if (!bearer) return back(`Sign in, then connect ${providerNames[provider]} again. Nothing was connected.`);
  if (error) {
    await takeErrand({ ...errand, ...bearer }, now);
    return back(consentRefusal(error, provider));
  }
  if (!state || !code) return back(connectRefusal({ ok: false, reason: "unknown_state" }, provider).text);
  const finished = await finishConnecting({ provider, state, code, ...bearer, takesDefault: false, now });
  if (!finished.ok) return back(connectRefusal(finished, provider).text);
  const { isReconnect, email, accountId, withoutContacts } = finished;
  const done = isReconnect
    ? `${email} is connected again.`
    : `${email} is connected. Choose what its calendars are for.`;
  const text = withoutContacts ? `${done} Its contacts stay closed to us, as you chose there.` : done;
  return redirectWith({ kind: "ok", text }, isReconnect ? paths.calendars() : paths.chooseCalendars(accountId));
}

function take(query: URLSearchParams, name: string) {
  return query.get(name)?.slice(0, 4000) ?? "";
}

function back(text: string) {
  return redirectWith({ kind: "stop", text }, paths.calendars());
}

/** The program that began it reads the address of this page, and nobody else may end it. */
function toProgram() {
  const text = "Go back to the app in which you began. It finishes the connection with the address of this page.\n";
  return new Response(text, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Referrer-Policy": "no-referrer" },
  });
}
