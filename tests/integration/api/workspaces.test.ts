import { and, desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { notifications } from "~db/schema";
import * as invitation from "~/routes/api.v1.invitations.$token";
import * as accept from "~/routes/api.v1.invitations.$token.accept";
import * as decline from "~/routes/api.v1.invitations.$token.decline";
import * as workspacesRoute from "~/routes/api.v1.workspaces";
import * as workspaceRoute from "~/routes/api.v1.workspaces.$ws";
import * as membersRoute from "~/routes/api.v1.workspaces.$ws.members";
import * as memberRoute from "~/routes/api.v1.workspaces.$ws.members.$userId";
import { addMember, createEventType, createUser, createWorkspace, signIn, unique } from "../../support/factories";
import { callApi } from "../../support/requests";

type List = { items: Record<string, unknown>[]; total: number; limit: number; offset: number };

describe("/workspaces", () => {
  it("POST makes one: 201, a Location, the caller is its owner", async () => {
    const { token } = await signIn(await createUser());
    const body = { name: "Acme", slug: `Acme-${unique()}` };
    const answer = await callApi(workspacesRoute, "POST", "/api/v1/workspaces", { token, body });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ name: "Acme", slug: body.slug.toLowerCase(), description: "", role: "owner" });
    expect(answer.headers.get("Location")).toBe(`/api/v1/workspaces/${String(answer.body.id)}`);
    const again = await callApi(workspacesRoute, "POST", "/api/v1/workspaces", { token, body });
    expect([again.status, again.headers.get("Content-Type")]).toEqual([409, "application/problem+json"]);
  });

  it("POST refuses addresses of the product and odd ones with the field named", async () => {
    const { token } = await signIn(await createUser());
    for (const slug of ["booking", "a--b", "-a", "ä", "", "x".repeat(61), "\u0000"]) {
      const answer = await callApi(workspacesRoute, "POST", "/api/v1/workspaces", {
        token,
        body: { name: "Acme", slug },
      });
      expect([slug, answer.status, answer.body.errors]).toMatchObject([slug, 400, [{ path: "slug" }]]);
    }
  });

  it("GET lists the caller's own, newest first, page by page", async () => {
    const user = await createUser();
    const { workspace: first } = await createWorkspace({ owner: user });
    const { workspace: second } = await createWorkspace({ owner: user });
    await createWorkspace();
    const { token } = await signIn(user);
    const { body } = await callApi<List>(workspacesRoute, "GET", "/api/v1/workspaces?limit=1&offset=1", { token });
    expect(body).toMatchObject({ items: [{ id: first.id }], total: 2, limit: 1, offset: 1 });
    const { body: page } = await callApi<List>(workspacesRoute, "GET", "/api/v1/workspaces", { token });
    expect(page.items.map((item) => item.id)).toEqual([second.id, first.id]);
    const wrong = await callApi(workspacesRoute, "GET", "/api/v1/workspaces?limit=101", { token });
    expect(wrong.status).toBe(400);
  });
});

describe("/workspaces/{ws}", () => {
  it("is found by id and by address", async () => {
    const { workspace, owner } = await createWorkspace();
    const { token } = await signIn(owner);
    for (const ws of [workspace.id, workspace.slug]) {
      const { body } = await callApi(workspaceRoute, "GET", "/", { token, params: { ws } });
      expect(body).toMatchObject({ id: workspace.id, slug: workspace.slug, role: "owner" });
    }
  });

  it("does not exist for others, nor under an odd name", async () => {
    const { workspace } = await createWorkspace();
    const { token } = await signIn(await createUser());
    for (const ws of [workspace.id, workspace.slug, "nothing", "\u0000", "%", "x".repeat(5000)]) {
      expect((await callApi(workspaceRoute, "GET", "/", { token, params: { ws } })).status).toBe(404);
      expect((await callApi(workspaceRoute, "PATCH", "/", { token, params: { ws }, body: {} })).status).toBe(404);
    }
  });

  it("PATCH is for owners and admins, and keeps addresses unique", async () => {
    const [{ workspace, owner }, { workspace: other }] = [await createWorkspace(), await createWorkspace()];
    const member = await addMember(workspace);
    const patch = async (user: { id: string }, body: unknown) =>
      callApi(workspaceRoute, "PATCH", "/", { token: (await signIn(user)).token, params: { ws: workspace.id }, body });
    expect((await patch(member, { name: "Mine" })).status).toBe(403);
    expect((await patch(owner, { description: "We meet." })).body).toMatchObject({
      name: workspace.name,
      description: "We meet.",
    });
    expect((await patch(owner, { slug: other.slug })).status).toBe(409);
    expect((await patch(owner, { id: other.id })).status).toBe(400);
    expect((await patch(owner, {})).status).toBe(200);
  });
});

