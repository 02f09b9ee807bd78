import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookingEventTypeMembers, bookingPicks, bookings } from "~db/schema";
import { book } from "~/domain/bookings/book.server";
import { cancel } from "~/domain/bookings/cancel.server";
import { changeEventType } from "~/domain/event-types/save-event-type.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import type { EventType } from "~/domain/event-types/event-type";
import { addMember, createEventType, createTeam, createWorkspace } from "../../support/factories";
import { booked, monday, now, wish } from "../../support/orders";

const half = 30 * 60_000;
const at = (slot: number) => new Date(Date.parse(monday) + slot * half).toISOString();

async function team(assignmentType: "round_robin" | "collective" | "all_hands", weights: number[]) {
  const { workspace, owner } = await createWorkspace();
  const others = await Promise.all(weights.slice(1).map(() => addMember(workspace)));
  const hosts = [owner, ...others].map(({ id }, index) => ({ id, weight: weights[index], priority: index }));
  const row = await createEventType(workspace, { owner, hosts, isTeamEvent: true, assignmentType });
  const before = { createdAt: new Date(now - 24 * 2 * half) };
  await db.update(bookingEventTypeMembers).set(before).where(eq(bookingEventTypeMembers.eventTypeId, row.id));
  return { workspace, owner, hosts, eventType: await again(workspace.id, row.id) };
}

async function again(workspaceId: string, id: string) {
  return (await findEventType(workspaceId, id))!;
}

async function pickOf(bookingId: string) {
  return (await db.select().from(bookingPicks).where(eq(bookingPicks.bookingId, bookingId)))[0];
}

/** Joins the hosts after everything that was booked so far. */
async function join(eventType: EventType, userId: string, createdAt: Date) {
  const { workspaceId, id: eventTypeId } = eventType;
  await db.insert(bookingEventTypeMembers).values({ workspaceId, eventTypeId, userId, createdAt });
  return again(workspaceId, eventTypeId);
}

const hostsOf = (results: Awaited<ReturnType<typeof book>>[]) =>
  results.map((result) => (result.ok ? result.booking.hostId : result.reason));

describe("round robin", () => {
  it("gives ten each of 40 simultaneous bookings over four hosts", async () => {
    const { eventType, hosts } = await team("round_robin", [1, 1, 1, 1]);
    // Eight a day on five days: everybody is free for each, so only the counts decide.
    const slots = Array.from({ length: 40 }, (_, index) => at(Math.floor(index / 8) * 48 + (index % 8)));
    const results = await Promise.all(
      slots.map((start) => book({ eventType, input: wish({ start }), locale: "en", now })),
    );
    const given = hostsOf(results);
    expect(hosts.map(({ id }) => given.filter((each) => each === id).length)).toEqual([10, 10, 10, 10]);
  });

  it("goes by weight", async () => {
    const { eventType, hosts } = await team("round_robin", [2, 1]);
    const given = [];
    for (let slot = 0; slot < 9; slot++) given.push((await booked(eventType, { start: at(slot) })).hostId);
    expect(given.filter((id) => id === hosts[0]!.id)).toHaveLength(6);
  });

  it("counts no meeting that was cancelled or is over", async () => {
    const { eventType, hosts } = await team("round_robin", [1, 1]);
    const first = await booked(eventType);
    const second = await booked(eventType, { start: at(1) });
    expect(new Set([first.hostId, second.hostId]).size).toBe(2);
    const actor = { kind: "user", userId: hosts[0]!.id } as const;
    await cancel({ booking: second, reason: "", actor, now });
    const before = { startTime: new Date(now - 2 * half), endTime: new Date(now - half) };
    await db.update(bookings).set(before).where(eq(bookings.id, first.id));
    // Nobody has one left, so it goes to whoever was picked longest ago, by the clock of the rows.
    const third = await booked(eventType, { start: at(2) });
    expect((await pickOf(third.id))!.candidates).toMatchObject([{ live: 0 }, { live: 0 }]);
  });
});

