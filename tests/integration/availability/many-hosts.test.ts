import { beforeEach, describe, expect, it } from "vitest";
import { db } from "~db/client";
import { users } from "~db/schema";
import { parseDate } from "~/domain/availability/calendar-days";
import { loadHosts, openSlots, readOffer } from "~/domain/availability/open-slots.server";
import { changeSchedule } from "~/domain/availability/save-schedule.server";
import { teamSlots } from "~/domain/availability/slots";
import { findEventType } from "~/domain/event-types/event-types.server";
import type { EventType } from "~/domain/event-types/event-type";
import {
  addMember,
  createBooking,
  createBusyBlock,
  createConnection,
  createEventType,
  createWorkspace,
  unique,
} from "../../support/factories";

const hour = 3_600_000;
const now = Date.parse("2026-11-20T08:00:00Z");
const ten = Date.parse("2026-11-23T09:00:00Z");
const monday = { from: ten - 9 * hour, to: ten + 15 * hour };

describe("any of more hosts than are looked at first", () => {
  let eventType: EventType;
  let row: Awaited<ReturnType<typeof createEventType>>;
  let hosts: (typeof users.$inferSelect)[];

  beforeEach(async () => {
    const { workspace, owner } = await createWorkspace();
    const made = Array.from({ length: 17 }, () => ({ email: `${unique()}@example.org`, name: "Host" }));
    const added = await db
      .insert(users)
      .values(made.map((user) => ({ ...user, timezone: "Europe/Oslo" })))
      .returning();
    for (const user of added) await addMember(workspace, { user });
    hosts = [owner, ...added];
    row = await createEventType(workspace, { owner, hosts, isTeamEvent: true, assignmentType: "round_robin" });
    eventType = (await findEventType(workspace.id, row.id))!;
  });

  function question() {
    return { eventType, hostIds: hosts.map(({ id }) => id), durationMinutes: 30, now };
  }

  async function offered() {
    const { slots } = await openSlots({ ...question(), range: monday });
    const { rules, mode, hosts: all } = await loadHosts({ ...question(), range: monday });
    expect(slots).toEqual(teamSlots(rules, all, mode, now, monday));
    return slots;
  }

  async function offer(at = now) {
    const dates = { from: parseDate("2026-11-23")!, to: parseDate("2026-11-23")! };
    const found = await readOffer({ ...question(), now: at, dates });
    const slots = found.slots();
    return { stamp: found.stamp, slots, holdsUntil: found.holdsUntil(slots) };
  }

  async function take(from: number, to: number, start = ten) {
    for (const { id } of hosts.slice(from, to)) await createBooking(row, { start, hostId: id });
  }

  it("offers a start that only one of the last is free at, and not once they have taken it", async () => {
    await take(0, 16);
    await take(17, 18);
    expect(await offered()).toContain(ten);
    await createBusyBlock(await createConnection({ id: eventType.workspaceId }, hosts[16]!), { start: ten });
    expect(await offered()).not.toContain(ten);
  });

  it("offers the hours that only one of the last has, and not what they have taken of them", async () => {
    const evening = ten + 9 * hour;
    const [schedule] = (await loadHosts({ ...question(), range: monday })).schedules.slice(17);
    const whose = { workspaceId: eventType.workspaceId, userId: hosts[17]!.id, id: schedule!.id };
    await changeSchedule({ ...whose, patch: { availability: [[1140, 1200], [], [], [], [], [], []] } });
    expect((await offered()).filter((start) => start > ten + 8 * hour)).toEqual([evening, evening + hour / 2]);
    await take(17, 18, evening);
    expect((await offered()).filter((start) => start > ten + 8 * hour)).toEqual([evening + hour / 2]);
  });

  it("holds until the midnight of those too who were not looked at", async () => {
    const [schedule] = (await loadHosts({ ...question(), range: monday })).schedules.slice(17);
    const whose = { workspaceId: eventType.workspaceId, userId: hosts[17]!.id, id: schedule!.id };
    expect((await offer()).holdsUntil).toBe(Date.parse("2026-11-20T23:00:00Z") - 1);
    await changeSchedule({ ...whose, patch: { timezone: "Asia/Tokyo", availability: [[], [], [], [], [], [], []] } });
    expect((await offer()).holdsUntil).toBe(Date.parse("2026-11-20T15:00:00Z") - 1);
  });

  it("has one stamp while nothing changes that was looked at, and another when it does", async () => {
    const before = await offer();
    expect((await offer()).stamp).toBe(before.stamp);
    await take(16, 17);
    expect(await offer()).toEqual(before);
    await take(0, 16);
    const needed = await offer();
    expect(needed.stamp).not.toBe(before.stamp);
    expect(needed.slots).toContain(ten);
    await take(17, 18);
    const without = await offer();
    expect(without.stamp).not.toBe(needed.stamp);
    expect(without.slots).not.toContain(ten);
  });
});
