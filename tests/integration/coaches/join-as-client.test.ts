import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { users, workspaceMembers } from "~db/schema";
import { joinAsClient, signUpAsClient } from "~/domain/coaches/join-as-client.server";
import { changeWorkspace } from "~/domain/workspaces/change-workspace.server";
import { findMembership } from "~/domain/workspaces/workspaces.server";
import { addMember, createUser, createWorkspace, unique } from "../../support/factories";

const now = Date.now();

async function openWorkspace() {
  const made = await createWorkspace();
  await changeWorkspace({ workspaceId: made.workspace.id, userId: made.owner.id, patch: { takes_clients: true } });
  return made;
}

function account(email = `${unique()}@example.com`) {
  const input = { name: "Mei Tanaka", email, password: "seven-lamps-and-a-buoy", timezone: "Asia/Tokyo" };
  return { input, language: "en", userAgent: null, address: null, now };
}

describe("joining as a client", () => {
  it("is for anybody where the workspace says so, and nowhere else", async () => {
    const { workspace: closed } = await createWorkspace();
    const { workspace: open } = await openWorkspace();
    const user = await createUser();
    expect(await joinAsClient(closed.id, user)).toEqual({ ok: false, reason: "closed" });
    expect(await joinAsClient(open.id, user)).toEqual({ ok: true });
    expect((await findMembership(user.id, open.id))?.role).toBe("client");
    expect(await findMembership(user.id, closed.id)).toBeNull();
  });

  it("changes nothing for who is in already, and does not bring back whom somebody took out", async () => {
    const { workspace, owner } = await openWorkspace();
    expect(await joinAsClient(workspace.id, owner)).toEqual({ ok: false, reason: "already_member", role: "owner" });
    const user = await addMember(workspace, { role: "client" });
    await db.update(workspaceMembers).set({ deactivatedAt: new Date() }).where(eq(workspaceMembers.userId, user.id));
    expect(await joinAsClient(workspace.id, user)).toEqual({ ok: false, reason: "deactivated" });
    expect(await findMembership(user.id, workspace.id)).toBeNull();
  });

  it("twice at once makes one membership", async () => {
    const { workspace } = await openWorkspace();
    const user = await createUser();
    const both = await Promise.all([joinAsClient(workspace.id, user), joinAsClient(workspace.id, user)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("makes the account and the membership together, or neither", async () => {
    const { workspace: closed } = await createWorkspace();
    const { workspace: open } = await openWorkspace();
    const refused = account();
    expect(await signUpAsClient({ workspaceId: closed.id, ...refused })).toEqual({ ok: false, reason: "closed" });
    expect(await db.$count(users, eq(users.email, refused.input.email))).toBe(0);
    const mei = account();
    const joined = await signUpAsClient({ workspaceId: open.id, ...mei });
    expect(joined).toMatchObject({ ok: true, user: { email: mei.input.email } });
    expect(joined.ok && (await findMembership(joined.user.id, open.id))?.role).toBe("client");
    expect(await signUpAsClient({ workspaceId: open.id, ...mei })).toEqual({ ok: false, reason: "email_taken" });
  });
});
