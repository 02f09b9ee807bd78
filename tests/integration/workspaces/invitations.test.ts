import { and, asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { auditLog, bookingSchedules, notifications, users, workspaceInvitations, workspaceMembers } from "~db/schema";
import { acceptInvitation, declineInvitation } from "~/domain/workspaces/answer-invitation.server";
import { findInvitation, withdrawInvitation } from "~/domain/workspaces/invitations.server";
import { invite } from "~/domain/workspaces/invite.server";
import { listMembers } from "~/domain/workspaces/members.server";
import type { Role } from "~/domain/workspaces/roles";
import { addMember, createUser, createWorkspace } from "../../support/factories";

const now = Date.now();
const fortnight = 14 * 86_400_000;

describe("inviting", () => {
  it("makes nobody a member, and mails the link", async () => {
    const { workspace, owner } = await createWorkspace();
    const user = await createUser();
    const result = await ask(workspace, owner, user.email, "admin");
    expect(result.ok && result.member).toMatchObject({ userId: null, name: null, role: "admin", status: "invited" });
    expect(await db.$count(workspaceMembers, eq(workspaceMembers.userId, user.id))).toBe(0);
    const { items, total } = await listMembers(workspace.id, { limit: 10, offset: 0, now });
    expect([total, items.map((item) => item.status).sort()]).toEqual([2, ["active", "invited"]]);
    const [mail] = await db.select().from(notifications).where(eq(notifications.recipient, user.email));
    expect(mail?.payload).toMatchObject({ workspaceName: workspace.name, inviterName: owner.name, role: "admin" });
  });

  it("a second time replaces the first: its token stops working", async () => {
    const { workspace, owner } = await createWorkspace();
    const user = await createUser();
    await ask(workspace, owner, user.email);
    await ask(workspace, owner, user.email.toUpperCase());
    const [first, second] = await tokensFor(workspace.id);
    expect(await acceptInvitation({ token: first!, user, now })).toEqual({ ok: false, reason: "revoked" });
    expect(await acceptInvitation({ token: second!, user, now })).toMatchObject({ ok: true });
  });

  it("many times at once leaves one open invitation", async () => {
    const { workspace, owner } = await createWorkspace();
    await Promise.all(Array.from({ length: 8 }, () => ask(workspace, owner, "mei@example.org")));
    const open = and(eq(workspaceInvitations.workspaceId, workspace.id), eq(workspaceInvitations.status, "invited"));
    expect(await db.$count(workspaceInvitations, open)).toBe(1);
  });

  it("is refused for a member, in whatever letters", async () => {
    const { workspace, owner } = await createWorkspace();
    const member = await addMember(workspace);
    expect(await ask(workspace, owner, member.email.toUpperCase())).toEqual({ ok: false, reason: "already_member" });
  });

  it("an owner takes an owner", async () => {
    const { workspace } = await createWorkspace();
    const admin = await addMember(workspace, { role: "admin" });
    expect(await ask(workspace, admin, "mei@example.org", "owner")).toEqual({ ok: false, reason: "not_an_owner" });
  });
});

describe("accepting", () => {
  it("makes a member with working hours, verifies the address and writes who did it", async () => {
    const { workspace, user, token } = await invited({ emailVerifiedAt: null });
    expect(await acceptInvitation({ token, user, now })).toEqual({ ok: true, workspaceId: workspace.id });
    const [row] = await db.select().from(users).where(eq(users.id, user.id));
    expect(row?.emailVerifiedAt).not.toBeNull();
    expect(await db.$count(bookingSchedules, eq(bookingSchedules.userId, user.id))).toBe(1);
    const lines = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.workspaceId, workspace.id))
      .orderBy(asc(auditLog.id));
    expect(lines.map((line) => line.action)).toEqual(["member.invited", "member.joined"]);
  });

  it("works once, also when it is sent twice at the same time", async () => {
    const { workspace, user, token } = await invited();
    const answers = await Promise.all(Array.from({ length: 5 }, () => acceptInvitation({ token, user, now })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === "answered")).toHaveLength(4);
    const joined = and(eq(auditLog.workspaceId, workspace.id), eq(auditLog.action, "member.joined"));
    expect(await db.$count(auditLog, joined)).toBe(1);
  });

  it("is for the invited address only", async () => {
    const { user, token } = await invited();
    const stranger = await createUser();
    expect(await acceptInvitation({ token, user: stranger, now })).toEqual({
      ok: false,
      reason: "other_address",
      email: user.email,
    });
    expect(await declineInvitation({ token, user: stranger, now })).toMatchObject({ reason: "other_address" });
    expect((await findInvitation(token, now))?.state).toBe("open");
  });

  it("ends after two weeks, and with a withdrawal", async () => {
    const { user, token } = await invited();
    expect(await acceptInvitation({ token, user, now: now + fortnight })).toEqual({ ok: false, reason: "expired" });
    const other = await invited();
    const [row] = await db
      .select()
      .from(workspaceInvitations)
      .where(eq(workspaceInvitations.workspaceId, other.workspace.id));
    const withdrawal = { workspaceId: other.workspace.id, userId: other.owner.id, id: row!.id, now };
    expect(await withdrawInvitation(withdrawal)).toBe(true);
    expect(await withdrawInvitation(withdrawal)).toBe(false);
    expect(await acceptInvitation({ token: other.token, user: other.user, now })).toEqual({
      ok: false,
      reason: "revoked",
    });
  });

  it("is over once it was declined", async () => {
    const { workspace, user, token } = await invited();
    expect(await declineInvitation({ token, user, now })).toMatchObject({ ok: true });
    expect(await acceptInvitation({ token, user, now })).toEqual({ ok: false, reason: "answered" });
    expect(await db.$count(workspaceMembers, eq(workspaceMembers.workspaceId, workspace.id))).toBe(1);
  });

  it("knows no other token", async () => {
    const user = await createUser();
    expect(await acceptInvitation({ token: "\u0000", user, now })).toEqual({ ok: false, reason: "unknown" });
  });
});

type Workspace = Awaited<ReturnType<typeof createWorkspace>>["workspace"];
type User = Awaited<ReturnType<typeof createUser>>;

function ask(workspace: Workspace, inviter: User, email: string, role: Role = "member") {
  return invite({ workspace, inviter, input: { email, role }, language: "en", now });
}

async function invited(columns: Partial<User> = {}) {
  const { workspace, owner } = await createWorkspace();
  const user = await createUser(columns);
  await ask(workspace, owner, user.email);
  const [token] = await tokensFor(workspace.id);
  return { workspace, owner, user, token: token! };
}

/** Oldest first. */
async function tokensFor(workspaceId: string) {
  const mails = await db
    .select()
    .from(notifications)
    .where(eq(notifications.workspaceId, workspaceId))
    .orderBy(asc(notifications.createdAt));
  return mails.map((mail) => String(mail.payload.token));
}
