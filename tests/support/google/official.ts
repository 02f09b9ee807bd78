import { auth, calendar } from "@googleapis/calendar";
import { people } from "@googleapis/people";
import { createHash, randomBytes } from "node:crypto";
import type { FakeGoogle } from "./index";

export const redirectUri = "http://127.0.0.1:4321/back";

/** Google's own libraries, pointed at the fake: clients that nobody here wrote. */
export function officialClient(google: FakeGoogle) {
  const oauth = new auth.OAuth2({
    clientId: google.env.GOOGLE_CLIENT_ID,
    clientSecret: google.env.GOOGLE_CLIENT_SECRET,
    redirectUri,
    endpoints: {
      oauth2AuthBaseUrl: google.env.GOOGLE_AUTH_URL,
      oauth2TokenUrl: google.env.GOOGLE_TOKEN_URL,
      oauth2RevokeUrl: google.env.GOOGLE_REVOKE_URL,
      tokenInfoUrl: `${google.url}/tokeninfo`,
    },
  });
  const options = { auth: oauth, rootUrl: `${google.url}/`, retryConfig: { retry: 0 } };
  return {
    oauth,
    calendar: calendar({ version: "v3", ...options }),
    people: people({ version: "v1", ...options }),
  };
}

/** One that has its tokens already. */
export function grantedClient(google: FakeGoogle, email: string, scopes: string[]) {
  const client = officialClient(google);
  const { accessToken, refreshToken, expiresIn } = google.grant({ email, scopes });
  client.oauth.setCredentials({
    access_token: accessToken,
    refresh_token: refreshToken,
    expiry_date: google.clock.now() + expiresIn * 1000,
  });
  return client;
}

export function pkce() {
  const verifier = randomBytes(32).toString("base64url");
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
}

/** Status and reason of a refusal, as the official libraries report it. */
export async function refusalOf(promise: Promise<unknown>): Promise<[number, unknown]> {
  try {
    await promise;
  } catch (error) {
    const { response } = error as { response?: { status: number; data: Refused } };
    if (!response) throw error;
    const { error: said } = response.data;
    return [response.status, typeof said === "string" ? said : (said?.errors?.[0]?.reason ?? said?.status)];
  }
  throw new Error("It was not refused.");
}

type Refused = { error?: string | { errors?: { reason: string }[]; status?: string } };
