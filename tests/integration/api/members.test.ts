import { describe, expect, it } from "vitest";
import * as all from "~/routes/api.v1.workspaces.$ws.members";
import * as one from "~/routes/api.v1.workspaces.$ws.members.$userId";
import { addMember, createBooking, createEventType, createWorkspace, signIn } from "../../support/factories";
import { callApi } from "../../support/requests";

const day = 86_400_000;

describe("PATCH /workspaces/{ws}/members/{user_id}", () => {
  it("deactivates and reactivates, and the list tells which", async () => {
    const { call, member, list } = await studio();
    const off = await call("PATCH", { status: "deactivated" });
    expect([off.status, off.body]).toMatchObject([200, { id: member.id, role: "member", status: "deactivated" }]);
    expect((await list()).find(({ id }) => id === member.id)?.status).toBe("deactivated");
    expect((await call("PATCH", { status: "active", role: "admin" })).body).toMatchObject({
      role: "admin",
      status: "active",
    });
  });

  it("takes a role, a status or both, and nothing else", async () => {
    const { call } = await studio();
    for (const body of [{}, { role: "king" }, { status: "invited" }, { role: "admin", name: "Kim" }]) {
      expect((await call("PATCH", body)).status).toBe(400);
    }
    expect((await call("PATCH", { role: "admin" })).body).toMatchObject({ role: "admin", status: "active" });
  });

  it("refuses with a 409 while invitees count on the member, as removing does", async () => {
    const { workspace, member, call } = await studio();
    const eventType = await createEventType(workspace, { owner: member, isActive: false });
    await createBooking(eventType, { start: Date.now() + day });
    for (const [method, body] of [["PATCH", { status: "deactivated" }], ["DELETE"]] as const) {
      const answer = await call(method, body);
      expect([answer.status, answer.body]).toMatchObject([409, { code: "has_bookings" }]);
    }
  });

  it("is nobody's for themselves", async () => {
    const { owner, call } = await studio();
    const answer = await call("PATCH", { status: "deactivated" }, owner.id.toUpperCase());
    expect([answer.status, answer.body]).toMatchObject([409, { code: "not_yourself" }]);
  });
});

describe("POST /workspaces/{ws}/members", () => {
  it("sends no invitation to somebody who is deactivated", async () => {
    const { workspace, owner, member, call } = await studio();
    await call("PATCH", { status: "deactivated" });
    const { token } = await signIn(owner);
    const body = { email: member.email, role: "member" };
    const answer = await callApi(all, "POST", "/", { token, params: { ws: workspace.slug }, body });
    expect([answer.status, answer.body]).toMatchObject([409, { code: "deactivated_member" }]);
  });
});

async function studio() {
  const { workspace, owner } = await createWorkspace();
  const member = await addMember(workspace);
  const { token } = await signIn(owner);
  const call = (method: string, body?: unknown, userId = member.id) =>
    callApi(one, method, "/", { token, params: { ws: workspace.slug, userId }, body });
  const list = async () => {
    const { body } = await callApi<{ items: { id: string; status: string }[] }>(all, "GET", "/", {
      token,
      params: { ws: workspace.slug },
    });
    return body.items;
  };
  return { workspace, owner, member, call, list };
}
