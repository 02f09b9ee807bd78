import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookingEventTypeMembers, bookingEventTypes, bookingSchedules, users, workspaceMembers } from "~db/schema";
import { changeMember } from "~/domain/workspaces/change-member.server";
import { createWorkspace } from "~/domain/workspaces/create-workspace.server";
import { listMembers } from "~/domain/workspaces/members.server";
import { removeMember } from "~/domain/workspaces/remove-member.server";
import type { Role } from "~/domain/workspaces/roles";
import {
  addMember,
  createBooking,
  createEventType,
  createUser,
  createWorkspace as workspaceOf,
  unique,
} from "../../support/factories";

const now = Date.now();
const day = 86_400_000;

describe("making a workspace", () => {
  it("makes the creator its owner, with working hours in their zone", async () => {
    const creator = await createUser({ timezone: "Asia/Kolkata" });
    const result = await createWorkspace(creator, { name: "Acme", slug: `acme-${unique()}` });
    if (!result.ok) throw new Error(result.reason);
    expect((await listMembers(result.workspace.id, { limit: 10, offset: 0, now })).items).toMatchObject([
      { userId: creator.id, role: "owner" },
    ]);
    const [schedule] = await db
      .select()
      .from(bookingSchedules)
      .where(eq(bookingSchedules.workspaceId, result.workspace.id));
    expect(schedule).toMatchObject({ userId: creator.id, timezone: "Asia/Kolkata", isDefault: true });
  });

  it("of five with one address at once, one wins", async () => {
    const creator = await createUser();
    const slug = `race-${unique()}`;
    const results = await Promise.all(
      Array.from({ length: 5 }, () => createWorkspace(creator, { name: "Acme", slug })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "slug_taken")).toHaveLength(4);
  });
});

describe("the last owner", () => {
  it("can neither be demoted nor leave", async () => {
    const { workspace, owner } = await workspaceOf();
    expect(await demote(workspace.id, owner.id, owner.id)).toEqual({ ok: false, reason: "last_owner" });
    expect(await remove(workspace.id, owner.id, owner.id)).toEqual({ ok: false, reason: "last_owner" });
  });

  it("stays when two owners demote each other at once", async () => {
    for (let round = 0; round < 10; round++) {
      const { workspace, owner, other } = await twoOwners();
      await Promise.all([demote(workspace.id, owner.id, other.id), demote(workspace.id, other.id, owner.id)]);
      expect(await countOwners(workspace.id)).toBe(1);
    }
  });

  it("stays when two owners leave at once", async () => {
    for (let round = 0; round < 10; round++) {
      const { workspace, owner, other } = await twoOwners();
      await Promise.all([remove(workspace.id, owner.id, owner.id), remove(workspace.id, other.id, other.id)]);
      expect(await countOwners(workspace.id)).toBe(1);
    }
  });
});

describe("who may change members", () => {
  it("an admin neither makes, demotes nor removes owners", async () => {
    const { workspace, owner } = await workspaceOf();
    const admin = await addMember(workspace, { role: "admin" });
    const refusal = { ok: false, reason: "not_an_owner" };
    expect(await setRole(workspace.id, admin.id, admin.id, "owner")).toEqual(refusal);
    expect(await demote(workspace.id, admin.id, owner.id)).toEqual(refusal);
    expect(await remove(workspace.id, admin.id, owner.id)).toEqual(refusal);
  });

  it("a member changes nobody, and may leave", async () => {
    const { workspace } = await workspaceOf();
    const [member, other] = [await addMember(workspace), await addMember(workspace)];
    expect(await setRole(workspace.id, member.id, other.id, "admin")).toEqual({ ok: false, reason: "not_allowed" });
    expect(await remove(workspace.id, member.id, other.id)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await remove(workspace.id, member.id, member.id)).toEqual({ ok: true });
  });

  it("nobody changes a member of another workspace", async () => {
    const [{ workspace, owner }, elsewhere] = [await workspaceOf(), await workspaceOf()];
    const stranger = await addMember(elsewhere.workspace);
    expect(await setRole(workspace.id, owner.id, stranger.id, "admin")).toEqual({ ok: false, reason: "unknown" });
    expect(await setRole(elsewhere.workspace.id, owner.id, stranger.id, "admin")).toEqual({
      ok: false,
      reason: "not_allowed",
    });
  });

  it("a client who becomes a member gets working hours", async () => {
    const { workspace, owner } = await workspaceOf();
    const client = await addMember(workspace, { role: "client" });
    await setRole(workspace.id, owner.id, client.id, "member");
    expect(await db.$count(bookingSchedules, eq(bookingSchedules.userId, client.id))).toBe(1);
  });
});

