import { describe, expect, it } from "vitest";
import * as registerRoute from "~/routes/api.v1.auth.register";
import * as eventTypesRoute from "~/routes/api.v1.workspaces.$ws.booking.event-types._index";
import { createUser, createWorkspace, signIn, unique } from "../../support/factories";
import { callApi } from "../../support/requests";
import { mei, studio, tenOClock } from "./public-studio";

const keyed = (key: string) => ({ headers: { "Idempotency-Key": key } });
const order = { ...mei, start: tenOClock };

describe("an Idempotency-Key", () => {
  it("makes one booking of two calls, and answers both the same", async () => {
    const { book } = await studio();
    const key = unique();
    const first = await book(order, keyed(key));
    const again = await book(order, keyed(key));
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("Location")).toBe(first.headers.get("Location"));
    const without = await book(order);
    expect(without.status).toBe(409);
  });

  it("makes one booking of eight calls that arrive together", async () => {
    const { book } = await studio();
    const key = unique();
    const answers = await Promise.all(Array.from({ length: 8 }, () => book(order, keyed(key))));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201));
    expect(new Set(answers.map(({ body }) => body.uid)).size).toBe(1);
  });

  it("takes the members of a body in whatever order they come, and refuses another body with 422", async () => {
    const { book } = await studio();
    const key = unique();
    const first = await book(order, keyed(key));
    const turned = Object.fromEntries(Object.entries(order).reverse());
    expect((await book(turned, keyed(key))).body).toEqual(first.body);
    const other = await book({ ...order, name: "Mei T." }, keyed(key));
    expect([other.status, other.body.code]).toEqual([422, "idempotency_key_reused"]);
  });

  it("keeps a refusal as well: the slot that was taken stays taken for this key", async () => {
    const { book } = await studio();
    await book(order);
    const key = unique();
    const [first, again] = [await book(order, keyed(key)), await book(order, keyed(key))];
    expect([first.status, again.status]).toEqual([409, 409]);
    expect(again.body).toEqual(first.body);
  });

  it("does not keep what was wrong with the body: mended, it is done", async () => {
    const { book } = await studio();
    const key = unique();
    expect((await book({ ...order, email: "nobody" }, keyed(key))).status).toBe(400);
    expect((await book(order, keyed(key))).status).toBe(201);
  });

  it("is each caller's own", async () => {
    const key = unique();
    const make = async () => {
      const { workspace, owner } = await createWorkspace();
      const { token } = await signIn(owner);
      const body = { name: "Route planning", duration_minutes: 30, location: { type: "google_meet" } };
      return callApi(eventTypesRoute, "POST", "/api/v1/x", {
        params: { ws: workspace.slug },
        token,
        body,
        ...keyed(key),
      });
    };
    const [one, other] = [await make(), await make()];
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(one.body.id).not.toBe(other.body.id);
  });

  it("is one to 255 characters without spaces", async () => {
    const { book } = await studio();
    for (const key of ["two words", "", "x".repeat(256), "é"]) {
      const answer = await book(order, keyed(key));
      expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([400, "Idempotency-Key"]);
    }
  });

  it("answers a registration with the token of the first time", async () => {
    const key = unique();
    const body = { name: "Ada", email: `${unique()}@example.com`, password: "correct horse battery", timezone: "UTC" };
    const register = () => callApi(registerRoute, "POST", "/api/v1/auth/register", { body, ...keyed(key) });
    const [first, again] = [await register(), await register()];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    await createUser();
  });
});
