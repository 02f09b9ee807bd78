import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { teamMembers } from "~db/schema";
import * as one from "~/routes/api.v1.workspaces.$ws.teams.$team";
import * as all from "~/routes/api.v1.workspaces.$ws.teams._index";
import { addMember, createEventType, createTeam, createUser, createWorkspace, signIn } from "../../support/factories";
import { callApi } from "../../support/requests";
import type { Json } from "./event-type-studio";

async function studio() {
  const { workspace, owner } = await createWorkspace();
  const { token } = await signIn(owner);
  const base = `/api/v1/workspaces/${workspace.slug}/teams`;
  const call = (method: string, body?: unknown, as = token) =>
    callApi<Json>(all, method, base, { params: { ws: workspace.slug }, token: as, body });
  const callOne = (method: string, team: string, body?: unknown, as = token) =>
    callApi<Json>(one, method, `${base}/${team}`, { params: { ws: workspace.slug, team }, token: as, body });
  return { workspace, owner, base, call, callOne };
}

const nowhere = "6f9619ff-8b86-4d01-b42d-00c04fc964ff";

describe("teams in the API", () => {
  it("are made with a name, an address and members, and read by either id or address", async () => {
    const { workspace, owner, base, call, callOne } = await studio();
    const colleague = await addMember(workspace, { user: await createUser({ name: "Bea Lund" }) });
    const sent = { name: "Survey crew", slug: "crew", member_ids: [owner.id, colleague.id] };
    const made = await call("POST", sent);
    expect(made.status).toBe(201);
    expect(made.headers.get("Location")).toBe(`${base}/${made.body.id}`);
    expect(made.body).toEqual({
      id: expect.any(String),
      ...sent,
      members: [
        { user_id: owner.id, name: "Ada Okafor", weight: 1, priority: 0 },
        { user_id: colleague.id, name: "Bea Lund", weight: 1, priority: 0 },
      ],
      created_at: expect.stringMatching(/Z$/),
      updated_at: expect.stringMatching(/Z$/),
    });
    for (const name of [made.body.id, made.body.id.toUpperCase(), "crew"]) {
      expect((await callOne("GET", name)).body).toEqual(made.body);
    }
  });

  it("are listed newest first, with their number", async () => {
    const { call } = await studio();
    await call("POST", { name: "First" });
    await call("POST", { name: "Second" });
    expect((await call("GET")).body).toMatchObject({
      items: [{ name: "Second", slug: "second", member_ids: [] }, { name: "First" }],
      total: 2,
      limit: 20,
      offset: 0,
    });
  });

  it("change by what is sent, and go", async () => {
    const { owner, call, callOne } = await studio();
    const { body: team } = await call("POST", { name: "Crew", member_ids: [owner.id] });
    const renamed = await callOne("PATCH", "crew", { name: "Night watch" });
    expect(renamed.body).toMatchObject({ id: team.id, name: "Night watch", slug: "crew", member_ids: [owner.id] });
    expect((await callOne("PATCH", team.id, { slug: "watch", member_ids: [] })).body).toMatchObject({
      name: "Night watch",
      slug: "watch",
      member_ids: [],
    });
    expect((await callOne("PATCH", team.id, {})).status).toBe(200);
    expect((await callOne("DELETE", "watch")).status).toBe(204);
    for (const method of ["GET", "DELETE"]) expect((await callOne(method, team.id)).status).toBe(404);
  });

  it("name the field that is wrong", async () => {
    const { workspace, call, callOne } = await studio();
    const { body: team } = await call("POST", { name: "Crew" });
    const client = await addMember(workspace, { role: "client" });
    const attempts: [unknown, string][] = [
      [{ name: "" }, "name"],
      [{ slug: "Not An Address" }, "slug"],
      [{ slug: null }, "slug"],
      [{ slug: nowhere }, "slug"],
      [{ member_ids: [client.id] }, "member_ids"],
      [{ member_ids: [(await createUser()).id] }, "member_ids"],
      [{ member_ids: [nowhere] }, "member_ids"],
      [{ member_ids: ["ingrid"] }, "member_ids.0"],
      [{ member_ids: null }, "member_ids"],
      [{ member_ids: Array.from({ length: 101 }, () => nowhere) }, "member_ids"],
      [{ members: [] }, "members"],
      [{ shares: {} }, "shares"],
    ];
    for (const [body, path] of attempts) {
      const made = await call("POST", { name: "Another", ...(body as object) });
      expect([made.status, made.body.errors.map((each) => each.path)]).toEqual([400, [path]]);
      const changed = await callOne("PATCH", team.id, body);
      expect([changed.status, changed.body.errors.map((each) => each.path)]).toEqual([400, [path]]);
    }
    expect((await call("POST", {})).body.errors).toEqual([{ path: "name", message: "The name is missing." }]);
    expect((await call("GET")).body).toMatchObject({ total: 1 });
  });

  it("keep an address that is in use for whoever has it", async () => {
    const { call, callOne } = await studio();
    await call("POST", { name: "Crew" });
    const { body: other } = await call("POST", { name: "Other" });
    const refused = { status: 409, code: "slug_taken", errors: [{ path: "slug", message: expect.any(String) }] };
    expect((await call("POST", { name: "Another", slug: "crew" })).body).toMatchObject(refused);
    expect((await callOne("PATCH", other.id, { slug: "crew" })).body).toMatchObject(refused);
    expect((await callOne("PATCH", other.id, { slug: "other" })).status).toBe(200);
  });

  it("stay while event types belong to them, and say which", async () => {
    const { workspace, owner, callOne } = await studio();
    const team = await createTeam(workspace, [owner]);
    const given = { isTeamEvent: true, assignmentType: "round_robin" as const, teamId: team.id };
    await createEventType(workspace, { owner, name: "Site visit", ...given });
    const refused = await callOne("DELETE", team.id);
    expect(refused.body).toMatchObject({
      status: 409,
      code: "in_use",
      detail: "Site visit belongs to this team. Choose another team or none there first, or delete it.",
    });
    expect((await callOne("GET", team.id)).status).toBe(200);
  });

  it("are read by members and changed by owners and admins", async () => {
    const { workspace, owner, base, call, callOne } = await studio();
    const team = await createTeam(workspace, [owner]);
    expect((await callApi(all, "GET", base, { params: { ws: workspace.slug } })).status).toBe(401);
    const statuses = async (as: string) => [
      (await call("GET", undefined, as)).status,
      (await callOne("GET", team.id, undefined, as)).status,
      (await call("POST", { name: "Crew" }, as)).status,
      (await callOne("PATCH", team.id, { name: "Crew" }, as)).status,
      (await callOne("DELETE", team.id, undefined, as)).status,
    ];
    const tokenOf = async (role: "admin" | "member" | "client") =>
      (await signIn(await addMember(workspace, { role }))).token;
    expect(await statuses(await tokenOf("client"))).toEqual([403, 403, 403, 403, 403]);
    expect(await statuses(await tokenOf("member"))).toEqual([200, 200, 403, 403, 403]);
    expect(await statuses(await tokenOf("admin"))).toEqual([200, 200, 201, 200, 204]);
  });

  it("are not there for other workspaces", async () => {
    const { workspace, owner, call } = await studio();
    const team = await createTeam(workspace, [owner]);
    const stranger = await studio();
    expect((await call("GET", undefined, (await signIn(stranger.owner)).token)).status).toBe(404);
    for (const name of [team.id, team.slug, "no such", "%00", nowhere]) {
      for (const [method, body] of [["GET"], ["PATCH", { name: "Taken over" }], ["DELETE"]] as const) {
        expect((await stranger.callOne(method, name, body)).status).toBe(404);
      }
    }
    expect(await db.$count(teamMembers)).toBeGreaterThan(0);
  });

  it("take no other method", async () => {
    const { call, callOne } = await studio();
    expect((await call("DELETE")).headers.get("Allow")).toBe("GET, POST");
    expect((await callOne("PUT", nowhere, {})).headers.get("Allow")).toBe("GET, PATCH, DELETE");
  });
});