describe("removing a member", () => {
  it("is refused while they host an active event type, or lend it their hours", async () => {
    const { workspace, owner } = await workspaceOf();
    const [host, lender] = [await addMember(workspace), await addMember(workspace)];
    const [schedule] = await db.select().from(bookingSchedules).where(eq(bookingSchedules.userId, lender.id));
    await createEventType(workspace, { owner, hosts: [host], scheduleId: schedule!.id });
    expect(await remove(workspace.id, owner.id, host.id)).toEqual({ ok: false, reason: "hosts_event_types" });
    expect(await remove(workspace.id, owner.id, lender.id)).toEqual({ ok: false, reason: "hosts_event_types" });
  });

  it("is refused while they have a meeting to come, and not for one that is over or cancelled", async () => {
    const { workspace, owner } = await workspaceOf();
    const host = await addMember(workspace);
    const eventType = await createEventType(workspace, { owner: host, isActive: false });
    await createBooking(eventType, { start: now - day, status: "completed" });
    await createBooking(eventType, { start: now + 2 * day, status: "cancelled" });
    const booking = await createBooking(eventType, { start: now + day, status: "pending" });
    expect(await remove(workspace.id, owner.id, host.id)).toEqual({ ok: false, reason: "has_bookings" });
    const later = booking.endTime.getTime();
    expect(await removeMember({ workspaceId: workspace.id, actorId: owner.id, userId: host.id, now: later })).toEqual({
      ok: true,
    });
  });

  it("hands what they own and do not offer to an owner, who becomes the host where there is no other", async () => {
    const { workspace, owner } = await workspaceOf();
    const leaver = await addMember(workspace);
    await db.update(users).set({ defaultWorkspaceId: workspace.id }).where(eq(users.id, leaver.id));
    const archived = await createEventType(workspace, { owner: leaver, archivedAt: new Date(now) });
    const led = await createEventType(workspace, { owner: leaver, hosts: [owner] });
    expect(await remove(workspace.id, leaver.id, leaver.id)).toEqual({ ok: true });
    const owners = await db.select().from(bookingEventTypes).where(eq(bookingEventTypes.workspaceId, workspace.id));
    expect(owners.map((row) => row.ownerId)).toEqual([owner.id, owner.id]);
    const hosts = await db
      .select()
      .from(bookingEventTypeMembers)
      .where(eq(bookingEventTypeMembers.workspaceId, workspace.id));
    expect(hosts.map((row) => [row.eventTypeId, row.userId]).sort()).toEqual(
      [
        [archived.id, owner.id],
        [led.id, owner.id],
      ].sort(),
    );
    const [row] = await db.select().from(users).where(eq(users.id, leaver.id));
    expect(row?.defaultWorkspaceId).toBeNull();
  });
});

describe("a member whom invitees count on", () => {
  it("cannot become a client, who hosts nothing", async () => {
    const { workspace, owner } = await workspaceOf();
    const host = await addMember(workspace);
    const eventType = await createEventType(workspace, { owner, hosts: [host] });
    const demoted = () => setRole(workspace.id, owner.id, host.id, "client");
    expect(await demoted()).toEqual({ ok: false, reason: "hosts_event_types" });
    expect(await setRole(workspace.id, owner.id, host.id, "admin")).toEqual({ ok: true });
    await db.update(bookingEventTypes).set({ isActive: false }).where(eq(bookingEventTypes.id, eventType.id));
    expect(await demoted()).toEqual({ ok: true });
  });
});

function setRole(workspaceId: string, actorId: string, userId: string, role: Role) {
  return changeMember({ workspaceId, actorId, userId, role, now });
}

function demote(workspaceId: string, actorId: string, userId: string) {
  return setRole(workspaceId, actorId, userId, "member");
}

function remove(workspaceId: string, actorId: string, userId: string) {
  return removeMember({ workspaceId, actorId, userId, now });
}

async function twoOwners() {
  const { workspace, owner } = await workspaceOf();
  return { workspace, owner, other: await addMember(workspace, { role: "owner" }) };
}

function countOwners(workspaceId: string) {
  return db.$count(
    workspaceMembers,
    and(eq(workspaceMembers.workspaceId, workspaceId), eq(workspaceMembers.role, "owner")),
  );
}