describe("a host who joins a rotation later", () => {
  it("starts at the level of the others, and is not flooded", async () => {
    const { workspace, eventType, hosts } = await team("round_robin", [1, 1]);
    for (let slot = 0; slot < 8; slot++) await booked(eventType, { start: at(slot) });
    const newcomer = await addMember(workspace);
    const grown = await join(eventType, newcomer.id, new Date(now + 1));
    const given: (string | undefined)[] = [];
    for (let slot = 8; slot < 14; slot++) {
      const result = await book({ eventType: grown, input: wish({ start: at(slot) }), locale: "en", now: now + 2 });
      given.push(hostsOf([result])[0]);
    }
    const count = (id: string) => given.filter((each) => each === id).length;
    expect([count(newcomer.id), count(hosts[0]!.id), count(hosts[1]!.id)]).toEqual([2, 2, 2]);
  });

  it("starts no lower for another who has just come", async () => {
    const { workspace, eventType, hosts } = await team("round_robin", [1, 1]);
    for (let slot = 0; slot < 8; slot++) await booked(eventType, { start: at(slot) });
    const [first, second] = [await addMember(workspace), await addMember(workspace)];
    await join(eventType, first.id, new Date(now + 1));
    const grown = await join(eventType, second.id, new Date(now + 2));
    const given: (string | undefined)[] = [];
    for (let slot = 48; slot < 56; slot++) {
      const result = await book({ eventType: grown, input: wish({ start: at(slot) }), locale: "en", now: now + 3 });
      given.push(hostsOf([result])[0]);
    }
    const everybody = [...hosts, first, second];
    expect(everybody.map(({ id }) => given.filter((each) => each === id).length)).toEqual([2, 2, 2, 2]);
  });

  it("gets their full share once what was booked before is over", async () => {
    const { workspace, eventType } = await team("round_robin", [1, 1]);
    const old = [];
    for (let slot = 0; slot < 4; slot++) old.push(await booked(eventType, { start: at(slot) }));
    const newcomer = await addMember(workspace);
    const grown = await join(eventType, newcomer.id, new Date(now + 1));
    for (const each of old) await db.update(bookings).set({ status: "completed" }).where(eq(bookings.id, each.id));
    const next = await booked(grown, { start: at(6) });
    const candidates = (await pickOf(next.id))!.candidates;
    expect(candidates.find(({ userId }) => userId === newcomer.id)).toMatchObject({ headStart: 0 });
    expect(next.hostId).toBe(newcomer.id);
  });

  it("who comes back with meetings of before is not counted those twice", async () => {
    const { eventType, hosts } = await team("round_robin", [1, 1]);
    for (let slot = 0; slot < 4; slot++) await booked(eventType, { start: at(slot) });
    const back = hosts[0]!.id;
    const { workspaceId: inWorkspace, eventTypeId, userId } = bookingEventTypeMembers;
    const row = and(eq(inWorkspace, eventType.workspaceId), eq(eventTypeId, eventType.id), eq(userId, back));
    await db.delete(bookingEventTypeMembers).where(row);
    const again = await join(eventType, back, new Date(now + 1));
    const result = await book({ eventType: again, input: wish({ start: at(5) }), locale: "en", now: now + 2 });
    if (!result.ok) throw new Error(result.reason);
    const { candidates } = (await pickOf(result.booking.id))!;
    expect(candidates.find((each) => each.userId === back)).toMatchObject({ live: 2, headStart: 0 });
  });

  it("keeps their place when the event type is saved again", async () => {
    const { eventType, hosts, owner } = await team("round_robin", [1, 1]);
    const { createdAt, eventTypeId } = bookingEventTypeMembers;
    const since = () => db.select({ createdAt }).from(bookingEventTypeMembers).where(eq(eventTypeId, eventType.id));
    const before = await since();
    const changed = await changeEventType({
      workspaceId: eventType.workspaceId,
      id: eventType.id,
      member: { userId: owner.id, role: "owner" },
      patch: { member_ids: hosts.map(({ id }) => id), shares: { [owner.id]: { weight: 3, priority: 4 } } },
    });
    expect(changed).toMatchObject({ ok: true });
    if (changed.ok) expect(changed.eventType.members[0]).toMatchObject({ userId: owner.id, weight: 3, priority: 4 });
    expect(await since()).toEqual(before);
  });
});

describe("a pick", () => {
  it("is kept with everybody who was asked for, what they had, and the rule that decided", async () => {
    const { eventType, hosts } = await team("round_robin", [1, 1, 2]);
    await booked(eventType);
    const second = await booked(eventType);
    const pick = (await pickOf(second.id))!;
    expect(pick).toMatchObject({ eventTypeId: eventType.id, hostId: second.hostId, teamId: null });
    expect(pick.candidates).toHaveLength(3);
    expect(pick.candidates.filter(({ live }) => live === 1)).toMatchObject([{ reasons: ["claimed"] }]);
    const third = await booked(eventType);
    expect(await pickOf(third.id)).toMatchObject({ rule: "only_one_free" });
    expect(new Set([second.hostId, third.hostId]).size).toBe(2);
    expect(hosts.map(({ id }) => id)).toContain(third.hostId);
  });

  it("says that priority decided, and when a race was lost", async () => {
    const { eventType, hosts, workspace } = await team("collective", [1, 1]);
    expect(await pickOf((await booked(eventType)).id)).toMatchObject({ rule: "priority", hostId: hosts[1]!.id });
    const own = await createEventType(workspace, { owner: { id: hosts[1]!.id } });
    const single = await again(workspace.id, own.id);
    const rules = new Set();
    for (let slot = 1; slot < 14; slot++) {
      const order = { input: wish({ start: at(slot) }), locale: "en", now };
      const [ofTeam] = await Promise.all([book({ ...order, eventType }), book({ ...order, eventType: single })]);
      if (ofTeam.ok) rules.add((await pickOf(ofTeam.booking.id))!.rule);
    }
    expect([...rules].every((rule) => ["priority", "lost_race", "only_one_free"].includes(rule as string))).toBe(true);
  });

  it("remembers through whose page it was booked, with the weights of that team", async () => {
    const { workspace, owner } = await createWorkspace();
    const other = await addMember(workspace);
    const row = await createEventType(workspace, { owner, isTeamEvent: true, assignmentType: "round_robin" });
    const eventType = await again(workspace.id, row.id);
    const { id: teamId, slug } = await createTeam(workspace, [owner, other]);
    const result = await book({ eventType, wish: { team: slug }, input: wish(), locale: "en", now });
    if (!result.ok) throw new Error(result.reason);
    const pick = (await pickOf(result.booking.id))!;
    expect(pick.teamId).toBe(teamId);
    expect(pick.candidates.map(({ userId }) => userId).sort()).toEqual([owner.id, other.id].sort());
  });

  it("is not made where nobody had to be picked: one host, or all of them", async () => {
    const { eventType, workspace, owner } = await team("all_hands", [1, 1]);
    expect(await pickOf((await booked(eventType)).id)).toBeUndefined();
    const own = await createEventType(workspace, { owner });
    const single = await again(workspace.id, own.id);
    expect(await pickOf((await booked(single, { start: at(4) })).id)).toBeUndefined();
  });
});
