import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startSignIn } from "../../support/emulated-sign-in";
import { unique } from "../../support/unique";

const password = "correct horse battery";
const { google, microsoft, stop } = await startSignIn("http://localhost:3000", [
  { name: "Mei Lin", email: "mei@example.com" },
]);
const { openBrowser } = await import("../../support/sign-in-pages");
const { createUser, signIn } = await import("../../support/factories");
const { db } = await import("~db/client");
const { auditLog, notifications, oauthStates, userIdentities, users } = await import("~db/schema");
const { endSessions } = await import("~/domain/accounts/end-sessions.server");
const { requestReset, resetPassword } = await import("~/domain/accounts/reset-password.server");
const { listSessions } = await import("~/domain/accounts/sessions.server");

const settings = "/booking/settings/password";
const page = "/auth/link";

afterAll(stop);
beforeEach(() => {
  for (const { door } of [google, microsoft]) Object.assign(door, { tokens: [], infos: [] });
});

type Provider = "google" | "microsoft";
type Browser = ReturnType<typeof openBrowser>;

/** Comes back from a provider that says this. */
async function comeBack(
  browser: Browser,
  told: { sub: string; email?: string },
  name: Provider = "google",
  query = "",
) {
  const provider = { google, microsoft }[name];
  provider.door.infos.push({ status: 200, body: { email_verified: true, name: "Mei Lin", ...told } });
  return browser.signIn(`/auth/${name}${query}`, provider, "mei@example.com");
}

async function signedIn(given: Parameters<typeof createUser>[0] = { password }) {
  const user = await createUser(given);
  const { cookie } = await signIn(user);
  return { user, cookie, browser: openBrowser(cookie) };
}

describe("an unknown sign-in with the address of an account", () => {
  it("opens nothing before the password was given, which it asks for once", async () => {
    const user = await createUser({ password, emailVerifiedAt: null });
    const told = { sub: unique(), email: user.email.toUpperCase() };
    const browser = openBrowser();
    expect((await comeBack(browser, told, "google", "?to=%2Finvite%2Fabc")).to).toBe(page);
    expect([browser.session(), await ways(user)]).toEqual([undefined, []]);
    expect((await browser.open(page)).body).toMatchObject({ email: user.email, hasPassword: true, isSignedIn: false });
    const wrong = await browser.send(page, { password: "not the right one" });
    expect([wrong.status, wrong.text]).toEqual([401, expect.stringContaining("not the password of this account")]);
    expect([browser.session(), await ways(user)]).toEqual([undefined, []]);
    const right = await browser.send(page, { password });
    expect([right.status, right.to]).toEqual([303, "/invite/abc"]);
    expect((await browser.open(settings)).body).toMatchObject({ email: user.email });
    const again = openBrowser();
    expect((await comeBack(again, { ...told, email: "elsewhere@example.com" })).to).toBe("/booking");
    expect((await again.open(settings)).body).toMatchObject({ email: user.email });
    expect(await lines(user)).toEqual(
      ["account.identity_linked", "account.signed_in", "account.signed_in", "account.verified"].sort(),
    );
  });

  it("waits in one browser, for ten minutes, and is taken once", async () => {
    const user = await createUser({ password });
    const browser = openBrowser();
    await comeBack(browser, { sub: unique(), email: user.email });
    expect((await openBrowser().send(page, { password })).to).toBe("/login");
    const copy = openBrowser(browser.cookies());
    const answers = await Promise.all([browser, copy].map((each) => each.send(page, { password })));
    expect(answers.map(({ to }) => to).sort()).toEqual(["/booking", "/login"]);
    expect(await ways(user)).toHaveLength(1);
    const late = openBrowser();
    await comeBack(late, { sub: unique(), email: user.email });
    await db.update(oauthStates).set({ expiresAt: new Date(Date.now() - 1) });
    expect((await late.open(page)).to).toBe("/login");
    expect((await late.send(page, { password })).to).toBe("/login");
    expect(await ways(user)).toHaveLength(1);
  });

  it("is sent to the other provider where the account has no password, and links nothing without one", async () => {
    const email = `ada-${unique()}@example.com`;
    await comeBack(openBrowser(), { sub: unique(), email });
    const [user] = await db.select().from(users).where(eq(users.email, email));
    const browser = openBrowser();
    expect((await comeBack(browser, { sub: unique(), email }, "microsoft")).to).toBe(page);
    expect((await browser.open(page)).body).toMatchObject({ hasPassword: false, otherWays: ["google"] });
    for (const given of ["", password]) expect((await browser.send(page, { password: given })).to).toBe(page);
    expect([browser.session(), (await ways(user!)).length]).toEqual([undefined, 1]);
  });
});

