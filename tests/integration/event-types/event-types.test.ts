import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { auditLog, bookings } from "~db/schema";
import { deleteEventType } from "~/domain/event-types/delete-event-type.server";
import { duplicateEventType } from "~/domain/event-types/duplicate-event-type.server";
import { EventTypeInput } from "~/domain/event-types/event-type-input";
import {
  findEventType,
  findPublicEventType,
  listEventTypes,
  listPublicEventTypes,
} from "~/domain/event-types/event-types.server";
import { changeEventType, createEventType } from "~/domain/event-types/save-event-type.server";
import * as support from "../../support/factories";

const now = Date.UTC(2026, 10, 20, 9);
const input = (more: Record<string, unknown> = {}) =>
  EventTypeInput.parse({ name: "Intro call", duration_minutes: 30, ...more });

async function studio() {
  const { workspace, owner } = await support.createWorkspace();
  return {
    workspace,
    owner,
    given: { workspaceId: workspace.id, member: { userId: owner.id, role: "owner" as const } },
  };
}

describe("the address of an event type", () => {
  it("that was chosen goes to one of those who ask for it at the same moment", async () => {
    const { given } = await studio();
    const made = await Promise.all(
      Array.from({ length: 10 }, () => createEventType({ ...given, input: input({ slug: "intro" }) })),
    );
    expect(made.filter((each) => each.ok)).toHaveLength(1);
    expect(made.filter((each) => !each.ok && each.reason === "slug_taken")).toHaveLength(9);
  });

  it("that is made from the name is found for each of them", async () => {
    const { given } = await studio();
    const made = await Promise.all(Array.from({ length: 10 }, () => createEventType({ ...given, input: input() })));
    expect(made.every((each) => each.ok)).toBe(true);
    const slugs = made.flatMap((each) => (each.ok ? [each.eventType.slug] : []));
    expect(new Set(slugs).size).toBe(10);
    expect(slugs.every((slug) => slug.startsWith("intro-call"))).toBe(true);
  });

  it("may be the same in two workspaces", async () => {
    const [one, two] = [await studio(), await studio()];
    for (const { given } of [one, two]) {
      expect(await createEventType({ ...given, input: input({ slug: "intro" }) })).toMatchObject({ ok: true });
    }
    expect((await findPublicEventType(one.workspace.id, "intro"))?.workspaceId).toBe(one.workspace.id);
  });
});

describe("a copy", () => {
  it("has the same rules and hosts, an address of its own, and is off", async () => {
    const { workspace, owner, given } = await studio();
    const colleague = await support.addMember(workspace);
    const hosts = [
      { id: owner.id, weight: 2 },
      { id: colleague.id, priority: 5 },
    ];
    const source = await support.createEventType(workspace, {
      owner,
      hosts,
      name: "x".repeat(100),
      isTeamEvent: true,
      assignmentType: "round_robin",
      excludedDates: ["2026-12-24"],
      durationOptions: [15, 30],
      maxPerDay: 3,
      inviteeMayCancel: false,
      rescheduleNoticeHours: 24,
      requiresReason: true,
      showsHosts: false,
    });
    const copied = await duplicateEventType({ ...given, id: source.id });
    if (!copied.ok) throw new Error(copied.reason);
    expect(copied.eventType).toMatchObject({
      name: `${"x".repeat(93)} (copy)`,
      slug: `${source.slug}-copy`,
      isActive: false,
      isTeamEvent: true,
      assignmentType: "round_robin",
      excludedDates: ["2026-12-24"],
      durationOptions: [15, 30],
      maxPerDay: 3,
      inviteeMayCancel: false,
      rescheduleNoticeHours: 24,
      requiresReason: true,
      showsHosts: false,
      members: [
        { userId: colleague.id, weight: 1, priority: 5 },
        { userId: owner.id, weight: 2, priority: 0 },
      ],
    });
    const again = await Promise.all([1, 2, 3, 4].map(() => duplicateEventType({ ...given, id: source.id })));
    expect(again.every((each) => each.ok)).toBe(true);
  });

  it("is made of what one may change only", async () => {
    const { workspace, owner, given } = await studio();
    const source = await support.createEventType(workspace, { owner });
    const colleague = await support.addMember(workspace);
    const member = { userId: colleague.id, role: "member" as const };
    expect(await duplicateEventType({ ...given, member, id: source.id })).toMatchObject({ reason: "not_allowed" });
    const elsewhere = await studio();
    expect(await duplicateEventType({ ...elsewhere.given, id: source.id })).toMatchObject({ reason: "not_found" });
    expect(await listEventTypes(elsewhere.workspace.id)).toEqual([]);
  });
});

describe("deleting an event type", () => {
  it("archives one that was booked: its booking stays, and it is offered no more", async () => {
    const { workspace, owner, given } = await studio();
    const schedule = await support.createSchedule(workspace, owner);
    const booked = await support.createEventType(workspace, { owner, slug: "booked", scheduleId: schedule.id });
    const booking = await support.createBooking(booked, { start: now, status: "completed" });
    expect(await deleteEventType({ ...given, id: booked.id, now })).toEqual({ ok: true, isArchived: true });
    expect(await db.select().from(bookings).where(eq(bookings.id, booking.id))).toHaveLength(1);
    const archived = await findEventType(workspace.id, booked.id);
    expect(archived).toMatchObject({ archivedAt: new Date(now), isActive: false, scheduleId: null, name: booked.name });
    expect(await findPublicEventType(workspace.id, "booked")).toBeNull();
    expect(await listPublicEventTypes(workspace.id)).toEqual([]);
    expect(await changeEventType({ ...given, id: booked.id, patch: { is_active: true } })).toMatchObject({
      reason: "not_found",
    });
  });

  it("leaves nothing of one that nobody booked", async () => {
    const { workspace, owner, given } = await studio();
    const unused = await support.createEventType(workspace, { owner });
    expect(await deleteEventType({ ...given, id: unused.id, now })).toEqual({ ok: true, isArchived: false });
    expect(await findEventType(workspace.id, unused.id)).toBeNull();
  });
});

