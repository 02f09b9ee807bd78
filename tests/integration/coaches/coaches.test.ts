import { describe, expect, it } from "vitest";
import { changeEventType } from "~/domain/event-types/save-event-type.server";
import { changeCoaching, findCoaching } from "~/domain/coaches/coaching.server";
import { listCoaches } from "~/domain/coaches/coaches.server";
import { ensureSessionEventType } from "~/domain/coaches/session-event-type.server";
import { listEventTypes, listPublicEventTypes } from "~/domain/event-types/event-types.server";
import { changeMember } from "~/domain/workspaces/change-member.server";
import { removeMember } from "~/domain/workspaces/remove-member.server";
import { addMember, createUser } from "../../support/factories";
import { now } from "../../support/orders";
import { practice, sessionOf } from "../../support/sessions";

const monday = Date.parse("2026-11-23T08:00:00Z");

describe("the coaches of a workspace", () => {
  it("are its active hosts who take sessions, by name, with when they are next free", async () => {
    const { workspace, coach } = await practice();
    const zoe = await addMember(workspace, { user: await createUser({ name: "Zoë Ødegård", timezone: "Asia/Tokyo" }) });
    const off = await addMember(workspace);
    const gone = await addMember(workspace);
    const workspaceId = workspace.id;
    await changeCoaching({ workspaceId, userId: off.id, input: { takes_sessions: false, about: "" }, now });
    await changeCoaching({ workspaceId, userId: zoe.id, input: { takes_sessions: true, about: "Careers." }, now });
    await changeMember({ workspaceId, actorId: coach.id, userId: gone.id, status: "deactivated", now });
    // Friday at nine in Oslo: Ada is free at once, and for Zoë it is Friday evening.
    expect(await listCoaches(workspaceId, now)).toEqual([
      { workspaceId, userId: coach.id, name: coach.name, about: "", timezone: "Europe/Oslo", nextFree: now },
      {
        workspaceId,
        userId: zoe.id,
        name: "Zoë Ødegård",
        about: "Careers.",
        timezone: "Asia/Tokyo",
        nextFree: Date.parse("2026-11-23T00:00:00Z"),
      },
    ]);
  });

  it("are next free by their own rules: notice, limits, what is booked, and never for who has no time", async () => {
    const who = await practice();
    const { workspace, coach } = who;
    const limited = await addMember(workspace, { user: await createUser({ name: "Bo" }) });
    const workspaceId = workspace.id;
    await sessionOf({ ...who, coach: limited }, { start: monday + 3_600_000, now });
    for (const [host, patch] of [
      [coach, { minimum_notice_minutes: 4 * 24 * 60 }],
      [limited, { max_per_day: 1, minimum_notice_minutes: 24 * 60 }],
    ] as const) {
      const actor = { kind: "user", userId: host.id } as const;
      const { id } = (await ensureSessionEventType({ workspaceId, coachId: host.id, actor }))!;
      expect(
        await changeEventType({ workspaceId, id, member: { userId: host.id, role: "owner" }, patch }),
      ).toMatchObject({
        ok: true,
      });
    }
    const found = new Map((await listCoaches(workspaceId, now)).map(({ userId, nextFree }) => [userId, nextFree]));
    expect(found.get(coach.id)).toBe(Date.parse("2026-11-24T08:00:00Z"));
    expect(found.get(limited.id)).toBe(Date.parse("2026-11-24T08:00:00Z"));
  });

  it("say about themselves what they wrote last", async () => {
    const { workspace, coach } = await practice();
    const who = { workspaceId: workspace.id, userId: coach.id };
    expect(await findCoaching(who.workspaceId, who.userId)).toEqual({ takesSessions: true, about: "" });
    await changeCoaching({ ...who, input: { takes_sessions: false, about: "Not now." }, now });
    expect(await findCoaching(who.workspaceId, who.userId)).toEqual({ takesSessions: false, about: "Not now." });
  });
});

describe("what stands behind sessions", () => {
  it("is in no list of event types and on no public page", async () => {
    const who = await practice();
    await sessionOf(who);
    expect(await listEventTypes(who.workspace.id)).toEqual([]);
    expect(await listPublicEventTypes(who.workspace.id)).toEqual([]);
  });

  it("stays with its coach: it is no team's, and nobody else's", async () => {
    const { workspace, coach } = await practice();
    const other = await addMember(workspace);
    const workspaceId = workspace.id;
    const actor = { kind: "user", userId: coach.id } as const;
    const { id } = (await ensureSessionEventType({ workspaceId, coachId: coach.id, actor }))!;
    const member = { userId: coach.id, role: "owner" as const };
    const change = (patch: object) => changeEventType({ workspaceId, id, member, patch });
    expect(await change({ member_ids: [other.id] })).toMatchObject({ reason: "invalid" });
    expect(await change({ is_team_event: true, assignment_type: "round_robin" })).toMatchObject({ reason: "invalid" });
    expect(await change({ buffer_after: 15 })).toMatchObject({ ok: true });
  });

  it("does not keep a coach who leaves, nor goes to whoever gets what they owned", async () => {
    const { workspace, coach, client } = await practice();
    const leaver = await addMember(workspace);
    const workspaceId = workspace.id;
    for (const host of [coach, leaver]) {
      const actor = { kind: "user", userId: host.id } as const;
      await ensureSessionEventType({ workspaceId, coachId: host.id, actor });
    }
    const removed = await removeMember({ workspaceId, actorId: coach.id, userId: leaver.id, now });
    expect(removed).toEqual({ ok: true });
    expect((await listCoaches(workspaceId, now)).map(({ userId }) => userId)).toEqual([coach.id]);
    await addMember(workspace, { user: leaver });
    await sessionOf({ workspace, coach: leaver, client });
  });

  it("keeps a coach who has sessions to come, and not a client who has", async () => {
    const { workspace, coach, client } = await practice();
    const leaver = await addMember(workspace);
    await sessionOf({ workspace, coach: leaver, client });
    const who = { workspaceId: workspace.id, actorId: coach.id, now: Date.now() };
    expect(await removeMember({ ...who, userId: leaver.id })).toEqual({ ok: false, reason: "has_bookings" });
    expect(await changeMember({ ...who, userId: leaver.id, role: "client" })).toMatchObject({ reason: "has_bookings" });
    expect(await removeMember({ ...who, userId: client.id })).toEqual({ ok: true });
  });
});
