import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { auditLog, bookingEventTypes } from "~db/schema";
import { deleteEventType } from "~/domain/event-types/delete-event-type.server";
import { deleteTeam } from "~/domain/teams/delete-team.server";
import { findTeam } from "~/domain/teams/teams.server";
import { createBooking, createEventType, createTeam, createWorkspace } from "../../support/factories";

async function studio() {
  const { workspace, owner } = await createWorkspace();
  const team = await createTeam(workspace, [owner]);
  const remove = (idOrSlug = team.id) => deleteTeam({ workspaceId: workspace.id, userId: owner.id, idOrSlug });
  const offer = (name: string) =>
    createEventType(workspace, { owner, name, isTeamEvent: true, assignmentType: "round_robin", teamId: team.id });
  return { workspace, owner, team, remove, offer };
}

describe("deleting a team", () => {
  it("takes it away with its members, once, and notes it", async () => {
    const { workspace, team, remove } = await studio();
    expect(await remove(team.slug)).toEqual({ ok: true });
    expect(await findTeam(workspace.id, team.id)).toBeNull();
    expect(await remove()).toEqual({ ok: false, reason: "not_found" });
    const lines = await db.select().from(auditLog).where(eq(auditLog.subjectId, team.id));
    expect(lines).toMatchObject([{ action: "team.deleted", details: { name: team.name, slug: team.slug } }]);
  });

  it("is refused while event types belong to it, by their names", async () => {
    const { workspace, team, remove, offer } = await studio();
    await offer("Site visit");
    await offer("Acceptance");
    expect(await remove()).toEqual({ ok: false, reason: "in_use", eventTypes: ["Acceptance", "Site visit"] });
    expect(await findTeam(workspace.id, team.id)).toMatchObject({ members: [{}] });
  });

  it("is not held up by event types that are gone", async () => {
    const { workspace, owner, remove, offer } = await studio();
    const booked = await offer("Site visit");
    await createBooking(booked, { start: Date.UTC(2026, 10, 23, 9) });
    const member = { userId: owner.id, role: "owner" as const };
    await deleteEventType({ workspaceId: workspace.id, id: booked.id, member, now: Date.now() });
    expect(await remove()).toEqual({ ok: true });
  });

  it("waits for an event type that takes it at the same moment, and is refused for it", async () => {
    const { workspace, owner, team, remove } = await studio();
    const eventType = await createEventType(workspace, { owner, isTeamEvent: true, assignmentType: "round_robin" });
    let removing: ReturnType<typeof remove>;
    await db.transaction(async (tx) => {
      await tx.update(bookingEventTypes).set({ teamId: team.id }).where(eq(bookingEventTypes.id, eventType.id));
      removing = remove();
      const first = await Promise.race([removing, new Promise((resolve) => setTimeout(resolve, 300, "waits"))]);
      expect(first).toBe("waits");
    });
    expect(await removing!).toEqual({ ok: false, reason: "in_use", eventTypes: ["Intro call"] });
  });
});
