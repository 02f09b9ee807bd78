import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FakeGoogle, startFakeGoogle } from "../../../support/google";
import { grantedClient, officialClient, pkce, redirectUri, refusalOf } from "../../../support/google/official";

const email = "ada@example.com";
const events = "https://www.googleapis.com/auth/calendar.events";
const list = "https://www.googleapis.com/auth/calendar.calendarlist.readonly";

let google: FakeGoogle;
beforeAll(async () => {
  google = await startFakeGoogle();
});
beforeEach(() => {
  google.reset();
  google.addAccount({ email, name: "Ada Lovelace" });
});
afterAll(() => google.stop());

/** Where the person is sent back to. */
async function authorise(query: Record<string, unknown> = {}) {
  const { verifier, challenge } = pkce();
  const url = officialClient(google).oauth.generateAuthUrl({
    access_type: "offline",
    scope: [events, list, "openid", "email"],
    state: "st",
    ...({ code_challenge: challenge, code_challenge_method: "S256" } as object),
    ...query,
  });
  const answer = await fetch(url, { redirect: "manual" });
  return { verifier, back: new URL(answer.headers.get("location") ?? "none:"), status: answer.status };
}

async function connect(query: Record<string, unknown> = {}, consent = {}) {
  google.consent({ email, ...consent });
  const { back, verifier } = await authorise(query);
  const client = officialClient(google);
  const { tokens } = await client.oauth.getToken({ code: back.searchParams.get("code")!, codeVerifier: verifier });
  client.oauth.setCredentials(tokens);
  return { client, tokens, back };
}

