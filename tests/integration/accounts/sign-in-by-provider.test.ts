import { and, eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startSignIn } from "../../support/emulated-sign-in";
import { unique } from "../../support/unique";

const person = (name: string, given = {}) => ({
  name,
  email: `${name.toLowerCase()}-${unique()}@example.com`,
  ...given,
});
const [ada, mei, unproven, racer, seen] = [
  person("Ada"),
  person("Mei"),
  person("Unproven", { email_verified: false }),
  person("Racer"),
  person("Seen"),
];
const { google, microsoft, stop } = await startSignIn("http://localhost:3000", [ada, mei, unproven, racer, seen]);
const { openBrowser } = await import("../../support/sign-in-pages");
const { createUser, signIn } = await import("../../support/factories");
const { db } = await import("~db/client");
const { auditLog, notifications, oauthStates, userIdentities, users } = await import("~db/schema");

afterAll(stop);
beforeEach(() => {
  for (const { door } of [google, microsoft]) Object.assign(door, { tokens: [], infos: [], asked: [] });
});

describe("the way to a provider", () => {
  it.each(["google", "microsoft"] as const)(
    "asks %s with PKCE, a new state, and our registered address",
    async (name) => {
      const { to, status, headers } = await openBrowser().open(`/auth/${name}`);
      const asked = new URL(to);
      expect(status).toBe(302);
      expect(Object.fromEntries(asked.searchParams)).toMatchObject({
        response_type: "code",
        client_id: "meridian",
        redirect_uri: `http://localhost:3000/auth/${name}/callback`,
        code_challenge: expect.stringMatching(/^[\w-]{43}$/),
        code_challenge_method: "S256",
        state: expect.stringMatching(/^[\w-]{43}$/),
        prompt: "select_account",
        scope: expect.stringMatching(/^openid/),
      });
      expect(headers.getSetCookie().join()).toMatch(/^sign-in=.*; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
      expect((await openBrowser().open(`/auth/${name}`)).to).not.toContain(asked.searchParams.get("state"));
    },
  );

  it("keeps neither the state nor the verifier in the clear", async () => {
    const state = new URL((await openBrowser().open("/auth/google")).to).searchParams.get("state")!;
    const rows = await db.select().from(oauthStates);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(state);
  });
});

describe("somebody new", () => {
  it("gets an account, proven where Google says so, and goes on to name a workspace", async () => {
    const browser = openBrowser();
    const back = await browser.signIn("/auth/google?timezone=Asia/Kolkata", google, ada.email);
    expect([back.status, back.to]).toEqual([303, "/booking/workspaces/new"]);
    expect(await browser.notice()).toBe("Your account is ready.");
    expect(await account(ada.email)).toMatchObject({
      name: "Ada",
      timezone: "Asia/Kolkata",
      passwordHash: null,
      emailVerifiedAt: expect.any(Date),
    });
    const { door } = google;
    expect(door.asked.find(({ path }) => path === "/oauth2/token")?.form.get("code_verifier")).toMatch(/^[\w-]{43}$/);
    expect(await mailsTo(ada.email)).toEqual([]);
    expect(await lines(ada.email)).toEqual(
      ["account.created", "account.verified", "account.identity_linked", "account.signed_in"].sort(),
    );
  });

  it("goes on to the invitation that they came from", async () => {
    const back = await openBrowser().signIn("/auth/google?to=%2Finvite%2Fabc", google, mei.email);
    expect(back.to).toBe("/invite/abc");
  });

  it.each([
    ["google", unproven],
    ["microsoft", person("Nobody")],
  ] as const)("proves the address by our own mail where %s does not", async (name, { email }) => {
    const provider = name === "google" ? google : microsoft;
    if (name === "microsoft") provider.door.infos.push(info({ sub: unique(), email, email_verified: true }));
    const browser = openBrowser();
    await browser.signIn(`/auth/${name}`, provider, unproven.email);
    expect(await browser.notice()).toContain(`A mail to ${email} asks you to verify the address. Its time zone is UTC`);
    expect((await account(email))?.emailVerifiedAt).toBeNull();
    expect(await mailsTo(email)).toEqual(["verify_email"]);
  });

  it("is told what to do where the provider tells no address", async () => {
    microsoft.door.infos.push(info({ sub: unique(), name: "Ada" }));
    const browser = openBrowser();
    expect((await browser.signIn("/auth/microsoft", microsoft, seen.email)).to).toBe("/signup");
    expect(await browser.notice()).toContain("Microsoft tells us no email address of yours.");
  });

  it("gets one account, however often they come back at the same moment", async () => {
    const comers = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const browser = openBrowser();
        return { browser, back: await browser.leave("/auth/google", google, racer.email) };
      }),
    );
    const answers = await Promise.all(comers.map(({ browser, back }) => browser.open(back)));
    expect(answers.map(({ to }) => to).sort()).toEqual(["/booking", "/booking", "/booking", "/booking/workspaces/new"]);
    expect(await db.$count(users, eq(users.email, racer.email))).toBe(1);
  });
});