describe("linking in the settings", () => {
  it("asks for the password, and keeps the session", async () => {
    const { user, cookie, browser } = await signedIn();
    const sub = unique();
    expect((await comeBack(browser, { sub, email: "mei@elsewhere.example" }, "microsoft", "?link=yes")).to).toBe(page);
    expect(await ways(user)).toEqual([]);
    expect((await browser.open(page)).body).toMatchObject({ there: "mei@elsewhere.example", isSignedIn: true });
    expect((await browser.send(page, {})).status).toBe(401);
    expect((await browser.send(page, { password })).to).toBe(settings);
    expect(browser.session()).toBe(cookie);
    expect((await browser.open(settings)).body).toMatchObject({
      identities: [{ provider: "microsoft", email: "mei@elsewhere.example" }],
    });
    expect((await comeBack(browser, { sub }, "microsoft", "?link=yes")).to).toBe(settings);
    expect(await browser.notice()).toBe("This Microsoft account is linked already.");
  });

  it("takes one press where there is no password", async () => {
    const { user, browser } = await signedIn({});
    await comeBack(browser, { sub: unique() }, "google", "?link=yes");
    expect((await browser.send(page, {})).to).toBe(settings);
    expect(await ways(user)).toHaveLength(1);
  });

  it("leads who is not signed in to do so first", async () => {
    expect((await openBrowser().open("/auth/google?link=yes")).to).toBe("/login?to=%2Fbooking%2Fsettings%2Fpassword");
  });

  it("ends with the session that began it", async () => {
    const { user, cookie, browser } = await signedIn();
    const back = await browser.leave("/auth/google?link=yes", google, "mei@example.com");
    const stranger = await signIn(await createUser());
    const other = openBrowser(browser.cookies().replace(cookie, stranger.cookie));
    expect((await other.open(back)).to).toBe("/login");
    await browser.open(back);
    expect((await browser.open(page)).status).toBe(200);
    for (const { id } of await listSessions(user.id, Date.now()))
      await endSessions({ userId: user.id, which: { only: id } });
    expect((await browser.send(page, { password })).to).toBe("/login");
    expect(await ways(user)).toEqual([]);
  });

  it("takes no sign-in from another account", async () => {
    const told = { sub: unique(), email: `ada-${unique()}@example.com` };
    const { user, browser } = await signedIn();
    await comeBack(browser, { ...told, email: user.email }, "google", "?link=yes");
    await comeBack(openBrowser(), told);
    expect((await browser.send(page, { password })).to).toBe(settings);
    expect(await browser.notice()).toMatch(/signs in to another account here/);
    await comeBack(browser, told, "google", "?link=yes");
    expect(await browser.notice()).toMatch(/signs in to another account here/);
    expect(await ways(user)).toEqual([]);
  });
});

describe("unlinking", () => {
  it("leaves one way in, also when two are taken off at once", async () => {
    const email = `ada-${unique()}@example.com`;
    const browser = openBrowser();
    await comeBack(browser, { sub: unique(), email });
    await comeBack(browser, { sub: unique() }, "microsoft", "?link=yes");
    await browser.send(page, {});
    const [user] = await db.select().from(users).where(eq(users.email, email));
    const both = await ways(user!);
    expect(both).toHaveLength(2);
    await Promise.all(both.map((way) => browser.send("/booking/settings/unlink", way)));
    const [left, ...none] = await ways(user!);
    expect([left, none]).toEqual([expect.anything(), []]);
    await browser.send("/booking/settings/unlink", left!);
    expect(await browser.notice()).toMatch(/^This is the only way/);
    expect((await lines(user!)).filter((each) => each === "account.identity_unlinked")).toHaveLength(1);
  });

  it("touches nobody else's, and takes any nonsense", async () => {
    const { user, browser } = await signedIn();
    await comeBack(browser, { sub: unique() }, "google", "?link=yes");
    await browser.send(page, { password });
    const [way] = await ways(user);
    const other = await signedIn();
    for (const fields of [way!, { provider: "x", subject: "y" }, { provider: "google", subject: "\0" }, {}])
      expect((await other.browser.send("/booking/settings/unlink", fields as Record<string, string>)).to).toBe(
        settings,
      );
    expect(await ways(user)).toHaveLength(1);
    await browser.send("/booking/settings/unlink", way!);
    expect(await ways(user)).toEqual([]);
  });
});

describe("an account without a password", () => {
  it("takes no password, and gets one by mail; its sign-in stays where its address was proven", async () => {
    const email = `ada-${unique()}@example.com`;
    const browser = openBrowser();
    await comeBack(browser, { sub: unique(), email });
    expect((await browser.open(settings)).body).toMatchObject({ hasPassword: false });
    for (const given of ["", password])
      expect((await openBrowser().send("/login", { email, password: given })).status).toBe(401);
    const fields = { currentPassword: password, newPassword: "a new long password" };
    expect((await browser.send(settings, fields)).status).toBe(400);
    await setPassword(email);
    expect((await openBrowser().send("/login", { email, password })).status).toBe(303);
    const [user] = await db.select().from(users).where(eq(users.email, email));
    expect(await ways(user!)).toHaveLength(1);
  });

  it("loses a sign-in whose address was not proven to whoever reads its mail", async () => {
    const email = `ada-${unique()}@example.com`;
    const told = { sub: unique(), email };
    await comeBack(openBrowser(), told, "microsoft");
    await setPassword(email);
    const [user] = await db.select().from(users).where(eq(users.email, email));
    expect(await ways(user!)).toEqual([]);
    expect((await comeBack(openBrowser(), told, "microsoft")).to).toBe(page);
  });
});

async function setPassword(email: string) {
  await requestReset(email, "en", Date.now());
  const wanted = and(eq(notifications.recipient, email), eq(notifications.kind, "reset_password"));
  const [mail] = await db.select().from(notifications).where(wanted);
  expect(await resetPassword(String(mail?.payload.token), password, Date.now())).toEqual({ ok: true });
}

function ways({ id }: { id: string }) {
  const { provider, subject } = userIdentities;
  return db.select({ provider, subject }).from(userIdentities).where(eq(userIdentities.userId, id));
}

async function lines({ id }: { id: string }) {
  const mine = and(eq(auditLog.subjectId, id), isNull(auditLog.workspaceId));
  return (await db.select().from(auditLog).where(mine)).map(({ action }) => action).sort();
}
