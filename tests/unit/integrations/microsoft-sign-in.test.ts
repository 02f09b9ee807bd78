import { createHash } from "node:crypto";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { addHost, startMicrosoft } from "./microsoft-account";

const { fake, provider } = await startMicrosoft();
afterEach(() => fake.reset());
afterAll(() => fake.stop());

const redirectUri = "https://meridian.example/api/v1/booking/calendars/callback/microsoft";
const verifier = "a-verifier-that-is-long-enough-to-be-taken-for-one";
const challenge = createHash("sha256").update(verifier).digest("base64url");
const wishes = { searchContacts: false, saveContacts: false };

async function consent(more: Partial<Parameters<typeof provider.authorizeUrl>[0]> = {}) {
  const url = provider.authorizeUrl({ redirectUri, state: "state-1", challenge, wishes, ...more });
  const answer = await fetch(url, { redirect: "manual" });
  return new URL(answer.headers.get("location")!).searchParams;
}

describe("signing in to Microsoft", () => {
  it("asks for consent of any organisation's account, with a choice of accounts and a proof key", () => {
    const ask = { redirectUri, state: "state-1", challenge, wishes, email: "ada@contoso.example" };
    const url = new URL(provider.authorizeUrl(ask));
    expect(url.pathname).toBe("/common/oauth2/v2.0/authorize");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: fake.env.MICROSOFT_CLIENT_ID,
      response_type: "code",
      response_mode: "query",
      redirect_uri: redirectUri,
      scope: "offline_access openid email profile User.Read Calendars.ReadWrite",
      state: "state-1",
      code_challenge: challenge,
      code_challenge_method: "S256",
      prompt: "select_account",
      login_hint: "ada@contoso.example",
    });
  });

  it("asks for contacts only where the host wishes so", () => {
    const scopesOf = (asked: typeof wishes) =>
      new URL(provider.authorizeUrl({ redirectUri, state: "s", challenge, wishes: asked })).searchParams.get("scope");
    expect(scopesOf({ searchContacts: true, saveContacts: false })).toMatch(/ Contacts\.Read People\.Read$/);
    expect(scopesOf({ searchContacts: false, saveContacts: true })).toMatch(/ Contacts\.ReadWrite$/);
  });

  it("turns a code into tokens, once and with its verifier alone", async () => {
    fake.addAccount({ email: "ada@contoso.example" });
    fake.consent({ email: "ada@contoso.example" });
    const code = (await consent()).get("code")!;
    const wrong = await provider.exchange({ code, verifier: "another-one", redirectUri });
    expect(wrong).toMatchObject({ ok: false, failure: { kind: "reconnect" } });
    const before = Date.now();
    const granted = await provider.exchange({ code, verifier, redirectUri });
    if (!granted.ok) throw new Error(granted.failure.said);
    expect(granted.value.refreshToken).toMatch(/./);
    expect(granted.value.expiresAt).toBeGreaterThanOrEqual(before + 3_600_000);
    expect(provider.missing(granted.value.scopes, wishes)).toEqual([]);
    const replayed = await provider.exchange({ code, verifier, redirectUri });
    expect(replayed).toMatchObject({ ok: false, failure: { kind: "reconnect" } });
    const identity = await provider.identify(granted.value.accessToken);
    expect(identity).toMatchObject({ ok: true, value: { email: "ada@contoso.example" } });
    expect(fake.complaints).toEqual([]);
  });

  it("gives each refresh's new refresh token, also where the one before opens no more", async () => {
    fake.oldRefreshTokens = "dead";
    const { refresh } = addHost(fake);
    const first = await provider.refresh(refresh);
    if (!first.ok) throw new Error(first.failure.said);
    expect(first.value.refreshToken).not.toBe(refresh);
    const second = await provider.refresh(first.value.refreshToken!);
    expect(second).toMatchObject({ ok: true, value: { refreshToken: expect.any(String) as string } });
    expect(await provider.refresh(refresh)).toMatchObject({ ok: false, failure: { kind: "reconnect" } });
  });

  it.each([
    [{ status: 400, code: "invalid_grant" }, { kind: "reconnect" }],
    [{ status: 400, code: "interaction_required" }, { kind: "reconnect" }],
    [{ status: 400, code: "consent_required" }, { kind: "reconnect" }],
    [{ status: 401, code: "invalid_client" }, { kind: "operator" }],
    [{ status: 400, code: "unauthorized_client" }, { kind: "operator" }],
    [{ status: 400, code: "temporarily_unavailable" }, { kind: "later" }],
    [{ status: 400, code: "invalid_scope" }, { kind: "refused" }],
    [
      { status: 429, retryAfter: 7 },
      { kind: "later", retryAfter: 7_000 },
    ],
    [{ status: 503 }, { kind: "later" }],
    [{ kind: "dropped" }, { kind: "later" }],
    [{ kind: "malformed" }, { kind: "later" }],
  ] as const)("takes %j for %j", async (fault, failure) => {
    const { refresh } = addHost(fake);
    fake.fail("token", fault);
    expect(await provider.refresh(refresh)).toMatchObject({ ok: false, failure });
  });

  it("never goes by the numbers and the texts, which may change", async () => {
    const { refresh } = addHost(fake);
    fake.fail("token", { status: 400, code: "invalid_grant", message: "AADSTS7000222: invalid_client, 503" });
    expect(await provider.refresh(refresh)).toMatchObject({ ok: false, failure: { kind: "reconnect" } });
  });

  it("says no secret, whatever Microsoft says", async () => {
    const { refresh } = addHost(fake);
    const secret = fake.env.MICROSOFT_CLIENT_SECRET;
    fake.fail("token", { status: 400, code: "invalid_grant", message: `${refresh} with ${secret} is no good.` });
    const refused = await provider.refresh(refresh);
    if (refused.ok) throw new Error("It was taken.");
    expect(refused.failure.said).toContain("is no good.");
    expect(refused.failure.said).not.toContain(refresh);
    expect(refused.failure.said).not.toContain(secret);
    expect(refused.failure.said).not.toMatch(/Trace ID/);
  });

  it("has nothing to end at Microsoft", async () => {
    expect(await provider.revoke("a token")).toEqual({ ok: true, value: null });
    expect(fake.requests).toEqual([]);
  });
});
