import { and, eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookingEventTypeMembers, bookings, teamMembers } from "~db/schema";
import { book } from "~/domain/bookings/book.server";
import { reassign } from "~/domain/bookings/reassign.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import { leaveEventType } from "~/domain/event-types/leave-event-type.server";
import { EventTypeInput } from "~/domain/event-types/event-type-input";
import { changeEventType, createEventType as makeEventType } from "~/domain/event-types/save-event-type.server";
import { changeTeam } from "~/domain/teams/save-team.server";
import { changeMember, whyNotDeactivatable } from "~/domain/workspaces/change-member.server";
import { findMember } from "~/domain/workspaces/members.server";
import { whyNotRemovable } from "~/domain/workspaces/remove-member.server";
import { addMember, createEventType, createTeam, createWorkspace } from "../../support/factories";
import { booked, now, office, wish } from "../../support/orders";

const rounds = Array.from({ length: 8 }, (_, index) => index);

type Person = { id: string };

describe("two who deactivate each other at once", () => {
  it.each(["owner", "admin"] as const)("%ss: one of them stays, and the other is told no", async (role) => {
    for (const _ of rounds) {
      const { workspace } = await createWorkspace();
      const [one, two] = [await addMember(workspace, { role }), await addMember(workspace, { role })];
      const results = await Promise.all([deactivate(workspace, one, two), deactivate(workspace, two, one)]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "not_allowed" });
      expect([await statusOf(workspace, one), await statusOf(workspace, two)].sort()).toEqual([
        "active",
        "deactivated",
      ]);
    }
  });
});

