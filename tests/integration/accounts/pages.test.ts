import { and, desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { notifications, users } from "~db/schema";
import * as forgot from "~/routes/forgot";
import * as landing from "~/routes/_index";
import * as login from "~/routes/login";
import * as logout from "~/routes/logout";
import * as reset from "~/routes/reset.$token";
import * as sessions from "~/routes/booking.settings.sessions";
import * as signup from "~/routes/signup";
import * as verify from "~/routes/verify.$token";
import { createUser, signIn, unique } from "../../support/factories";
import { get, postForm } from "../../support/requests";

const password = "correct horse battery";

describe("/", () => {
  it("is a page for strangers and leads the signed-in on", async () => {
    expect((await get(landing, "/")).status).toBe(200);
    const { cookie } = await signIn(await createUser());
    expect((await get(landing, "/", { cookie })).headers.get("Location")).toBe("/booking");
  });
});

describe("/signup", () => {
  it("signs in and goes on to name a workspace", async () => {
    const answer = await postForm(signup, "/signup", person());
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/booking/workspaces/new"]);
    expect(answer.headers.getSetCookie().join()).toContain("meridian=");
  });

  it("gives back what was typed, never the password, with the error at its field", async () => {
    const { email } = await createUser();
    const answer = await postForm(signup, "/signup", { ...person(), email });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain(email);
    expect(answer.text).not.toContain(password);
    expect(answer.text).toContain('"path":"email"');
  });

  it("refuses a form of another site", async () => {
    const headers = { "Sec-Fetch-Site": "cross-site" };
    expect((await postForm(signup, "/signup", person(), { headers })).status).toBe(403);
  });
});

describe("/login", () => {
  it("goes back to where the visitor came from, and never to another site", async () => {
    const { email } = await createUser({ password });
    const to = async (query: string) =>
      (await postForm(login, `/login${query}`, { email, password })).headers.get("Location");
    expect(await to("?to=%2Fbooking%2Fsettings%3Fa%3D1")).toBe("/booking/settings?a=1");
    expect(await to("?to=https%3A%2F%2Fevil.example")).toBe("/booking");
    expect(await to("?to=%2F%2Fevil.example")).toBe("/booking");
    expect(await to("?to=%2F%5Cevil.example")).toBe("/booking");
    expect(await to("?to=%2F..%2F%2Fevil.example")).toBe("/booking");
  });

  it("goes to an address of any letters, written so that a header can carry it", async () => {
    const { email } = await createUser({ password });
    const answer = await postForm(login, "/login?to=%2Fb%C3%BCcher%2F%E2%80%A8%F0%9F%93%85", { email, password });
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/b%C3%BCcher/%E2%80%A8%F0%9F%93%85"]);
  });

  it("ends the session that this browser had before", async () => {
    const { cookie } = await signIn(await createUser());
    const { email } = await createUser({ password });
    expect((await postForm(login, "/login", { email, password }, { cookie })).status).toBe(303);
    expect((await get(sessions, "/booking/settings/sessions", { cookie })).headers.get("Location")).toMatch("/login");
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("refuses a field called %s", async (name) => {
    const fields: [string, string][] = [
      [name, "1"],
      ["email", "mei@example.com"],
      ["password", password],
    ];
    const answer = await postForm(login, "/login", fields);
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining(`“${name}”`)]);
  });

  it("keeps the address and drops the password when it is wrong", async () => {
    const { email } = await createUser({ password });
    const answer = await postForm(login, "/login", { email, password: "not the right one" });
    expect([answer.status, answer.text]).toEqual([401, expect.stringContaining(email)]);
    expect(answer.text).not.toContain("not the right one");
  });
});

describe("/logout", () => {
  it("asks on GET and ends the session on POST", async () => {
    const { cookie } = await signIn(await createUser());
    expect((await get(logout, "/logout", { cookie })).status).toBe(200);
    expect((await get(logout, "/logout", { cookie })).status).toBe(200);
    expect((await postForm(logout, "/logout", {}, { cookie })).status).toBe(303);
    expect((await get(logout, "/logout", { cookie })).headers.get("Location")).toBe("/");
  });
});

describe("/verify/{token}", () => {
  it("verifies nothing on GET, only by the button", async () => {
    const given = person();
    await postForm(signup, "/signup", given);
    const token = await mailedToken(given.email, "verify_email");
    await get(verify, `/verify/${token}`, { params: { token } });
    expect((await account(given.email))?.emailVerifiedAt).toBeNull();
    await postForm(verify, `/verify/${token}`, {}, { params: { token } });
    expect((await account(given.email))?.emailVerifiedAt).not.toBeNull();
    expect((await get(verify, `/verify/${token}`, { params: { token } })).body).toMatchObject({ state: "verified" });
  });

  it("says it kindly when the link is unknown", async () => {
    expect((await get(verify, "/verify/x", { params: { token: "x" } })).status).toBe(404);
  });
});

describe("/forgot and /reset/{token}", () => {
  it("answers the same whether there is an account or not", async () => {
    const known = (await createUser()).email;
    const unknown = `nobody-${unique()}@example.com`;
    const answers = [
      await postForm(forgot, "/forgot", { email: known }),
      await postForm(forgot, "/forgot", { email: unknown }),
    ];
    expect(answers.map((answer) => [answer.status, answer.headers.get("Location")])).toEqual([
      [303, "/forgot"],
      [303, "/forgot"],
    ]);
  });

  it("sets a password once, and keeps the form for one that is too short", async () => {
    const { email } = await createUser();
    await postForm(forgot, "/forgot", { email });
    const token = await mailedToken(email, "reset_password");
    const set = (secret: string) => postForm(reset, `/reset/${token}`, { password: secret }, { params: { token } });
    expect((await set("short")).status).toBe(400);
    expect((await set(password)).headers.get("Location")).toBe("/login");
    expect((await set(password)).headers.get("Location")).toBe(`/reset/${token}`);
    expect((await get(reset, `/reset/${token}`, { params: { token } })).status).toBe(410);
    expect((await postForm(login, "/login", { email, password })).status).toBe(303);
  });
});

describe("the session list", () => {
  it("ends one, ends the others, and never somebody else's", async () => {
    const [user, other] = [await createUser(), await createUser()];
    const { cookie } = await signIn(user);
    const theirs = await signIn(other);
    const [foreign] = (await get(sessions, "/", { cookie: theirs.cookie })).body.sessions;
    await postForm(sessions, "/", { session: foreign!.id }, { cookie });
    expect((await get(sessions, "/", { cookie: theirs.cookie })).body.sessions).toHaveLength(2);
    const before = (await get(sessions, "/", { cookie })).body.sessions;
    expect(before.map((session) => session.isThis).sort()).toEqual([false, true]);
    await postForm(sessions, "/", {}, { cookie });
    expect((await get(sessions, "/", { cookie })).body.sessions).toMatchObject([
      { isThis: true, address: "203.0.113.7" },
    ]);
    const mine = before.find((session) => session.isThis)!;
    expect((await postForm(sessions, "/", { session: mine.id }, { cookie })).headers.get("Location")).toBe("/login");
    expect((await get(sessions, "/booking/settings/sessions", { cookie })).status).toBe(302);
  });
});

function person() {
  return { name: "Ada Okafor", email: `ada-${unique()}@example.com`, password, timezone: "Europe/Oslo" };
}

async function account(email: string) {
  const [found] = await db.select().from(users).where(eq(users.email, email));
  return found;
}

async function mailedToken(recipient: string, kind: string) {
  const [mail] = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.recipient, recipient), eq(notifications.kind, kind)))
    .orderBy(desc(notifications.createdAt));
  return String(mail?.payload.token);
}