describe("changes", () => {
  it("are told as they were made, though the event type is deleted in the same moment", async () => {
    const { given } = await studio();
    for (let round = 0; round < 20; round++) {
      const made = await createEventType({ ...given, input: input() });
      if (!made.ok) throw new Error(made.reason);
      const { id } = made.eventType;
      const [changed] = await Promise.all([
        changeEventType({ ...given, id, patch: { name: "Advice" } }),
        deleteEventType({ ...given, id, now }),
      ]);
      expect(changed).toMatchObject(changed.ok ? { eventType: { id, name: "Advice" } } : { reason: "not_found" });
    }
  });

  it("of two people at the same moment both count", async () => {
    const { workspace, owner, given } = await studio();
    const shared = await support.createEventType(workspace, { owner });
    await Promise.all([
      changeEventType({ ...given, id: shared.id, patch: { name: "Renamed" } }),
      changeEventType({ ...given, id: shared.id, patch: { max_per_day: 4 } }),
      changeEventType({ ...given, id: shared.id, patch: { buffer_after: 15 } }),
    ]);
    expect(await findEventType(workspace.id, shared.id)).toMatchObject({
      name: "Renamed",
      maxPerDay: 4,
      bufferAfter: 15,
    });
  });

  it("keep each host's weight where only the hosts are named", async () => {
    const { workspace, owner, given } = await studio();
    const [one, two] = [await support.addMember(workspace), await support.addMember(workspace)];
    const team = await support.createEventType(workspace, {
      owner,
      hosts: [
        { id: owner.id, weight: 3 },
        { id: one.id, priority: 2 },
      ],
      isTeamEvent: true,
      assignmentType: "collective",
    });
    const changed = await changeEventType({ ...given, id: team.id, patch: { member_ids: [owner.id, one.id, two.id] } });
    if (!changed.ok) throw new Error(changed.reason);
    const shares = new Map(changed.eventType.members.map((host) => [host.userId, [host.weight, host.priority]]));
    expect([shares.get(owner.id), shares.get(one.id), shares.get(two.id)]).toEqual([
      [3, 0],
      [1, 2],
      [1, 0],
    ]);
  });

  it("take a team's members for hosts where none are named", async () => {
    const { workspace, owner, given } = await studio();
    const colleague = await support.addMember(workspace);
    const team = await support.createTeam(workspace, [owner, colleague]);
    const made = await createEventType({
      ...given,
      input: input({ is_team_event: true, assignment_type: "all_hands", team_id: team.id }),
    });
    if (!made.ok) throw new Error(made.reason);
    expect(made.eventType.members.map((host) => host.userId).sort()).toEqual([owner.id, colleague.id].sort());
  });

  it("are each a line of the audit log", async () => {
    const { given, owner } = await studio();
    const made = await createEventType({ ...given, input: input() });
    if (!made.ok) throw new Error(made.reason);
    const { id } = made.eventType;
    await changeEventType({ ...given, id, patch: { name: "Renamed" } });
    await deleteEventType({ ...given, id, now });
    const lines = await db.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.id);
    expect(lines.map((line) => [line.action, line.actorId])).toEqual([
      ["event_type.created", owner.id],
      ["event_type.changed", owner.id],
      ["event_type.deleted", owner.id],
    ]);
  });

  it("that are refused leave no line and no trace", async () => {
    const { given, workspace } = await studio();
    const made = await createEventType({ ...given, input: input({ member_ids: [] }) });
    expect(made).toMatchObject({ ok: false, reason: "invalid" });
    expect(await db.select().from(auditLog).where(eq(auditLog.workspaceId, workspace.id))).toEqual([]);
  });
});

describe("lists", () => {
  it("show a host what they own or host, and the public what is active and listed", async () => {
    const { workspace, owner } = await studio();
    const colleague = await support.addMember(workspace);
    const theirs = await support.createEventType(workspace, { owner: colleague, name: "Theirs" });
    const shared = await support.createEventType(workspace, {
      owner: colleague,
      name: "Shared",
      hosts: [colleague, owner],
      isTeamEvent: true,
      assignmentType: "collective",
    });
    await support.createEventType(workspace, { owner, name: "Off", isActive: false });
    await support.createEventType(workspace, { owner, name: "Hidden", isListed: false });
    const names = (items: { name: string }[]) => items.map((item) => item.name).sort();
    expect(names(await listEventTypes(workspace.id, { hostId: owner.id }))).toEqual(["Hidden", "Off", "Shared"]);
    expect(names(await listEventTypes(workspace.id))).toHaveLength(4);
    expect(names(await listPublicEventTypes(workspace.id))).toEqual([shared.name, theirs.name]);
  });
});
