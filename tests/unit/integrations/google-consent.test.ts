import { createHash, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { googleProvider } from "~/integrations/google.server";
import { email, failureOf, redirectUri, useGoogle, valueOf, wishes } from "./google-account";

const { google, provider, access, account, env } = await useGoogle();

const base = [
  "https://www.googleapis.com/auth/calendar.calendarlist.readonly",
  "https://www.googleapis.com/auth/calendar.events",
];
const contacts = "https://www.googleapis.com/auth/contacts";

const verifier = randomBytes(32).toString("base64url");
const challenge = createHash("sha256").update(verifier).digest("base64url");

/** Goes to Google as a browser would, and brings back what its address says. */
async function consent(wish = wishes) {
  const address = provider.authorizeUrl({ redirectUri, state: "s1", challenge, wishes: wish, email });
  const answer = await fetch(address, { redirect: "manual" });
  const back = new URL(answer.headers.get("location")!);
  expect(back.origin + back.pathname).toBe(redirectUri);
  expect(back.searchParams.get("state")).toBe("s1");
  return back.searchParams.get("code")!;
}

const exchange = (code: string, by = verifier) => provider.exchange({ code, verifier: by, redirectUri });

describe("a consent", () => {
  it("brings tokens and the scopes that were granted", async () => {
    google.consent({ email });
    const before = Date.now();
    const grant = valueOf(await exchange(await consent()));
    expect(grant.scopes).toEqual(expect.arrayContaining(base));
    expect(provider.missing(grant.scopes, wishes)).toEqual([]);
    expect(grant.refreshToken).toEqual(expect.any(String));
    expect(grant.expiresAt).toBeGreaterThan(before + 3_500_000);
    expect(grant.expiresAt).toBeLessThan(Date.now() + 3_700_000);
    expect(valueOf(await provider.identify(grant.accessToken))).toMatchObject({ email, subject: account().sub });
  });

  it("brings a refresh token also the second time", async () => {
    for (const time of ["first", "second"]) {
      google.consent({ email });
      expect(valueOf(await exchange(await consent())).refreshToken, time).toEqual(expect.any(String));
    }
  });

  it("asks for contacts only where they are wished for", () => {
    const scopesOf = (wish: typeof wishes) =>
      new URL(provider.authorizeUrl({ redirectUri, state: "s", challenge, wishes: wish })).searchParams.get("scope");
    expect(scopesOf(wishes)).not.toContain("contacts");
    expect(scopesOf({ searchContacts: true, saveContacts: false })).toContain(`${contacts}.readonly`);
    expect(scopesOf({ searchContacts: false, saveContacts: true })?.split(" ")).toContain(contacts);
  });

  it("may grant less than was asked for", async () => {
    google.consent({ email, scopes: ["openid", "email", "calendar.events"] });
    const { scopes } = valueOf(await exchange(await consent({ searchContacts: true, saveContacts: true })));
    expect(provider.missing(scopes, wishes)).toEqual(["see the list of your calendars"]);
    expect(provider.missing(scopes, { searchContacts: true, saveContacts: true })).toEqual([
      "see the list of your calendars",
      "search your contacts",
      "save new contacts",
    ]);
    expect(provider.allowed(scopes)).toEqual({ searchContacts: false, saveContacts: false });
  });

  it("to more is enough for less", () => {
    expect(provider.missing(["https://www.googleapis.com/auth/calendar"], wishes)).toEqual([]);
    expect(provider.allowed([contacts])).toEqual({ searchContacts: true, saveContacts: true });
    expect(provider.allowed([`${contacts}.other.readonly`])).toEqual({ searchContacts: true, saveContacts: false });
    expect(provider.missing(["https://www.googleapis.com/auth/calendar.readonly"], wishes)).toHaveLength(1);
  });

  it("is worth nothing with another verifier, or a second time", async () => {
    google.consent({ email });
    google.consent({ email });
    const stolen = failureOf(await exchange(await consent(), "another-verifier"));
    expect(stolen.kind).toBe("reconnect");
    expect(stolen.said).not.toContain("another-verifier");
    const code = await consent();
    valueOf(await exchange(code));
    const again = failureOf(await exchange(code));
    expect(again.kind).toBe("reconnect");
    expect(again.said).not.toContain(code);
  });
});

describe("a refresh", () => {
  const scopes = ["openid", "email", "calendar.events"];

  it("brings a new access token, and leaves the refresh token as it is", async () => {
    const { refreshToken } = google.grant({ email, scopes });
    const grant = valueOf(await provider.refresh(refreshToken));
    expect(grant.refreshToken).toBeNull();
    expect(valueOf(await provider.identify(grant.accessToken))).toMatchObject({ email });
  });

  it("asks for a new consent once access was taken away", async () => {
    const { refreshToken } = google.grant({ email, scopes });
    account().revokeAccess();
    const failure = failureOf(await provider.refresh(refreshToken));
    expect(failure).toEqual({
      kind: "reconnect",
      said: "Google said 400: invalid_grant, Token has been expired or revoked.",
    });
  });

  it.each([
    [{ status: 503 }, "later"],
    [{ status: 429, reason: "rate_limit_exceeded" }, "later"],
    [{ status: 400, reason: "internal_failure" }, "later"],
    [{ kind: "dropped" } as const, "later"],
    [{ kind: "malformed" } as const, "later"],
    [{ status: 401, reason: "invalid_client" }, "operator"],
    [{ status: 400, reason: "redirect_uri_mismatch" }, "operator"],
    [{ status: 400, reason: "invalid_grant" }, "reconnect"],
  ])("that meets %j is for %s", async (fault, kind) => {
    const { refreshToken } = google.grant({ email, scopes });
    google.fail("token", fault);
    expect(failureOf(await provider.refresh(refreshToken)).kind).toBe(kind);
  });

  it("with a wrong secret is the operator's matter, and does not tell the secret", async () => {
    const { refreshToken } = google.grant({ email, scopes });
    const other = googleProvider({ ...env, GOOGLE_CLIENT_SECRET: "not-the-secret" });
    const failure = failureOf(await other.refresh(refreshToken));
    expect(failure.kind).toBe("operator");
    google.fail("token", { status: 400, reason: "invalid_request", message: `not-the-secret ${refreshToken}` });
    const { said } = failureOf(await other.refresh(refreshToken));
    expect(said).not.toContain("not-the-secret");
    expect(said).not.toContain(refreshToken);
  });
});

describe("the end of a grant", () => {
  it("takes the access away, and is reached also where it was gone", async () => {
    const { accessToken, refreshToken } = google.grant({ email, scopes: ["openid", "email"] });
    expect(valueOf(await provider.revoke(refreshToken))).toBeNull();
    expect(failureOf(await provider.identify(accessToken)).kind).toBe("unauthorized");
    expect(valueOf(await provider.revoke(refreshToken))).toBeNull();
  });

  it("is tried again where Google stumbles", async () => {
    google.fail("revoke", { status: 500 });
    expect(failureOf(await provider.revoke("1//x")).kind).toBe("later");
  });
});

describe("who it is", () => {
  it("is not told by an address that Google has not verified, or not given", async () => {
    expect(failureOf(await provider.identify(access(["openid"]))).kind).toBe("refused");
    for (const claims of [{ email_verified: false }, {}]) {
      const said = encodeURIComponent(JSON.stringify({ sub: "1", email, ...claims }));
      const other = googleProvider({ ...env, GOOGLE_USERINFO_URL: `data:application/json,${said}` });
      expect(failureOf(await other.identify("a-token")).kind).toBe("refused");
    }
  });

  it("is not told by a token that has ended", async () => {
    const token = access();
    google.clock.advance(2 * 3_600_000);
    const failure = failureOf(await provider.identify(token));
    expect(failure.kind).toBe("unauthorized");
    expect(failure.said).not.toContain(token);
  });
});
