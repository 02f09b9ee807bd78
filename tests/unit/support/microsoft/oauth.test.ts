import { createHash, createPublicKey, type JsonWebKey, verify } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { type FakeMicrosoft, startFakeMicrosoft } from "../../../support/microsoft";
import { all, graphOf } from "./graph-call";

const client = { id: "an-app", secret: "its secret", redirectUris: ["https://app.example/back"] };
const microsoft: FakeMicrosoft = await startFakeMicrosoft({ clients: [client] });
afterAll(() => microsoft.stop());

const verifier = "a-verifier-that-is-long-enough-for-everybody-who-reads-it";
const email = "maya@contoso.example";
const asked = {
  client_id: client.id,
  response_type: "code",
  redirect_uri: client.redirectUris[0]!,
  scope: "openid profile email offline_access User.Read Calendars.ReadWrite",
  state: "a state",
  nonce: "a nonce",
  code_challenge: createHash("sha256").update(verifier).digest("base64url"),
  code_challenge_method: "S256",
};

async function authorize(change: Record<string, string> = {}) {
  const query = new URLSearchParams({ ...asked, ...change });
  const answer = await fetch(`${microsoft.url}/common/oauth2/v2.0/authorize?${query}`, { redirect: "manual" });
  const location = answer.headers.get("location");
  return { status: answer.status, text: await answer.text(), back: location === null ? null : new URL(location) };
}

async function token(form: Record<string, string>) {
  const body = new URLSearchParams({ client_id: client.id, client_secret: client.secret, ...form });
  const answer = await fetch(`${microsoft.url}/common/oauth2/v2.0/token`, { method: "POST", body });
  return { status: answer.status, body: await answer.json() };
}

const redeem = (code: string, change: Record<string, string> = {}) =>
  token({
    grant_type: "authorization_code",
    code,
    redirect_uri: asked.redirect_uri,
    code_verifier: verifier,
    ...change,
  });

const refresh = (refresh_token: string, change = {}) =>
  token({ grant_type: "refresh_token", refresh_token, ...change });

async function connect() {
  microsoft.consent({ email });
  const { back } = await authorize();
  return (await redeem(back!.searchParams.get("code")!)).body;
}

