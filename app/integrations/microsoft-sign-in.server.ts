import { z } from "zod";
import type { Env } from "~/environment";
import type { CalendarProvider, Grant, Outcome } from "./calendar-provider";
import { explainSignIn } from "./microsoft-refusals.server";
import { wantedScopes } from "./microsoft-scopes.server";
import { ask, type Vendor } from "./provider-http.server";

type SignIn = Pick<CalendarProvider, "authorizeUrl" | "exchange" | "refresh" | "revoke">;
type Config = Pick<Env, "MICROSOFT_CLIENT_ID" | "MICROSOFT_CLIENT_SECRET" | "MICROSOFT_LOGIN_URL">;

const vendor: Vendor = { name: "Microsoft", explain: explainSignIn };

const tokens = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  expires_in: z.coerce.number().positive(),
  scope: z.string().nullish(),
});

/** For accounts of every organisation, and for personal ones. */
export function microsoftSignIn(config: Config): SignIn {
  const { MICROSOFT_CLIENT_ID: client_id = "", MICROSOFT_CLIENT_SECRET: client_secret = "" } = config;
  const root = `${config.MICROSOFT_LOGIN_URL}/common/oauth2/v2.0`;

  function authorizeUrl({ redirectUri, state, challenge, wishes, email }: Parameters<SignIn["authorizeUrl"]>[0]) {
    const url = new URL(`${root}/authorize`);
    const query = {
      client_id,
      response_type: "code",
      response_mode: "query",
      redirect_uri: redirectUri,
      scope: wantedScopes(wishes).join(" "),
      state,
      code_challenge: challenge,
      code_challenge_method: "S256",
      prompt: "select_account",
      ...(email && { login_hint: email }),
    };
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return url.href;
  }

  async function requestTokens(form: Record<string, string>, secrets: string[]): Promise<Outcome<Grant>> {
    const request = { method: "POST", url: `${root}/token`, form: { client_id, client_secret, ...form } } as const;
    const given = await ask(vendor, { ...request, secrets: [client_secret, ...secrets] }, tokens);
    if (!given.ok) return given;
    const { access_token, refresh_token, expires_in, scope } = given.value;
    const expiresAt = Date.now() + expires_in * 1000;
    const scopes = (scope ?? "").split(/\s+/).filter(Boolean);
    return { ok: true, value: { accessToken: access_token, refreshToken: refresh_token ?? null, expiresAt, scopes } };
  }

  return {
    authorizeUrl,
    exchange({ code, verifier, redirectUri }) {
      const form = { grant_type: "authorization_code", code, code_verifier: verifier, redirect_uri: redirectUri };
      return requestTokens(form, [code, verifier]);
    },
    refresh(refreshToken) {
      return requestTokens({ grant_type: "refresh_token", refresh_token: refreshToken }, [refreshToken]);
    },
    // Microsoft ends a grant only by signing its owner out everywhere, which is not ours to do.
    revoke: async () => ({ ok: true, value: null }),
  };
}
