import { desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { apiKeys, auditLog, idempotencyKeys } from "~db/schema";
import { mostKeys } from "~/domain/accounts/api-key";
import * as keyRoute from "~/routes/api.v1.api-keys.$id";
import * as keys from "~/routes/api.v1.api-keys._index";
import * as me from "~/routes/api.v1.me";
import { makeKey } from "../../support/api-keys";
import { createUser, signIn } from "../../support/factories";
import { callApi } from "../../support/requests";

const address = "/api/v1/api-keys";
const input = { name: "Nightly export", scope: "read" };

async function signedIn() {
  const user = await createUser();
  const { token } = await signIn(user);
  return { user, token };
}

const make = (token: string, body: unknown = input, headers = {}) =>
  callApi(keys, "POST", address, { token, body, headers });
const revoke = (token: string, id: string) =>
  callApi(keyRoute, "DELETE", `${address}/${id}`, { token, params: { id } });
const whoAmI = (token: string) => callApi(me, "GET", "/api/v1/me", { token });
const rename = (token: string) => callApi(me, "PATCH", "/api/v1/me", { token, body: { name: "Ada L." } });

describe("an API key", () => {
  it("is shown once, acts as its owner, and is stored nowhere", async () => {
    const { user, token } = await signedIn();
    const { status, body, headers } = await make(token);
    const key = String(body.key);
    expect([status, headers.get("Location")]).toEqual([201, `${address}/${String(body.id)}`]);
    expect(key).toMatch(/^mrd_[\w-]{43}$/);
    expect(body).toMatchObject({ ...input, hint: key.slice(0, 8), last_used_at: null });
    expect((await whoAmI(key)).body).toMatchObject({ id: user.id });
    const listed = await callApi<{ items: Record<string, unknown>[]; total: number }>(keys, "GET", address, { token });
    expect(listed.body).toMatchObject({ total: 1, limit: 20, offset: 0 });
    expect(listed.body.items[0]).toMatchObject({ id: body.id, last_used_at: expect.any(String) });
    expect(listed.text).not.toContain(key);
    const rows = await db.select().from(apiKeys).where(eq(apiKeys.userId, user.id));
    const log = await db.select().from(auditLog).where(eq(auditLog.subjectId, user.id));
    expect(JSON.stringify([rows, log])).not.toContain(key.slice(8));
    expect(log.map(({ action }) => action)).toEqual(["account.api_key_created"]);
  });

  it("that may read changes nothing, and one that may write does", async () => {
    const { user } = await signedIn();
    const [reading, writing] = [await makeKey(user, { scope: "read" }), await makeKey(user)];
    expect((await whoAmI(reading.secret)).status).toBe(200);
    expect((await rename(reading.secret)).status).toBe(403);
    expect((await rename(writing.secret)).status).toBe(200);
  });

  it("is not told the secret of another key by the Idempotency-Key that it was made with", async () => {
    const { user, token } = await signedIn();
    const writing = await makeKey(user);
    const once = { "Idempotency-Key": "1" };
    const made = await make(token, input, once);
    expect((await make(token, input, once)).body.key).toBe(made.body.key);
    const asked = await make(writing.secret, input, once);
    expect(asked.status).toBe(403);
    expect(asked.text).not.toContain(made.body.key);
  });

  it("makes no keys, and may list and, where it may write, revoke them", async () => {
    const { user } = await signedIn();
    const [reading, writing] = [await makeKey(user, { scope: "read" }), await makeKey(user)];
    expect((await make(writing.secret)).status).toBe(403);
    expect((await callApi(keys, "GET", address, { token: reading.secret })).status).toBe(200);
    expect((await revoke(reading.secret, writing.id)).status).toBe(403);
    expect((await revoke(writing.secret, reading.id)).status).toBe(204);
    expect((await whoAmI(reading.secret)).status).toBe(401);
  });

  it("ends at once when it is revoked, by its owner and nobody else", async () => {
    const [mine, theirs] = [await signedIn(), await signedIn()];
    const key = await makeKey(mine.user);
    expect((await revoke(theirs.token, key.id)).status).toBe(404);
    for (const odd of ["nope", "%00", "__proto__"]) expect((await revoke(mine.token, odd)).status).toBe(404);
    expect((await whoAmI(key.secret)).status).toBe(200);
    expect((await revoke(mine.token, key.id.toUpperCase())).status).toBe(204);
    expect((await whoAmI(key.secret)).status).toBe(401);
    expect((await revoke(mine.token, key.id)).status).toBe(404);
  });

  it.each([
    ["name", { scope: "read" }],
    ["name", { name: " ", scope: "read" }],
    ["name", { name: "x".repeat(81), scope: "read" }],
    ["scope", { name: "x", scope: "admin" }],
    ["scope", { name: "x" }],
    ["expires", { ...input, expires: "never" }],
  ])("is refused for a wrong %s", async (path, body) => {
    const { token } = await signedIn();
    const answer = await make(token, body);
    expect([answer.status, answer.body.errors]).toEqual([400, [expect.objectContaining({ path })]]);
  });

  it("is one of fifty at most, also when many are asked for at once", async () => {
    const { user, token } = await signedIn();
    await Promise.all(Array.from({ length: mostKeys - 3 }, () => makeKey(user)));
    const statuses = (await Promise.all(Array.from({ length: 8 }, () => make(token)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 201, 201, 409, 409, 409, 409, 409]);
    expect(await db.$count(apiKeys, eq(apiKeys.userId, user.id))).toBe(mostKeys);
  });

  it("is made once for an Idempotency-Key, and told again without being kept to read", async () => {
    const { token } = await signedIn();
    const first = await make(token, input, { "Idempotency-Key": "once" });
    const again = await make(token, input, { "Idempotency-Key": "once" });
    expect([again.status, again.body]).toEqual([201, first.body]);
    const [kept] = await db.select().from(idempotencyKeys).orderBy(desc(idempotencyKeys.createdAt)).limit(1);
    expect(kept!.answer).not.toContain(String(first.body.key));
  });
});