describe("authorisation", () => {
  beforeEach(() => {
    microsoft.reset();
    microsoft.addAccount({ email, name: "Maya Lin", id: "11111111-2222-4333-8444-555555555555" });
  });

  it("leads from a consent to tokens of the usual shape", async () => {
    const tokens = await connect();
    expect(tokens).toMatchObject({ token_type: "Bearer", scope: "openid profile email User.Read Calendars.ReadWrite" });
    expect(tokens.expires_in).toBeGreaterThanOrEqual(3600);
    expect((await connect()).expires_in).not.toBe(tokens.expires_in);
    const me = await fetch(`${microsoft.url}/v1.0/me`, { headers: { authorization: `Bearer ${tokens.access_token}` } });
    expect(await me.json()).toMatchObject({ mail: email, userPrincipalName: email, displayName: "Maya Lin" });
    expect(JSON.stringify(microsoft.requests)).not.toContain(tokens.access_token);
    expect(JSON.stringify(microsoft.requests)).not.toContain(tokens.refresh_token);
    expect(microsoft.complaints).toEqual([]);
  });

  it("signs an id token that its keys verify, with a subject that is not the directory's id", async () => {
    const { id_token, access_token } = await connect();
    const [head, claims, signature] = (id_token as string).split(".");
    const { jwks_uri } = await (await fetch(`${microsoft.url}/common/v2.0/.well-known/openid-configuration`)).json();
    const { keys } = (await (await fetch(jwks_uri)).json()) as { keys: JsonWebKey[] };
    const key = createPublicKey({ key: keys[0]!, format: "jwk" });
    expect(verify("RSA-SHA256", Buffer.from(`${head}.${claims}`), key, Buffer.from(signature!, "base64url"))).toBe(
      true,
    );
    const read = JSON.parse(Buffer.from(claims!, "base64url").toString());
    expect(read).toMatchObject({
      aud: client.id,
      nonce: "a nonce",
      email,
      oid: "11111111-2222-4333-8444-555555555555",
    });
    const headers = { authorization: `Bearer ${access_token}` };
    const profile = await (await fetch(`${microsoft.url}/oidc/userinfo`, { headers })).json();
    expect(profile).toMatchObject({ sub: read.sub, email, name: "Maya Lin" });
    expect(read.sub).not.toBe(read.oid);
  });

  it("comes back with the state when somebody cancels, or may not agree", async () => {
    microsoft.consent({ email, deny: true });
    const cancelled = (await authorize()).back!.searchParams;
    expect([cancelled.get("error"), cancelled.get("error_subcode"), cancelled.get("state")]).toEqual([
      "access_denied",
      "cancel",
      "a state",
    ]);
    microsoft.consent({ email, deny: "admin_needed" });
    const blocked = (await authorize()).back!.searchParams;
    expect(blocked.get("error_description")).toContain("AADSTS90094");
    expect((await authorize({ prompt: "none" })).back!.searchParams.get("error")).toBe("interaction_required");
  });

  it.each([
    ["an unknown app", { client_id: "another" }],
    ["an address that isn't registered", { redirect_uri: "https://app.example/back/" }],
    ["a plain challenge", { code_challenge_method: "plain" }],
    ["a scope that Graph hasn't", { scope: "Calendars.Everything" }],
    ["a parameter of Google's", { access_type: "offline" }],
    ["a token in the address", { response_type: "token" }],
  ])("is refused on its own page for %s", async (_, change) => {
    microsoft.consent({ email });
    expect(await authorize(change)).toMatchObject({ status: 400, back: null });
  });

  it("takes a code once, within ten minutes, from the one who asked", async () => {
    const code = async () => {
      microsoft.consent({ email });
      return (await authorize()).back!.searchParams.get("code")!;
    };
    const refused = { status: 400, body: { error: "invalid_grant" } };
    const first = await code();
    expect((await redeem(first)).status).toBe(200);
    expect(await redeem(first)).toMatchObject(refused);
    expect(await redeem(await code(), { code_verifier: "another-verifier" })).toMatchObject(refused);
    expect(await redeem(await code(), { redirect_uri: "https://app.example/" })).toMatchObject(refused);
    expect(await redeem(await code(), { client_secret: "wrong" })).toMatchObject({
      status: 401,
      body: { error: "invalid_client" },
    });
    const late = await code();
    microsoft.clock.advance(600_001);
    expect(await redeem(late)).toMatchObject({
      ...refused,
      body: { error_codes: [70008], correlation_id: expect.any(String) },
    });
  });

  it("gives a new refresh token each time, and the old one works or not", async () => {
    const { refresh_token: first } = await connect();
    const second = await refresh(first);
    expect(second.body.refresh_token).toBeTruthy();
    expect(second.body.refresh_token).not.toBe(first);
    expect((await refresh(first)).status).toBe(200);
    microsoft.oldRefreshTokens = "dead";
    expect((await refresh(first)).body.error).toBe("invalid_grant");
    const third = await refresh(second.body.refresh_token);
    expect(third.status).toBe(200);
    const wider = await refresh(third.body.refresh_token, { scope: "Contacts.Read" });
    expect(wider.body.error).toBe("consent_required");
  });

  it("ends by time or by being revoked", async () => {
    const { refresh_token, access_token } = await connect();
    const me = async () =>
      (await fetch(`${microsoft.url}/v1.0/me`, { headers: { authorization: `Bearer ${access_token}` } })).status;
    expect(await me()).toBe(200);
    microsoft.clock.advance(5_100_000);
    expect(await me()).toBe(401);
    expect((await refresh(refresh_token)).status).toBe(200);
    microsoft.revoke(email);
    expect((await refresh(refresh_token)).body.error).toBe("invalid_grant");
    microsoft.clock.advance(91 * 86_400_000);
    expect((await refresh((await connect()).refresh_token)).status).toBe(200);
  });

  it("gives no refresh token without offline_access, and lets nobody do more than was granted", async () => {
    microsoft.consent({ email, scopes: ["openid", "Calendars.Read"] });
    const tokens = (await redeem((await authorize()).back!.searchParams.get("code")!)).body;
    expect(tokens).not.toHaveProperty("refresh_token");
    expect(tokens.scope).toBe("openid Calendars.Read");
    const graph = graphOf(microsoft, email, ["Calendars.Read"]);
    expect((await graph("/me/calendars")).status).toBe(200);
    for (const path of ["/me", "/me/contacts", "/me/people", "/me/mailboxSettings"]) {
      expect([path, (await graph(path)).status]).toEqual([path, 403]);
    }
    expect((await graph("/me/events", { body: {} })).status).toBe(403);
    expect((await graphOf(microsoft, email, all)("/me/contacts")).status).toBe(200);
  });

  it("has a page for people, which works without JavaScript", async () => {
    microsoft.addAccount({ email: "home@outlook.example", name: "<b>Home</b>", personal: true });
    const { status, text } = await authorize({ login_hint: "home@outlook.example" });
    expect(status).toBe(200);
    expect(text).toContain("A local stand-in for Microsoft");
    expect(text).toContain("Have full access to your calendars");
    expect(text).toContain("&lt;b&gt;Home&lt;/b&gt;");
    expect(text).toMatch(/value="home@outlook.example" checked/);
    expect(text).not.toContain("<script");
    const send = async (choice: Record<string, string>) => {
      const body = new URLSearchParams({ ...asked, ...choice });
      const address = `${microsoft.url}/common/oauth2/v2.0/authorize`;
      const answer = await fetch(address, { method: "POST", body, redirect: "manual" });
      return { status: answer.status, back: new URL(answer.headers.get("location") ?? "none:").searchParams };
    };
    const cancelled = await send({ account: email, decision: "cancel" });
    expect(cancelled.back.get("error")).toBe("access_denied");
    expect((await send({ account: "nobody@example.com", decision: "accept" })).status).toBe(200);
    const accepted = await send({ account: email, decision: "accept" });
    expect(accepted.back.get("state")).toBe("a state");
    expect((await redeem(accepted.back.get("code")!)).status).toBe(200);
  });
});
