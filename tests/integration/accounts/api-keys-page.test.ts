import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { apiKeys } from "~db/schema";
import { mostKeys } from "~/domain/accounts/api-key";
import * as revokePage from "~/routes/booking.settings.api.$id.revoke";
import * as page from "~/routes/booking.settings.api._index";
import * as sessions from "~/routes/booking.settings.sessions";
import * as me from "~/routes/api.v1.me";
import { makeKey } from "../../support/api-keys";
import { createUser, signIn } from "../../support/factories";
import { callApi, get, noticeOf, postForm } from "../../support/requests";

const address = "/booking/settings/api";
const input = { name: "Nightly export", scope: "read" };

async function signedIn() {
  const user = await createUser();
  const { cookie, token } = await signIn(user);
  return { user, cookie, token };
}

const cookiesOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");

describe("the page of API keys", () => {
  it("shows a new key once, on that page alone", async () => {
    const { user, cookie } = await signedIn();
    const made = await postForm(page, address, input, { cookie });
    expect([made.status, made.headers.get("Location")]).toEqual([303, address]);
    expect(made.headers.getSetCookie().find((each) => each.startsWith("address="))).toContain(`Path=${address}`);
    const shown = await get(page, address, { cookie: `${cookie}; ${cookiesOf(made.headers)}` });
    expect(shown.body.newKey).toMatch(/^mrd_[\w-]{43}$/);
    expect((await callApi(me, "GET", "/api/v1/me", { token: shown.body.newKey! })).body).toMatchObject({ id: user.id });
    expect(shown.headers.getSetCookie().join()).toContain("Max-Age=0");
    expect(shown.headers.get("Cache-Control")).toBe("private, no-store");
    const later = await get(page, address, { cookie });
    expect([later.body.newKey, later.body.keys]).toEqual([null, [expect.objectContaining(input)]]);
    expect(later.text).not.toContain(shown.body.newKey!);
  });

  it("keeps what was typed where a field is wrong", async () => {
    const { cookie } = await signedIn();
    const answer = await postForm(page, address, { name: "", scope: "write" }, { cookie });
    expect([answer.status, answer.body]).toEqual([
      400,
      { problem: { values: { name: [""], scope: ["write"] }, errors: [expect.objectContaining({ path: "name" })] } },
    ]);
  });

  it("says when there are as many as there may be", async () => {
    const { user, cookie } = await signedIn();
    await Promise.all(Array.from({ length: mostKeys }, () => makeKey(user)));
    expect((await get(page, address, { cookie })).body).toMatchObject({ isFull: true });
    expect(await noticeOf(await postForm(page, address, input, { cookie }))).toMatchObject({ kind: "stop" });
  });
});

describe("revoking a key", () => {
  const at = (id: string) => `${address}/${id}/revoke`;

  it("asks first, and then it is gone", async () => {
    const { user, cookie } = await signedIn();
    const { id } = await makeKey(user);
    const asked = await get(revokePage, at(id), { cookie, params: { id } });
    expect(asked.body).toEqual({ name: "Nightly export", lastUsed: null });
    const done = await postForm(revokePage, at(id), {}, { cookie, params: { id } });
    expect([done.status, done.headers.get("Location")]).toEqual([303, address]);
    expect(await db.$count(apiKeys, eq(apiKeys.userId, user.id))).toBe(0);
    const twice = await postForm(revokePage, at(id), {}, { cookie, params: { id } });
    expect(await noticeOf(twice)).toMatchObject({ kind: "info" });
  });

  it("is for its owner alone", async () => {
    const { cookie } = await signedIn();
    const { id, secret } = await makeKey(await createUser());
    for (const each of [id, "nope"]) {
      expect((await get(revokePage, at(each), { cookie, params: { id: each } })).status).toBe(404);
      await postForm(revokePage, at(each), {}, { cookie, params: { id: each } });
    }
    expect((await callApi(me, "GET", "/api/v1/me", { token: secret })).status).toBe(200);
  });
});

describe("access tokens", () => {
  it("are among the sessions, and end there one by one", async () => {
    const { user, cookie, token } = await signedIn();
    const { token: other } = await signIn(user);
    const listed = await get(sessions, "/booking/settings/sessions", { cookie });
    const tokens = listed.body.sessions.filter(({ isToken }) => isToken);
    expect(tokens.length).toBeGreaterThanOrEqual(2);
    const session = tokens[0]!.id;
    await postForm(sessions, "/booking/settings/sessions", { session }, { cookie });
    const statuses = [];
    for (const each of [token, other]) statuses.push((await callApi(me, "GET", "/api/v1/me", { token: each })).status);
    expect(statuses.sort()).toEqual([200, 401]);
  });
});
