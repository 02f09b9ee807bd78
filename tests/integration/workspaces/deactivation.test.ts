import { and, asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import {
  auditLog,
  bookingEventTypeMembers,
  bookingEventTypes,
  bookingSchedules,
  teamMembers,
  workspaceMembers,
} from "~db/schema";
import { changeProfile } from "~/domain/accounts/change-profile.server";
import { listSuccessors } from "~/domain/bookings/successors.server";
import { listActiveHosts } from "~/domain/event-types/choices.server";
import { changeEventType } from "~/domain/event-types/save-event-type.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import { changeMember } from "~/domain/workspaces/change-member.server";
import { invite } from "~/domain/workspaces/invite.server";
import { findMember } from "~/domain/workspaces/members.server";
import { removeMember } from "~/domain/workspaces/remove-member.server";
import { defaultMembership, findMembership, listMemberships } from "~/domain/workspaces/workspaces.server";
import {
  addMember,
  createBooking,
  createEventType,
  createTeam,
  createUser,
  createWorkspace,
} from "../../support/factories";

const now = Date.now();
const day = 86_400_000;

describe("a deactivated member", () => {
  it("is no member for whoever asks what they may do", async () => {
    const { workspace, owner, member } = await deactivated({ role: "admin" });
    expect(await findMembership(member.id, workspace.slug)).toBeNull();
    expect(await listMemberships(member.id)).toEqual([]);
    expect(await defaultMembership({ ...member, defaultWorkspaceId: workspace.id })).toBeNull();
    expect(await changeProfile(member, { defaultWorkspaceId: workspace.id })).toMatchObject({ reason: "not_a_member" });
    const other = await addMember(workspace);
    const refusal = { ok: false, reason: "not_allowed" };
    expect(await change(workspace, member, other, { role: "client" })).toEqual(refusal);
    expect(await remove(workspace, member, other)).toEqual(refusal);
    expect(await remove(workspace, member, member)).toEqual(refusal);
    expect(await change(workspace, member, member, { status: "active" })).toEqual(refusal);
    expect((await findMember(workspace.id, owner.id, now))?.status).toBe("active");
  });

  it("makes no owners, though they were one", async () => {
    const { workspace, member } = await deactivated({ role: "owner" });
    const input = { email: "mei@example.org", role: "owner" as const };
    expect(await invite({ workspace, inviter: member, input, language: "en", now })).toMatchObject({
      reason: "not_an_owner",
    });
  });

  it("stays in the list with their role and their hours, and is in no event type and no team", async () => {
    const { workspace, owner } = await createWorkspace();
    const member = await addMember(workspace, { role: "admin" });
    const off = await createEventType(workspace, { owner, hosts: [member], isActive: false });
    const led = await createEventType(workspace, { owner: member, hosts: [owner] });
    await createTeam(workspace, [member, owner]);
    expect(await change(workspace, owner, member, { status: "deactivated" })).toEqual({ ok: true });
    expect(await findMember(workspace.id, member.id, now)).toMatchObject({ role: "admin", status: "deactivated" });
    expect(await db.$count(bookingSchedules, eq(bookingSchedules.userId, member.id))).toBe(1);
    expect(await hostsOf(off.id)).toEqual([owner.id]);
    const [row] = await db.select().from(bookingEventTypes).where(eq(bookingEventTypes.id, led.id));
    expect(row?.ownerId).toBe(owner.id);
    const inTeams = await db.select().from(teamMembers).where(eq(teamMembers.workspaceId, workspace.id));
    expect(inTeams.map(({ userId }) => userId)).toEqual([owner.id]);
  });

  it("is offered as nobody's host and nobody's successor", async () => {
    const { workspace, owner, member } = await deactivated();
    const row = await createEventType(workspace, { owner });
    const booking = await createBooking(row, { start: now + day });
    const eventType = (await findEventType(workspace.id, row.id))!;
    const wanted = { ...booking, start: now + day, end: now + day + 1_800_000, attendees: [] };
    const successors = await listSuccessors(eventType, wanted as never, now);
    expect(successors.map(({ userId }) => userId)).toEqual([owner.id]);
    expect((await listActiveHosts(workspace.id)).map(({ id }) => id)).toEqual([owner.id]);
    const as = { userId: owner.id, role: "owner" } as const;
    const patch = { member_ids: [member.id] };
    expect(await changeEventType({ workspaceId: workspace.id, id: row.id, member: as, patch })).toMatchObject({
      reason: "invalid",
      errors: [{ path: "member_ids" }],
    });
  });

  it("comes back with what they had, and the log tells of both", async () => {
    const { workspace, owner, member } = await deactivated();
    expect(await change(workspace, owner, member, { status: "active" })).toEqual({ ok: true });
    expect(await findMembership(member.id, workspace.slug)).toMatchObject({ role: "member" });
    expect(await change(workspace, owner, member, { status: "active" })).toEqual({ ok: true });
    expect(await actionsOf(workspace)).toEqual(["member.deactivated", "member.reactivated"]);
  });

  it("can be given another role, and be removed for good", async () => {
    const { workspace, owner, member } = await deactivated();
    expect(await change(workspace, owner, member, { role: "admin" })).toEqual({ ok: true });
    expect(await findMember(workspace.id, member.id, now)).toMatchObject({ role: "admin", status: "deactivated" });
    expect(await remove(workspace, owner, member)).toEqual({ ok: true });
    expect(await findMember(workspace.id, member.id, now)).toBeNull();
  });

  it("is not invited but reactivated", async () => {
    const { workspace, owner, member } = await deactivated();
    const input = { email: member.email.toUpperCase(), role: "member" as const };
    expect(await invite({ workspace, inviter: owner, input, language: "en", now })).toEqual({
      ok: false,
      reason: "deactivated_member",
    });
  });
});

describe("deactivating", () => {
  it("is refused as long as invitees count on the member", async () => {
    const { workspace, owner } = await createWorkspace();
    const member = await addMember(workspace);
    const eventType = await createEventType(workspace, { owner, hosts: [member] });
    const deactivate = () => change(workspace, owner, member, { status: "deactivated" });
    expect(await deactivate()).toEqual({ ok: false, reason: "hosts_event_types" });
    await db.update(bookingEventTypes).set({ isActive: false }).where(eq(bookingEventTypes.id, eventType.id));
    await createBooking(eventType, { hostId: member.id, start: now + day });
    expect(await deactivate()).toEqual({ ok: false, reason: "has_bookings" });
    expect(await actionsOf(workspace)).toEqual([]);
  });

  it("is for owners and admins, of owners for owners, and of oneself for nobody", async () => {
    const { workspace, owner } = await createWorkspace();
    const [second, admin] = [
      await addMember(workspace, { role: "owner" }),
      await addMember(workspace, { role: "admin" }),
    ];
    const [member, client] = [await addMember(workspace), await addMember(workspace, { role: "client" })];
    const off = { status: "deactivated" } as const;
    expect(await change(workspace, member, client, off)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await change(workspace, admin, owner, off)).toEqual({ ok: false, reason: "not_an_owner" });
    expect(await change(workspace, owner, owner, off)).toEqual({ ok: false, reason: "not_yourself" });
    expect(await change(workspace, admin, client, off)).toEqual({ ok: true });
    expect(await change(workspace, owner, second, off)).toEqual({ ok: true });
    expect(await change(workspace, admin, second, { status: "active" })).toEqual({ ok: false, reason: "not_an_owner" });
    expect(await remove(workspace, admin, second)).toEqual({ ok: false, reason: "not_an_owner" });
    const stranger = await createUser();
    expect(await change(workspace, owner, stranger, off)).toEqual({ ok: false, reason: "unknown" });
  });

  it("leaves the last owner who is active in place: one who is not does not count", async () => {
    const { workspace, owner } = await createWorkspace();
    const second = await addMember(workspace, { role: "owner" });
    expect(await change(workspace, owner, second, { status: "deactivated" })).toEqual({ ok: true });
    expect(await change(workspace, owner, owner, { role: "admin" })).toEqual({ ok: false, reason: "last_owner" });
    expect(await remove(workspace, owner, owner)).toEqual({ ok: false, reason: "last_owner" });
    expect(await change(workspace, owner, second, { role: "member" })).toEqual({ ok: true });
  });

  it("and another role together happen both or not at all", async () => {
    const { workspace, owner } = await createWorkspace();
    const member = await addMember(workspace);
    const eventType = await createEventType(workspace, { owner, hosts: [member] });
    const both = { role: "admin", status: "deactivated" } as const;
    expect(await change(workspace, owner, member, both)).toMatchObject({ reason: "hosts_event_types" });
    expect(await findMember(workspace.id, member.id, now)).toMatchObject({ role: "member", status: "active" });
    await db.update(bookingEventTypes).set({ isActive: false }).where(eq(bookingEventTypes.id, eventType.id));
    expect(await change(workspace, owner, member, both)).toEqual({ ok: true });
    expect(await findMember(workspace.id, member.id, now)).toMatchObject({ role: "admin", status: "deactivated" });
  });
});

type User = Awaited<ReturnType<typeof createUser>>;
type Workspace = { id: string };

function change(
  workspace: Workspace,
  actor: User,
  user: User,
  patch: Pick<Parameters<typeof changeMember>[0], "role" | "status">,
) {
  return changeMember({ workspaceId: workspace.id, actorId: actor.id, userId: user.id, ...patch, now });
}

function remove(workspace: Workspace, actor: User, user: User) {
  return removeMember({ workspaceId: workspace.id, actorId: actor.id, userId: user.id, now });
}

async function deactivated(given: Parameters<typeof addMember>[1] = {}) {
  const { workspace, owner } = await createWorkspace();
  const member = await addMember(workspace, given);
  expect(await change(workspace, owner, member, { status: "deactivated" })).toEqual({ ok: true });
  const key = and(eq(workspaceMembers.workspaceId, workspace.id), eq(workspaceMembers.userId, member.id));
  expect((await db.select().from(workspaceMembers).where(key))[0]?.deactivatedAt).toEqual(new Date(now));
  return { workspace, owner, member };
}

async function hostsOf(eventTypeId: string) {
  const rows = await db
    .select()
    .from(bookingEventTypeMembers)
    .where(eq(bookingEventTypeMembers.eventTypeId, eventTypeId));
  return rows.map(({ userId }) => userId);
}

async function actionsOf(workspace: Workspace) {
  const lines = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.workspaceId, workspace.id))
    .orderBy(asc(auditLog.id));
  return lines.map(({ action }) => action);
}