describe("somebody who is deactivated", () => {
  it("at the moment of a booking is in no meeting: either comes first", async () => {
    for (const _ of rounds) {
      const { workspace, owner } = await createWorkspace();
      const member = await addMember(workspace);
      const row = await createEventType(workspace, {
        owner,
        hosts: [member, owner],
        isTeamEvent: true,
        assignmentType: "round_robin",
        maxPerDay: 9,
      });
      const eventType = (await findEventType(workspace.id, row.id))!;
      const order = { eventType, input: wish(), wish: { members: [member.id] }, locale: "en", now };
      const [, went] = await Promise.all([book(order), leave(workspace, owner, member, row)]);
      expect(await countMeetings(workspace, member)).toBe(went.ok ? 0 : 1);
      if (!went.ok) expect(went.reason).toBe("has_bookings");
    }
  });

  it("at the moment of a booking that nothing makes wait is in no meeting either", async () => {
    for (let round = 0; round < 40; round++) {
      const { workspace, owner } = await createWorkspace();
      const member = await addMember(workspace);
      const { id } = await createEventType(workspace, { owner, isTeamEvent: true, assignmentType: "round_robin" });
      const team = await createTeam(workspace, [member]);
      const eventType = (await findEventType(workspace.id, id))!;
      const order = { eventType, input: wish(), wish: { team: team.slug }, locale: "en", now };
      const later = new Promise((resolve) => setTimeout(resolve, round % 10));
      const [, went] = await Promise.all([book(order), later.then(() => deactivate(workspace, owner, member))]);
      expect(await countMeetings(workspace, member)).toBe(went.ok ? 0 : 1);
    }
  });

  it("or made a client at the moment of such a booking is in no meeting", async () => {
    for (let round = 0; round < 40; round++) {
      const { workspace, owner } = await createWorkspace();
      const member = await addMember(workspace);
      const { id } = await createEventType(workspace, { owner, isTeamEvent: true, assignmentType: "round_robin" });
      const team = await createTeam(workspace, [member]);
      const eventType = (await findEventType(workspace.id, id))!;
      const order = { eventType, input: wish(), wish: { team: team.slug }, locale: "en", now };
      const who = { workspaceId: workspace.id, actorId: owner.id, userId: member.id };
      const later = new Promise((resolve) => setTimeout(resolve, round % 10));
      const [, went] = await Promise.all([
        book(order),
        later.then(() => changeMember({ ...who, role: "client", now })),
      ]);
      expect(await countMeetings(workspace, member)).toBe(went.ok ? 0 : 1);
    }
  });

  it("at the moment of a handover to them gets no meeting", async () => {
    for (const _ of rounds) {
      const { workspace, owner, eventType } = await office();
      const member = await addMember(workspace);
      const booking = await booked(eventType);
      const actor = { kind: "user", userId: owner.id } as const;
      const handover = reassign({ booking, from: owner.id, to: member.id, actor, now });
      const [handed, went] = await Promise.all([handover, deactivate(workspace, owner, member)]);
      expect([handed.ok, went.ok].sort()).toEqual([false, true]);
      expect(await countMeetings(workspace, member)).toBe(handed.ok ? 1 : 0);
    }
  });

  it("at the moment when they are made a host hosts nothing, and the event type keeps a host", async () => {
    for (const _ of rounds) {
      const { workspace, owner } = await createWorkspace();
      const member = await addMember(workspace);
      const { id } = await createEventType(workspace, { owner: member, hosts: [owner] });
      const as = { userId: owner.id, role: "owner" } as const;
      const patch = { member_ids: [member.id] };
      const [saved, went] = await Promise.all([
        changeEventType({ workspaceId: workspace.id, id, member: as, patch }),
        deactivate(workspace, owner, member),
      ]);
      expect([saved.ok, went.ok].sort()).toEqual([false, true]);
      const hosts = await db.select().from(bookingEventTypeMembers).where(eq(bookingEventTypeMembers.eventTypeId, id));
      expect(hosts.map(({ userId }) => userId)).toEqual([saved.ok ? member.id : owner.id]);
    }
  });

  it("at the moment when an event type is made for them hosts nothing", async () => {
    for (const _ of rounds) {
      const { workspace, owner } = await createWorkspace();
      const member = await addMember(workspace);
      const fields = { name: "Route planning", duration_minutes: 30, member_ids: [member.id] };
      const as = { userId: owner.id, role: "owner" } as const;
      const [made, went] = await Promise.all([
        makeEventType({ workspaceId: workspace.id, member: as, input: EventTypeInput.parse(fields) }),
        deactivate(workspace, owner, member),
      ]);
      expect([made.ok, went.ok].sort()).toEqual([false, true]);
    }
  });

  it("and is looked at while an event type is made for them, breaks off neither", async () => {
    for (const _ of rounds) {
      const { workspace, owner } = await createWorkspace();
      const member = await addMember(workspace);
      const fields = { name: "Route planning", duration_minutes: 30, member_ids: [member.id] };
      const as = { userId: owner.id, role: "owner" } as const;
      const who = { workspaceId: workspace.id, actorId: owner.id, userId: member.id };
      const looks = Array.from({ length: 4 }, () => [whyNotDeactivatable(who), whyNotRemovable(who)]);
      const [made, ...reasons] = await Promise.all([
        makeEventType({ workspaceId: workspace.id, member: as, input: EventTypeInput.parse(fields) }),
        ...looks.flat(),
      ]);
      expect([made.ok, ...reasons]).toEqual([true, ...reasons.map(() => null)]);
    }
  });

  it("at the moment when they are put into a team is in none", async () => {
    for (const _ of rounds) {
      const { workspace, owner } = await createWorkspace();
      const member = await addMember(workspace);
      const team = await createTeam(workspace, [owner]);
      const patch = { member_ids: [owner.id, member.id] };
      const [, went] = await Promise.all([
        changeTeam({ workspaceId: workspace.id, userId: owner.id, idOrSlug: team.id, patch }),
        deactivate(workspace, owner, member),
      ]);
      expect(went.ok).toBe(true);
      const rows = await db.select().from(teamMembers).where(eq(teamMembers.teamId, team.id));
      expect(rows.map(({ userId }) => userId)).toEqual([owner.id]);
    }
  });
});

function deactivate(workspace: Person, actor: Person, user: Person) {
  const who = { workspaceId: workspace.id, actorId: actor.id, userId: user.id };
  return changeMember({ ...who, status: "deactivated", now });
}

/** As the form does it: off the event type first, which others go on with. */
async function leave(workspace: Person, owner: Person, member: Person, eventType: Person) {
  const actor = { userId: owner.id, role: "owner" } as const;
  const leaving = { workspaceId: workspace.id, id: eventType.id, actor, userId: member.id };
  await leaveEventType({ ...leaving, followed: "by_others", now: Date.now() });
  return deactivate(workspace, owner, member);
}

async function statusOf(workspace: Person, { id }: Person) {
  return (await findMember(workspace.id, id, now))?.status;
}

function countMeetings(workspace: Person, { id }: Person) {
  return db.$count(
    bookings,
    and(
      eq(bookings.workspaceId, workspace.id),
      eq(bookings.hostId, id),
      inArray(bookings.status, ["pending", "confirmed"]),
    ),
  );
}