describe("somebody known", () => {
  it("is told by the provider's subject, whatever the address is by now", async () => {
    await openBrowser().signIn("/auth/google", google, seen.email);
    const { id } = (await account(seen.email))!;
    await db
      .update(users)
      .set({ email: `moved-${seen.email}` })
      .where(eq(users.id, id));
    await createUser({ email: seen.email });
    const { subject } = await identity(id);
    google.door.infos.push(info({ sub: subject, email: `changed-${seen.email}` }));
    const browser = openBrowser();
    expect((await browser.signIn("/auth/google", google, seen.email)).to).toBe("/booking");
    expect((await browser.open("/booking/settings/password")).body).toMatchObject({ email: `moved-${seen.email}` });
    expect(await identity(id)).toMatchObject({ subject, email: `changed-${seen.email}` });
  });

  it("gets a new session, and the one that this browser had before is over", async () => {
    const { cookie } = await signIn(await createUser());
    const browser = openBrowser(cookie);
    await browser.signIn("/auth/google", google, mei.email);
    expect(browser.session()).not.toBe(cookie);
    expect((await openBrowser(cookie).open("/booking/settings/password")).to).toMatch("/login");
    expect((await browser.open("/booking/settings/password")).body).toMatchObject({ email: mei.email });
  });

  it.each(["https://evil.example/", "//evil.example", "/\\evil.example", "/..//evil.example"])(
    "is not led away to %s",
    async (to) => {
      const back = await openBrowser().signIn(`/auth/google?to=${encodeURIComponent(to)}`, google, mei.email);
      expect(back.to).toBe("/booking");
    },
  );
});

describe("a return that is none", () => {
  it("works once", async () => {
    const browser = openBrowser();
    const back = await browser.leave("/auth/google?to=%2Finvite%2Fabc", google, mei.email);
    const kept = browser.cookies();
    await browser.open(back);
    expect(await refusalOf(openBrowser(), back)).toMatch(/^That sign-in began in another browser/);
    const copy = openBrowser(kept);
    expect(await refusalOf(copy, back)).toMatch(/or was used already/);
    expect(copy.session()).toBeUndefined();
  });

  it("is refused in another browser, and still works in its own", async () => {
    const [mine, theirs] = [openBrowser(), openBrowser()];
    const back = await mine.leave("/auth/google", google, mei.email);
    await theirs.open("/auth/google");
    for (const browser of [openBrowser(), theirs]) {
      expect(await refusalOf(browser, back)).toMatch(/^That sign-in began in another browser/);
      expect(browser.session()).toBeUndefined();
    }
    expect((await mine.open(back)).to).toBe("/booking");
  });

  it("comes too late after ten minutes", async () => {
    const browser = openBrowser();
    const back = await browser.leave("/auth/google", google, mei.email);
    await db.update(oauthStates).set({ expiresAt: new Date(Date.now() - 1) });
    expect(await refusalOf(browser, back)).toMatch(/longer than ten minutes/);
  });

  it("does not carry from one provider to the other", async () => {
    const browser = openBrowser();
    const back = await browser.leave("/auth/google", google, mei.email);
    expect(await refusalOf(browser, back.replace("/google/", "/microsoft/"))).toMatch(/or was used already/);
  });

  it("tells who said no that nothing has happened, and keeps where they wanted to go", async () => {
    const browser = openBrowser();
    const asked = new URL((await browser.open("/auth/google?to=%2Finvite%2Fabc")).to);
    const state = asked.searchParams.get("state");
    const answer = await browser.open(`/auth/google/callback?error=access_denied&state=${state}`);
    expect(answer.to).toBe("/login?to=%2Finvite%2Fabc");
    expect(await browser.notice()).toMatch(/^You did not let Google tell us who you are/);
    expect(await refusalOf(browser, `/auth/google/callback?code=x&state=${state}`)).toMatch(/^That sign-in/);
  });

  it.each([
    ["does not take our secret", { tokens: [info({ error: "invalid_client" }, 401)] }, /: invalid_client\.$/],
    ["answers what is no JSON", { tokens: [{ status: 502, body: "<html>" as never }] }, /Try again in a moment\.$/],
    ["names nobody", { infos: [info({ email: mei.email })] }, /no_subject\.$/],
    ["fails to say who it was", { infos: [info({ error: "server_error" }, 500)] }, /no_subject\.$/],
  ])("says so where the provider %s", async (_, answers, words) => {
    Object.assign(google.door, answers);
    const browser = openBrowser();
    const back = await browser.leave("/auth/google", google, mei.email);
    expect(await refusalOf(browser, back)).toMatch(words);
    expect(browser.session()).toBeUndefined();
  });

  it("is no mistake of the server's, whatever its address says", async () => {
    for (const query of ["", "?state=", "?state=x&code=y", "?error=a%00b&state=x", "?state=x&state=y"])
      expect((await openBrowser().open(`/auth/microsoft/callback${query}`)).to).toBe("/login");
  });
});

function info(body: object, status = 200) {
  return { status, body };
}

async function refusalOf(browser: ReturnType<typeof openBrowser>, back: string) {
  expect((await browser.open(back)).to).toMatch(/^\/login/);
  return browser.notice();
}

async function account(email: string) {
  const [found] = await db.select().from(users).where(eq(users.email, email));
  return found;
}

async function identity(userId: string) {
  const [found] = await db.select().from(userIdentities).where(eq(userIdentities.userId, userId));
  return found!;
}

async function mailsTo(recipient: string) {
  const sent = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.recipient, recipient)));
  return sent.map(({ kind }) => kind);
}

async function lines(email: string) {
  const { id } = (await account(email))!;
  const found = await db.select().from(auditLog).where(eq(auditLog.subjectId, id));
  return found.map(({ action }) => action).sort();
}
