import { describe, expect, it } from "vitest";
import * as meRoute from "~/routes/api.v1.me";
import * as schedulesRoute from "~/routes/api.v1.workspaces.$ws.booking.schedules._index";
import { createUser, createWorkspace, signIn } from "../../support/factories";
import { callApi } from "../../support/requests";

type Problem = { errors: { path: string; message: string }[] };

describe("fields that a body must not have", () => {
  it("are refused, each by its name", async () => {
    const { token } = await signIn(await createUser());
    const body = { name: "Mei", role: "admin", is_super_admin: true };
    const answer = await callApi<Problem>(meRoute, "PATCH", "/api/v1/me", { token, body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([
      { path: "role", message: "There is no field “role” here." },
      { path: "is_super_admin", message: "There is no field “is_super_admin” here." },
    ]);
  });

  it("are found inside lists too", async () => {
    const { workspace, owner } = await createWorkspace();
    const { token } = await signIn(owner);
    const availability = [{ weekday: "monday", start: "09:00", end: "17:00", note: "x" }];
    const body = { name: "Summer", timezone: "Europe/Oslo", availability };
    const params = { ws: workspace.slug };
    const answer = await callApi<Problem>(schedulesRoute, "POST", "/x", { token, params, body });
    expect(answer.body.errors.map(({ path }) => path)).toEqual(["availability.0.note"]);
  });

  it("do not make the answer longer without end", async () => {
    const { token } = await signIn(await createUser());
    const body = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`field${index}`, 1]));
    const answer = await callApi<Problem>(meRoute, "PATCH", "/api/v1/me", { token, body });
    expect([answer.status, answer.body.errors.length]).toEqual([400, 100]);
  });

  it("may be called like parts of an object", async () => {
    const { token } = await signIn(await createUser());
    const answer = await callApi<Problem>(meRoute, "PATCH", "/api/v1/me", { token, body: '{"__proto__":{"a":1}}' });
    expect([answer.status, answer.body.errors[0]?.path]).toEqual([400, "__proto__"]);
  });
});
