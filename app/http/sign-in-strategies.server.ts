import type { Strategy } from "remix-auth";
import { GoogleStrategy } from "remix-auth-google";
import { MicrosoftStrategy } from "remix-auth-microsoft";
import type { ProviderName } from "~/domain/providers";
import { env } from "~/env.server";
import { paths } from "~/paths";

/** One way to a provider and back: its state, and what of PKCE is known on this half of it. */
export type Errand = { state?: string; challenge?: string; verifier?: string };

/** What the provider's userinfo says, unread. */
type Told = Record<string, unknown>;

/** The address that the provider knows and leads back to, whatever address this request came by. */
export function callbackUrl(provider: ProviderName) {
  return env.APP_URL + paths.providerCallback(provider);
}

export function isConfigured(provider: ProviderName) {
  return Boolean(provider === "google" ? env.GOOGLE_CLIENT_ID : env.MICROSOFT_CLIENT_ID);
}

export function strategyFor(provider: ProviderName, errand: Errand): Strategy<Told, never> {
  return provider === "google" ? new GoogleSignIn(errand) : new MicrosoftSignIn(errand);
}

/** With PKCE, our state, and endpoints from the environment, none of which the strategy has. */
class GoogleSignIn extends GoogleStrategy<Told> {
  constructor(private readonly errand: Errand) {
    const { GOOGLE_CLIENT_ID: clientID = "", GOOGLE_CLIENT_SECRET: clientSecret = "" } = env;
    const callbackURL = callbackUrl("google");
    super({ clientID, clientSecret, callbackURL, prompt: "select_account" }, async ({ profile }) => profile._json);
    Object.assign(this, {
      authorizationURL: env.GOOGLE_AUTH_URL,
      tokenURL: env.GOOGLE_TOKEN_URL,
      userInfoURL: env.GOOGLE_USERINFO_URL,
      generateState: () => errand.state,
    });
  }

  protected override authorizationParams() {
    return withChallenge(super.authorizationParams(), this.errand);
  }

  protected override tokenParams() {
    return withVerifier(super.tokenParams(), this.errand);
  }
}

class MicrosoftSignIn extends MicrosoftStrategy<Told> {
  constructor(private readonly errand: Errand) {
    const { MICROSOFT_CLIENT_ID: clientId = "", MICROSOFT_CLIENT_SECRET: clientSecret = "" } = env;
    const redirectUri = callbackUrl("microsoft");
    super({ clientId, clientSecret, redirectUri, prompt: "select_account" }, async ({ profile }) => profile._json);
    const login = `${env.MICROSOFT_LOGIN_URL}/common/oauth2/v2.0`;
    Object.assign(this, {
      authorizationURL: `${login}/authorize`,
      tokenURL: `${login}/token`,
      userInfoURL: new URL("/oidc/userinfo", env.MICROSOFT_GRAPH_URL).href,
      generateState: () => errand.state,
    });
  }

  protected override authorizationParams() {
    return withChallenge(super.authorizationParams(), this.errand);
  }

  protected override tokenParams() {
    return withVerifier(super.tokenParams(), this.errand);
  }
}

function withChallenge(params: URLSearchParams, { challenge = "" }: Errand) {
  params.set("code_challenge", challenge);
  params.set("code_challenge_method", "S256");
  return params;
}

function withVerifier(params: URLSearchParams, { verifier = "" }: Errand) {
  params.set("code_verifier", verifier);
  return params;
}
