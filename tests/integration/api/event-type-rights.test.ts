import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import * as all from "~/routes/api.v1.workspaces.$ws.booking.event-types._index";
import { addMember, createTeam, createUser, signIn } from "../../support/factories";
import { callApi } from "../../support/requests";
import { minimal, studio } from "./event-type-studio";

describe("who may touch event types", () => {
  it("nobody without credentials, and no client", async () => {
    const { workspace, base, call } = await studio();
    expect((await callApi(all, "GET", base, { params: { ws: workspace.slug } })).status).toBe(401);
    const client = await signIn(await addMember(workspace, { role: "client" }));
    expect((await call("GET", undefined, client.token)).status).toBe(403);
    expect((await call("POST", minimal, client.token)).status).toBe(403);
  });

  it("a member makes and changes their own, and reads the others'", async () => {
    const { workspace, call, callOne } = await studio();
    const ownersOwn = await call("POST", minimal);
    const member = await signIn(await addMember(workspace));
    const mine = await call("POST", { ...minimal, name: "Mine" }, member.token);
    expect(mine.status).toBe(201);
    expect((await callOne("PATCH", mine.body.id, { name: "Mine too" }, member.token)).status).toBe(200);
    expect((await callOne("GET", ownersOwn.body.id, undefined, member.token)).status).toBe(200);
    expect((await callOne("PATCH", ownersOwn.body.id, { name: "Theirs" }, member.token)).status).toBe(403);
    expect((await callOne("DELETE", ownersOwn.body.id, undefined, member.token)).status).toBe(403);
    expect((await callOne("GET", ownersOwn.body.id)).body).toMatchObject({ name: "Route planning" });
  });

  it("a member offers no colleague's time alone, an admin does", async () => {
    const { workspace, owner, call } = await studio();
    const member = await signIn(await addMember(workspace));
    const admin = await signIn(await addMember(workspace, { role: "admin" }));
    const body = { ...minimal, member_ids: [owner.id] };
    expect((await call("POST", body, member.token)).body.errors).toEqual([
      { path: "member_ids", message: expect.any(String) },
    ]);
    expect((await call("POST", body, admin.token)).body).toMatchObject({ member_ids: [owner.id] });
  });

  it("a stranger finds nothing of another workspace, and changes nothing in it", async () => {
    const { workspace, owner, call, callOne } = await studio();
    const theirs = await call("POST", minimal);
    const stranger = await studio();
    expect((await call("GET", undefined, stranger.token)).status).toBe(404);
    expect((await callOne("GET", theirs.body.id, undefined, stranger.token)).status).toBe(404);
    for (const [method, body] of [["GET"], ["PATCH", { name: "Taken over" }], ["DELETE"]] as const) {
      expect((await stranger.callOne(method, theirs.body.id, body)).status).toBe(404);
    }
    const team = await createTeam(workspace, [owner]);
    const [schedule] = await schedulesOf(workspace.id);
    const client = await addMember(stranger.workspace, { role: "client" });
    const outsider = await createUser();
    const attempts: [Record<string, unknown>, string][] = [
      [{ member_ids: [owner.id] }, "member_ids"],
      [{ member_ids: [client.id] }, "member_ids"],
      [{ member_ids: [outsider.id] }, "member_ids"],
      [{ schedule_id: schedule!.id }, "schedule_id"],
      [
        { is_team_event: true, assignment_type: "collective", team_id: team.id, member_ids: [stranger.owner.id] },
        "team_id",
      ],
    ];
    const own = await stranger.call("POST", minimal);
    for (const [body, path] of attempts) {
      const made = await stranger.call("POST", { ...minimal, name: "Attempt", ...body });
      expect(made.body.errors.map((each) => each.path)).toEqual([path]);
      expect((await stranger.callOne("PATCH", own.body.id, body)).status).toBe(400);
    }
    expect((await stranger.callOne("GET", own.body.id)).body).toEqual(own.body);
    expect((await stranger.call("GET")).body).toMatchObject({ total: 1 });
    expect((await callOne("GET", theirs.body.id)).body).toEqual(theirs.body);
  });

  it("a schedule of a colleague who is no host does not fit, a host's does", async () => {
    const { workspace, call } = await studio();
    const colleague = await addMember(workspace);
    const schedule = (await schedulesOf(workspace.id)).find((each) => each.userId === colleague.id)!;
    const refused = await call("POST", { ...minimal, schedule_id: schedule.id });
    expect(refused.body.errors).toEqual([
      { path: "schedule_id", message: expect.stringContaining("none of its hosts") },
    ]);
    const made = await call("POST", { ...minimal, schedule_id: schedule.id, member_ids: [colleague.id] });
    expect(made.body).toMatchObject({ schedule_id: schedule.id });
  });
});

async function schedulesOf(workspaceId: string) {
  return db.query.bookingSchedules.findMany({ where: (table, { eq }) => eq(table.workspaceId, workspaceId) });
}
