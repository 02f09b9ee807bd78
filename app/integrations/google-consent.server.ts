import { z } from "zod";
import type { CalendarProvider, Grant, Outcome } from "./calendar-provider";
import { addressOf, askGoogle, type GoogleConfig } from "./google-client.server";
import { explainOAuth } from "./google-refusals.server";
import { allowed, missing, scopesFor } from "./google-scopes.server";
import { failed, nothing } from "./provider-http.server";

type Consent = Pick<
  CalendarProvider,
  "authorizeUrl" | "exchange" | "refresh" | "revoke" | "missing" | "allowed" | "identify"
>;

const Tokens = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number(),
  refresh_token: z.string().min(1).optional(),
  scope: z.string().optional(),
});

const Claims = z.object({
  sub: z.string().min(1),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  name: z.string().optional(),
});

/** How somebody lets us into their account, and how they are known. */
export function googleConsent(config: GoogleConfig): Consent {
  const clientId = config.GOOGLE_CLIENT_ID ?? "";
  const secret = config.GOOGLE_CLIENT_SECRET ?? "";

  async function askForGrant(form: Record<string, string>, secrets: string[]): Promise<Outcome<Grant>> {
    const request = {
      method: "POST" as const,
      url: config.GOOGLE_TOKEN_URL,
      form: { ...form, client_id: clientId, client_secret: secret },
      secrets: [secret, ...secrets],
    };
    const answer = await askGoogle(request, Tokens, explainOAuth);
    return answer.ok ? { ok: true, value: toGrant(answer.value) } : answer;
  }

  return {
    authorizeUrl({ redirectUri, state, challenge, wishes, email }) {
      return addressOf(config.GOOGLE_AUTH_URL, {
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: "code",
        scope: scopesFor(wishes).join(" "),
        state,
        code_challenge: challenge,
        code_challenge_method: "S256",
        // Without these two there is no refresh token, or none for who consented before.
        access_type: "offline",
        prompt: "consent",
        include_granted_scopes: "true",
        ...(email && { login_hint: email }),
      }).href;
    },

    exchange({ code, verifier, redirectUri }) {
      const form = { grant_type: "authorization_code", code, code_verifier: verifier, redirect_uri: redirectUri };
      return askForGrant(form, [code, verifier]);
    },

    refresh(refreshToken) {
      return askForGrant({ grant_type: "refresh_token", refresh_token: refreshToken }, [refreshToken]);
    },

    async revoke(token) {
      const request = { method: "POST" as const, url: config.GOOGLE_REVOKE_URL, form: { token }, secrets: [token] };
      const done = await askGoogle(request, nothing, explainOAuth);
      return !done.ok && done.failure.kind === "gone" ? { ok: true, value: null } : done;
    },

    missing,
    allowed,

    async identify(access) {
      const answer = await askGoogle({ url: config.GOOGLE_USERINFO_URL, access }, Claims);
      if (!answer.ok) return answer;
      const { sub, email, email_verified: isVerified, name } = answer.value;
      // Whoever could name an address that is not theirs would be taken for its owner.
      if (!email || !isVerified) return failed({ kind: "refused", said: "Google has not verified this address." });
      return { ok: true, value: { subject: sub, email, name: name || email } };
    },
  };
}

function toGrant({ access_token, expires_in, refresh_token, scope = "" }: z.infer<typeof Tokens>): Grant {
  return {
    accessToken: access_token,
    refreshToken: refresh_token ?? null,
    expiresAt: Date.now() + expires_in * 1000,
    scopes: scope.split(" ").filter(Boolean),
  };
}
