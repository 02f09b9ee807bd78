import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { users, workspaceMembers, workspaces } from "~db/schema";
import { findMembership } from "~/domain/workspaces/workspaces.server";
import * as joinPage from "~/routes/join.$workspace";
import { addMember, createUser, createWorkspace, signIn, unique } from "../../support/factories";
import { get, noticeOf, postForm } from "../../support/requests";

async function open(takesClients = true) {
  const { workspace } = await createWorkspace();
  await db.update(workspaces).set({ takesClients }).where(eq(workspaces.id, workspace.id));
  const at = (cookie?: string) => ({ cookie, params: { workspace: workspace.slug } });
  return {
    workspace,
    look: (cookie?: string) => get(joinPage, `/join/${workspace.slug}`, at(cookie)),
    send: (fields: Record<string, string>, cookie?: string) =>
      postForm(joinPage, `/join/${workspace.slug}`, fields, at(cookie)),
  };
}

function account() {
  const email = `${unique()}@example.com`;
  return { name: "Mei Tanaka", email, password: "seven-lamps-and-a-buoy", timezone: "Asia/Tokyo" };
}

describe("the page to join as a client", () => {
  it("makes the account and the membership in one step, signs in, and leads to the coaches", async () => {
    const { workspace, look, send } = await open();
    expect((await look()).body).toMatchObject({ state: "new" });
    const form = account();
    const sent = await send(form);
    expect([sent.status, sent.headers.get("Location")]).toEqual([303, "/coaches"]);
    expect((await noticeOf(sent))?.text).toContain(`You are a client of ${workspace.name} now.`);
    const [user] = await db.select().from(users).where(eq(users.email, form.email));
    expect(user!.defaultWorkspaceId).toBe(workspace.id);
    expect((await findMembership(user!.id, workspace.id))?.role).toBe("client");
  });

  it("takes the account that is signed in", async () => {
    const { workspace, look, send } = await open();
    const user = await createUser();
    const { cookie } = await signIn(user);
    expect((await look(cookie)).body).toMatchObject({ state: "known", signedInAs: user.email });
    expect((await send({}, cookie)).headers.get("Location")).toBe("/coaches");
    expect((await findMembership(user.id, workspace.id))?.role).toBe("client");
    expect((await look(cookie)).body).toMatchObject({ state: "member", isClient: true });
  });

  it("is not there where clients come by invitation alone, and makes nothing", async () => {
    const { look, send } = await open(false);
    expect(await look()).toMatchObject({ status: 404, body: { state: "closed" } });
    const form = account();
    expect((await send(form)).status).toBe(303);
    expect(await db.$count(users, eq(users.email, form.email))).toBe(0);
    expect((await get(joinPage, "/join/nowhere", { params: { workspace: "nowhere" } })).status).toBe(404);
  });

  it("keeps what was typed, but for the password, and names what is wrong", async () => {
    const { send } = await open();
    const { email } = await createUser();
    const taken = await send({ ...account(), email });
    expect(taken).toMatchObject({ status: 409, body: { problem: { errors: [{ path: "email" }] } } });
    const short = await send({ ...account(), password: "short" });
    expect(short).toMatchObject({ status: 400, body: { problem: { errors: [{ path: "password" }] } } });
    expect(short.body).toMatchObject({ problem: { values: { name: ["Mei Tanaka"] } } });
    expect(JSON.stringify(short.body)).not.toContain('short"');
  });

  it("tells members what they are, and whoever was taken out that they were", async () => {
    const { workspace, look, send } = await open();
    const host = await signIn(await addMember(workspace));
    expect((await look(host.cookie)).body).toMatchObject({ state: "member", isClient: false });
    const user = await addMember(workspace, { role: "client" });
    await db.update(workspaceMembers).set({ deactivatedAt: new Date() }).where(eq(workspaceMembers.userId, user.id));
    const { cookie } = await signIn(user);
    expect((await look(cookie)).body).toMatchObject({ state: "deactivated" });
    expect((await send({}, cookie)).headers.get("Location")).toBe(`/join/${workspace.slug}`);
    expect(await findMembership(user.id, workspace.id)).toBeNull();
  });
});
