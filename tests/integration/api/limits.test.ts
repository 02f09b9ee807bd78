import { expect, describe, it, vi } from "vitest";
import * as loginRoute from "~/routes/api.v1.auth.login";
import * as meRoute from "~/routes/api.v1.me";
import * as loginPage from "~/routes/login";
import { db } from "~db/client";
import { apiKeys } from "~db/schema";
import { hashToken, makeToken } from "~/domain/tokens.server";
import { createUser, signIn, unique } from "../../support/factories";
import { callApi, postForm } from "../../support/requests";
import { mei, studio } from "./public-studio";

// Before the first module reads it: 120 changes a minute become 6, 1200 reads 60, 600 reads of a key 30.
vi.hoisted(() => {
  process.env.RATE_LIMIT_SCALE = "0.05";
});

const password = "correct horse battery";

describe("the limits of the API", () => {
  it("tell a caller without an account what is left, by address, and then when to come back", async () => {
    const { book } = await studio();
    const address = unique();
    const call = () => book({ ...mei, start: "x" }, { address });
    const first = await call();
    expect(first.headers.get("RateLimit-Limit")).toBe("6");
    expect(first.headers.get("RateLimit-Remaining")).toBe("5");
    expect(Number(first.headers.get("RateLimit-Reset"))).toBeGreaterThan(50);
    for (let at = 1; at < 6; at++) expect((await call()).status).toBe(400);
    const over = await call();
    expect([over.status, over.body.code]).toEqual([429, "rate_limited"]);
    expect(Number(over.headers.get("Retry-After"))).toBeGreaterThan(50);
    expect(over.headers.get("Content-Type")).toContain("application/problem+json");
    const elsewhere = await book({ ...mei, start: "x" }, { address: unique() });
    expect(elsewhere.status).toBe(400);
  });

  it("count for an account, from whatever address and session", async () => {
    const user = await createUser();
    const sessions = [await signIn(user), await signIn(user)];
    const call = (at: number) =>
      callApi(meRoute, "GET", "/api/v1/me", { token: sessions[at % 2]!.token, address: unique() });
    for (let at = 0; at < 60; at++) expect((await call(at)).status).toBe(200);
    expect((await call(61)).status).toBe(429);
  });

  it("count for a key by itself, so that the account's other programs go on", async () => {
    const user = await createUser();
    const [key, other] = [await keyOf(user.id), await keyOf(user.id)];
    const call = (token: string) => callApi(meRoute, "GET", "/api/v1/me", { token });
    for (let at = 0; at < 30; at++) expect((await call(key)).status).toBe(200);
    expect([(await call(key)).status, (await call(other)).status]).toEqual([429, 200]);
  });

  it("end the guessing of tokens from one address", async () => {
    const { token } = await signIn(await createUser());
    const address = unique();
    const guess = (wrong: string) => callApi(meRoute, "GET", "/api/v1/me", { token: wrong, address });
    for (let at = 0; at < 3; at++) expect((await guess(makeToken())).status).toBe(401);
    expect((await guess(makeToken())).status).toBe(429);
    // Another program of the same house, whose token is right, goes on.
    expect((await guess(token)).status).toBe(200);
  });

  it("count the addresses of one IPv6 network as one caller", async () => {
    const { book } = await studio();
    const network = `2001:db8:${hex()}:${hex()}`;
    const call = (host: string) => book({ ...mei, start: "x" }, { address: `${network}:${host}` });
    const left = [await call(":1"), await call("AbCd:2:3:4"), await call("abcd:2:3:5")];
    expect(left.map(({ headers }) => headers.get("RateLimit-Remaining"))).toEqual(["5", "4", "3"]);
  });

  it("end the guessing of a password, by form and by call, without a word on whether it was right", async () => {
    const { email } = await createUser({ password });
    const address = unique();
    const login = (tried: string, from = address) =>
      callApi(loginRoute, "POST", "/x", { body: { email, password: tried }, address: from });
    expect((await login("wrong wrong wrong")).status).toBe(401);
    const over = await login(password);
    expect([over.status, over.body.detail]).toEqual([429, expect.stringContaining("Too many tries. Wait 15 minutes")]);
    // The limit that was reached, and not the one of all calls from here.
    expect([over.headers.get("RateLimit-Limit"), over.headers.get("RateLimit-Remaining")]).toEqual(["1", "0"]);
    expect(over.headers.get("RateLimit-Reset")).toBe(over.headers.get("Retry-After"));
    const form = await postForm(loginPage, "/login", { email, password }, { address });
    expect([form.status, form.text]).toEqual([429, expect.stringContaining("Too many tries")]);
    // Its owner comes from elsewhere.
    expect((await login(password, unique())).status).toBe(200);
  });
});

function hex() {
  return Math.ceil(Math.random() * 0xffff).toString(16);
}

async function keyOf(userId: string) {
  const token = `mrd_${makeToken()}`;
  await db
    .insert(apiKeys)
    .values({ userId, name: "A program", scope: "read", tokenHash: hashToken(token), hint: token.slice(0, 8) });
  return token;
}