describe("/workspaces/{ws}/members", () => {
  it("POST invites by mail, and the invitation is listed and can be taken back", async () => {
    const { workspace, owner } = await createWorkspace();
    const { token } = await signIn(owner);
    const params = { ws: workspace.slug };
    const answer = await callApi(membersRoute, "POST", "/", {
      token,
      params,
      body: { email: "mei@example.org", role: "admin" },
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      email: "mei@example.org",
      role: "admin",
      status: "invited",
      user_id: null,
      name: null,
    });
    const { body } = await callApi<List>(membersRoute, "GET", "/", { token, params });
    expect(body.items.map((item) => [item.email, item.status])).toEqual([
      ["mei@example.org", "invited"],
      [owner.email, "active"],
    ]);
    const one = { token, params: { ...params, userId: String(answer.body.id) } };
    expect((await callApi(memberRoute, "DELETE", "/", one)).status).toBe(204);
    expect((await callApi(memberRoute, "DELETE", "/", one)).status).toBe(404);
  });

  it("POST answers 409 for a member, 403 for who may not, 400 for no role", async () => {
    const { workspace, owner } = await createWorkspace();
    const [member, admin] = [await addMember(workspace), await addMember(workspace, { role: "admin" })];
    const post = async (user: { id: string }, body: unknown) =>
      (
        await callApi(membersRoute, "POST", "/", {
          token: (await signIn(user)).token,
          params: { ws: workspace.id },
          body,
        })
      ).status;
    expect(await post(owner, { email: member.email, role: "member" })).toBe(409);
    expect(await post(member, { email: "mei@example.org", role: "member" })).toBe(403);
    expect(await post(admin, { email: "mei@example.org", role: "owner" })).toBe(403);
    expect(await post(owner, { email: "mei@example.org", role: "king" })).toBe(400);
    expect(await post(owner, { email: "mei@example.org" })).toBe(400);
  });

  it("PATCH and DELETE keep the last owner, and a host whom invitees count on", async () => {
    const { workspace, owner } = await createWorkspace();
    const member = await addMember(workspace);
    const eventType = await createEventType(workspace, { owner: member });
    const { token } = await signIn(owner);
    const call = (method: string, userId: string, body?: unknown) =>
      callApi(memberRoute, method, "/", { token, params: { ws: workspace.id, userId }, body });
    expect((await call("PATCH", owner.id, { role: "admin" })).status).toBe(409);
    expect((await call("DELETE", owner.id)).body).toMatchObject({ status: 409, code: "last_owner" });
    expect((await call("DELETE", member.id)).body).toMatchObject({ status: 409, code: "hosts_event_types" });
    expect((await call("PATCH", member.id, { role: "admin" })).body).toMatchObject({
      user_id: member.id,
      role: "admin",
      status: "active",
    });
    expect((await call("PATCH", eventType.id, { role: "admin" })).status).toBe(404);
    expect((await call("DELETE", "not-an-id")).status).toBe(404);
  });

  it("DELETE lets everybody leave", async () => {
    const { workspace } = await createWorkspace();
    const [client, other] = [await addMember(workspace, { role: "client" }), await addMember(workspace)];
    const { token } = await signIn(client);
    const call = (userId: string) =>
      callApi(memberRoute, "DELETE", "/", { token, params: { ws: workspace.id, userId } });
    expect((await call(other.id)).status).toBe(403);
    expect((await call(client.id.toUpperCase())).status).toBe(204);
    expect((await callApi(workspaceRoute, "GET", "/", { token, params: { ws: workspace.id } })).status).toBe(404);
  });
});

describe("/invitations/{token}", () => {
  it("is read and accepted once by the invited address, which it verifies", async () => {
    const { workspace, owner, user, token } = await invited();
    const session = await signIn(user);
    expect((await callApi(invitation, "GET", "/", { params: { token } })).status).toBe(401);
    const read = await callApi(invitation, "GET", "/", { token: session.token, params: { token } });
    expect(read.body).toMatchObject({
      workspace: { slug: workspace.slug },
      email: user.email,
      role: "member",
      invited_by: owner.name,
    });
    const done = await callApi(accept, "POST", "/", { token: session.token, params: { token } });
    expect([done.status, done.body]).toMatchObject([
      200,
      { status: "accepted", workspace: { id: workspace.id, role: "member" } },
    ]);
    for (const [route, method] of [
      [accept, "POST"],
      [decline, "POST"],
      [invitation, "GET"],
    ] as const) {
      expect((await callApi(route, method, "/", { token: session.token, params: { token } })).status).toBe(410);
    }
  });

  it("is nobody else's to answer, and says whose it is", async () => {
    const { user, token } = await invited();
    const stranger = await signIn(await createUser());
    for (const route of [accept, decline]) {
      const answer = await callApi(route, "POST", "/", { token: stranger.token, params: { token } });
      expect([answer.status, answer.text]).toEqual([403, expect.stringContaining(user.email)]);
    }
  });

  it("can be declined, and leads nowhere when it is unknown", async () => {
    const { user, token } = await invited();
    const session = await signIn(user);
    const declined = await callApi(decline, "POST", "/", { token: session.token, params: { token } });
    expect([declined.status, declined.body]).toEqual([200, { status: "declined" }]);
    for (const route of [accept, decline]) {
      expect((await callApi(route, "POST", "/", { token: session.token, params: { token: "unknown" } })).status).toBe(
        404,
      );
    }
    expect((await callApi(invitation, "GET", "/", { token: session.token, params: { token: "\u0000" } })).status).toBe(
      404,
    );
  });
});

async function invited() {
  const { workspace, owner } = await createWorkspace();
  const user = await createUser({ emailVerifiedAt: null });
  const { token } = await signIn(owner);
  const body = { email: user.email.toUpperCase(), role: "member" };
  await callApi(membersRoute, "POST", "/", { token, params: { ws: workspace.id }, body });
  const [mail] = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.workspaceId, workspace.id), eq(notifications.kind, "member_invitation")))
    .orderBy(desc(notifications.createdAt));
  return { workspace, owner, user: { ...user, email: user.email.toUpperCase() }, token: String(mail?.payload.token) };
}
