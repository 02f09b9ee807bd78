import { describe, expect, it } from "vitest";
import * as oneRoute from "~/routes/api.v1.workspaces.$ws.booking.bookings.$id";
import * as allRoute from "~/routes/api.v1.workspaces.$ws.booking.bookings._index";
import { addMember, createBooking, createUser, signIn } from "../../support/factories";
import { callApi } from "../../support/requests";
import { ids, studio, ten } from "./bookings-studio";

describe("who may not read or change bookings", () => {
  it("needs a token that is valid, or gets a 401", async () => {
    const { base, workspace, eventType } = await studio();
    const booking = await createBooking(eventType, { start: ten });
    const params = { ws: workspace.slug, id: booking.id };
    const calls = [
      callApi(allRoute, "GET", base, { params }),
      ...["GET", "PATCH", "DELETE"].map((method) =>
        callApi(oneRoute, method, base, { params, body: method === "PATCH" ? {} : undefined }),
      ),
      callApi(allRoute, "GET", base, { params, token: "x".repeat(40) }),
      callApi(allRoute, "GET", base, { params, headers: { Authorization: "Basic abc" } }),
    ];
    for (const answer of await Promise.all(calls)) {
      expect([answer.status, answer.headers.get("WWW-Authenticate")]).toEqual([401, "Bearer"]);
    }
  });

  it("finds nothing of another workspace, by slug or by id, whatever they hold in their own", async () => {
    const { eventType, one, list, workspace } = await studio();
    const victim = await createBooking(eventType, { start: ten });
    const attackers = await studio();
    expect((await list("", attackers.token)).status).toBe(404);
    for (const method of ["GET", "PATCH", "DELETE"]) {
      const body = method === "PATCH" ? { notes: "mine" } : undefined;
      expect((await one(method, victim.id, body, attackers.token)).status, method).toBe(404);
      expect((await attackers.one(method, victim.id, body)).status, `${method} in their own`).toBe(404);
    }
    expect(ids(await attackers.list(`host_id=${eventType.ownerId}`))).toEqual([]);
    expect(ids(await attackers.list(`event_type_id=${eventType.id}`))).toEqual([]);
    const byId = { params: { ws: workspace.id }, token: attackers.token };
    expect((await callApi(allRoute, "GET", "/x", byId)).status).toBe(404);
    expect((await one("GET", victim.id)).body).toMatchObject({ status: "confirmed", notes: "" });
  });

  it("sees no booking of a colleague as a member, and none at all as a client", async () => {
    const { workspace, eventType, one, list } = await studio();
    const booking = await createBooking(eventType, { start: ten });
    const member = (await signIn(await addMember(workspace))).token;
    const client = (await signIn(await addMember(workspace, { role: "client" }))).token;
    const stranger = (await signIn(await createUser())).token;
    for (const method of ["GET", "PATCH", "DELETE"]) {
      const body = method === "PATCH" ? { status: "cancelled" } : undefined;
      expect((await one(method, booking.id, body, member)).status, method).toBe(404);
      expect((await one(method, booking.id, body, client)).status, method).toBe(403);
      expect((await one(method, booking.id, body, stranger)).status, method).toBe(404);
    }
    expect((await list("", client)).status).toBe(403);
    expect((await list("", stranger)).status).toBe(404);
    expect((await one("GET", booking.id)).body.status).toBe("confirmed");
  });

  it("cannot make a signed-in browser change anything from another site", async () => {
    const { workspace, owner, eventType } = await studio();
    const booking = await createBooking(eventType, { start: ten });
    const { cookie } = await signIn(owner);
    const params = { ws: workspace.slug, id: booking.id };
    const send = (site: string) =>
      callApi(oneRoute, "DELETE", "/x", { params, cookie, headers: { "Sec-Fetch-Site": site } });
    expect((await send("cross-site")).status).toBe(403);
    expect((await send("same-site")).status).toBe(403);
    expect((await send("same-origin")).status).toBe(204);
  });

  it("is told which methods there are, and that odd ids are not there", async () => {
    const { workspace, token, one } = await studio();
    const params = { ws: workspace.slug, id: "x" };
    const put = await callApi(oneRoute, "PUT", "/x", { params, token, body: {} });
    expect([put.status, put.headers.get("Allow")]).toEqual([405, "GET, PATCH, DELETE"]);
    const post = await callApi(allRoute, "POST", "/x", { params, token, body: {} });
    expect([post.status, post.headers.get("Allow")]).toEqual([405, "GET"]);
    for (const id of ["1", "a\u0000b", "\ud800", crypto.randomUUID(), `${crypto.randomUUID()}'--`]) {
      expect((await one("GET", encodeURIComponent(id.replace("\ud800", "x")))).status, id).toBe(404);
      const odd = { params: { ws: workspace.slug, id }, token };
      expect((await callApi(oneRoute, "GET", "/x", odd)).status, id).toBe(404);
    }
    const oddWorkspace = { params: { ws: "a\u0000b" }, token };
    expect((await callApi(allRoute, "GET", "/x", oddWorkspace)).status).toBe(404);
  });
});