describe("connecting with the official library", () => {
  it("gives a code for the state, and tokens for the code", async () => {
    const { tokens, back } = await connect();
    expect(back.href).toContain(redirectUri);
    expect(back.searchParams.get("state")).toBe("st");
    expect(tokens.refresh_token).toMatch(/^1\/\//);
    expect(tokens.scope!.split(" ")).toEqual([
      events,
      list,
      "openid",
      "https://www.googleapis.com/auth/userinfo.email",
    ]);
    expect(tokens.id_token!.split(".")).toHaveLength(3);
  });

  it("gives a refresh token at the first consent, and later only where consent is asked for again", async () => {
    expect((await connect({ access_type: "online" })).tokens.refresh_token).toBeUndefined();
    google.reset();
    google.addAccount({ email });
    expect((await connect()).tokens.refresh_token).toBeDefined();
    expect((await connect()).tokens.refresh_token).toBeUndefined();
    expect((await connect({ prompt: "consent" })).tokens.refresh_token).toBeDefined();
  });

  it("leaves out what the person unticked, and adds earlier grants where that is asked for", async () => {
    expect((await connect({}, { scopes: [list] })).tokens.scope).toBe(list);
    const more = await connect({ scope: events, include_granted_scopes: true });
    expect(more.tokens.scope!.split(" ")).toEqual([events, list]);
    expect((await connect({ scope: events })).tokens.scope).toBe(events);
  });

  it("comes back with access_denied when the person refuses", async () => {
    google.consent({ email, deny: true });
    const { back } = await authorise();
    expect(Object.fromEntries(back.searchParams)).toEqual({ error: "access_denied", state: "st" });
  });

  it("takes a code once, for ten minutes, with its verifier and its address", async () => {
    const exchange = async (change: { code?: string; verifier?: string; redirect?: string; wait?: number } = {}) => {
      google.consent({ email });
      const { back, verifier } = await authorise();
      google.clock.advance(change.wait ?? 0);
      return refusalOf(
        officialClient(google).oauth.getToken({
          code: change.code ?? back.searchParams.get("code")!,
          codeVerifier: change.verifier ?? verifier,
          redirect_uri: change.redirect,
        }),
      );
    };
    expect(await exchange({ verifier: "wrong" })).toEqual([400, "invalid_grant"]);
    expect(await exchange({ verifier: "" })).toEqual([400, "invalid_grant"]);
    expect(await exchange({ redirect: "http://127.0.0.1:4321/other" })).toEqual([400, "redirect_uri_mismatch"]);
    expect(await exchange({ wait: 601_000 })).toEqual([400, "invalid_grant"]);
    google.consent({ email });
    const { back, verifier } = await authorise();
    const code = back.searchParams.get("code")!;
    await officialClient(google).oauth.getToken({ code, codeVerifier: verifier });
    expect(await exchange({ code, verifier })).toEqual([400, "invalid_grant"]);
  });

  it("shows an error page and sends nobody back to an address that is not registered", async () => {
    expect(await authorise({ redirect_uri: "https://evil.example/back" })).toMatchObject({ status: 400 });
    expect(await authorise({ client_id: "another" })).toMatchObject({ status: 401 });
    expect(await authorise({ scope: "https://www.googleapis.com/auth/nothing" })).toMatchObject({ status: 400 });
  });

  it("refuses a client with a wrong secret", async () => {
    const client = officialClient(google);
    client.oauth._clientSecret = "wrong";
    expect(await refusalOf(client.oauth.getToken("4/code"))).toEqual([401, "invalid_client"]);
  });
});

describe("tokens", () => {
  it("lets an access token live for an hour, and refreshes without a new refresh token", async () => {
    const client = grantedClient(google, email, [list]);
    google.clock.advance(3_600_000);
    client.oauth.credentials.expiry_date = undefined;
    const old = client.oauth.credentials.access_token!;
    expect(await refusalOf(officialClient(google).oauth.getTokenInfo(old))).toEqual([400, "invalid_token"]);
    await client.calendar.calendarList.list();
    expect(
      google.requests.filter(({ path }) => path !== "/tokeninfo").map(({ route, status }) => [route, status]),
    ).toEqual([
      ["calendarList.list", 401],
      ["token", 200],
      ["calendarList.list", 200],
    ]);
    const fresh = client.oauth.credentials.access_token!;
    expect(fresh).not.toBe(old);
    expect(await officialClient(google).oauth.getTokenInfo(fresh)).toMatchObject({ scopes: [list] });
    const { credentials } = await client.oauth.refreshAccessToken();
    const asked = google.requests.at(-1)!;
    expect([asked.status, asked.account]).toEqual([200, email]);
    expect(credentials.scope).toBe(list);
  });

  it("answers invalid_grant once the app revoked, or the person, or nobody used it for half a year", async () => {
    const revoked = grantedClient(google, email, [list]);
    await revoked.oauth.revokeCredentials();
    revoked.oauth.setCredentials({ refresh_token: google.grant({ email, scopes: [list] }).refreshToken });
    await revoked.oauth.refreshAccessToken();
    const gone = grantedClient(google, email, [list]);
    const { refresh_token, access_token } = gone.oauth.credentials;
    await gone.oauth.revokeToken(access_token!);
    expect(await refusalOf(gone.oauth.revokeToken(access_token!))).toEqual([400, "invalid_token"]);
    gone.oauth.setCredentials({ refresh_token });
    expect(await refusalOf(gone.oauth.refreshAccessToken())).toEqual([400, "invalid_grant"]);
    gone.oauth.setCredentials({ access_token });
    expect(await refusalOf(gone.calendar.calendarList.list())).toEqual([401, "authError"]);

    const old = grantedClient(google, email, [list]);
    google.clock.advance(184 * 86_400_000);
    expect(await refusalOf(old.oauth.refreshAccessToken())).toEqual([400, "invalid_grant"]);
  });

  it("forgets the oldest of more than a hundred refresh tokens", async () => {
    const first = grantedClient(google, email, [list]);
    for (let count = 0; count < 99; count++) google.grant({ email, scopes: [list] });
    await first.oauth.refreshAccessToken();
    google.grant({ email, scopes: [list] });
    expect(await refusalOf(first.oauth.refreshAccessToken())).toEqual([400, "invalid_grant"]);
  });

  it("tells of the person what the scopes allow", async () => {
    const ask = async (scopes: string[]) => {
      const { accessToken } = google.grant({ email, scopes });
      const headers = { authorization: `Bearer ${accessToken}` };
      return (await fetch(google.env.GOOGLE_USERINFO_URL, { headers })).json();
    };
    expect(await ask(["openid"])).toEqual({ sub: expect.stringMatching(/^\d{15,21}$/) as string });
    expect(await ask(["openid", "email", "profile"])).toMatchObject({
      email,
      email_verified: true,
      name: "Ada Lovelace",
      given_name: "Ada",
    });
    expect(await ask([list])).toMatchObject({ error: "insufficient_scope" });
  });

  it("signs id tokens with the key that it shows", async () => {
    const { tokens } = await connect({ nonce: "n-1" });
    const { keys } = (await (await fetch(`${google.url}/oauth2/v3/certs`)).json()) as { keys: JsonWebKey[] };
    const [head, payload, signature] = tokens.id_token!.split(".") as [string, string, string];
    const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
    const key = await crypto.subtle.importKey("jwk", keys[0]!, algorithm, false, ["verify"]);
    const text = Buffer.from(`${head}.${payload}`);
    expect(await crypto.subtle.verify(algorithm.name, key, Buffer.from(signature, "base64url"), text)).toBe(true);
    expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toMatchObject({ email, nonce: "n-1" });
  });

  it("never lets a token into the log", async () => {
    const { client, tokens } = await connect();
    await client.oauth.refreshAccessToken();
    const log = JSON.stringify(google.requests);
    for (const secret of [tokens.access_token, tokens.refresh_token, google.env.GOOGLE_CLIENT_SECRET]) {
      expect(log).not.toContain(secret);
    }
    expect(log).toContain("[hidden]");
  });
});

describe("the page of consent", () => {
  it("lets a person choose the account and the scopes, without a script", async () => {
    google.addAccount({ email: "grace@example.com" });
    const { oauth } = officialClient(google);
    const url = oauth.generateAuthUrl({ scope: [events, list, "email"], state: "<s>", access_type: "offline" });
    const page = await (await fetch(url)).text();
    expect(page).toContain("a local stand-in for Google");
    expect(page).not.toContain("<script");
    expect(page.match(/type="radio"/g)).toHaveLength(2);
    expect(page.match(/type="checkbox"/g)).toHaveLength(2);
    const send = async (fields: Record<string, string>) => {
      const answer = await fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
      return new URL(answer.headers.get("location")!).searchParams;
    };
    const allowed = await send({ account: "grace@example.com", scope: list, decision: "allow" });
    expect(allowed.get("scope")).toBe(`${list} https://www.googleapis.com/auth/userinfo.email`);
    expect(allowed.get("state")).toBe("<s>");
    expect((await send({ decision: "cancel" })).get("error")).toBe("access_denied");
  });
});
