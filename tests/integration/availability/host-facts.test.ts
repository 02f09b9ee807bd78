import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db, type Transaction } from "~db/client";
import { bookingSchedules } from "~db/schema";
import { parseDate } from "~/domain/availability/calendar-days";
import { readHosts } from "~/domain/availability/host-facts.server";
import { merge } from "~/domain/availability/intervals";
import { changeSchedule } from "~/domain/availability/save-schedule.server";
import {
  addMember,
  createBooking,
  createBusyBlock,
  createConnection,
  createEventType,
  createSchedule,
  createUser,
  createWorkspace,
} from "../../support/factories";

const hour = 3_600_000;
const noon = Date.parse("2026-11-23T12:00:00Z");
const span = { from: noon - 4 * hour, to: noon + 4 * hour };

async function facts(
  workspace: { id: string },
  hostIds: string[],
  more: Partial<Parameters<typeof readHosts>[0]> = {},
) {
  return readHosts({ workspaceId: workspace.id, hostIds, scheduleId: null, span, now: noon, ...more });
}

describe("what is read of hosts", () => {
  it("comes in the order asked for, without those who have no schedule", async () => {
    const { workspace, owner } = await createWorkspace();
    const [member, client] = [await addMember(workspace), await addMember(workspace, { role: "client" })];
    const { hosts } = await facts(workspace, [member.id, client.id, owner.id]);
    expect(hosts.map(({ id }) => id)).toEqual([member.id, owner.id]);
  });

  it("is each host's default hours, or the named schedule for all of them", async () => {
    const { workspace, owner } = await createWorkspace();
    const member = await addMember(workspace);
    const named = await createSchedule(workspace, owner, { timezone: "Asia/Tokyo", weekly: { 5: [600, 1440] } });
    const each = await facts(workspace, [owner.id, member.id]);
    expect(each.hosts.map(({ schedule }) => [schedule.timeZone, schedule.weekly[0], schedule.weekly[5]])).toEqual([
      ["Europe/Oslo", [540, 1020], []],
      ["Europe/Oslo", [540, 1020], []],
    ]);
    const same = await facts(workspace, [owner.id, member.id], { scheduleId: named.id });
    expect(same.hosts.map(({ schedule }) => [schedule.timeZone, schedule.weekly[5]])).toEqual([
      ["Asia/Tokyo", [600, 1440]],
      ["Asia/Tokyo", [600, 1440]],
    ]);
  });

  it("has all of the other dates", async () => {
    const { workspace, owner } = await createWorkspace();
    const overrides = { "2026-11-23": [60, 120, 600, 660], "2026-11-24": [], "2027-06-01": [] };
    const own = await createSchedule(workspace, owner, { overrides });
    const { hosts } = await facts(workspace, [owner.id], { scheduleId: own.id });
    expect([...hosts[0]!.schedule.overrides]).toEqual([
      [parseDate("2026-11-23"), [60, 120, 600, 660]],
      [parseDate("2026-11-24"), []],
      [parseDate("2027-06-01"), []],
    ]);
  });

  it("has claims of every workspace that meet the span, and not those that only touch it", async () => {
    const { workspace, owner } = await createWorkspace();
    const elsewhere = (await createWorkspace({ owner })).workspace;
    const here = await createEventType(workspace, { owner });
    const there = await createEventType(elsewhere, { owner });
    await createBooking(there, { start: noon + hour });
    await createBooking(here, { start: noon });
    await createBooking(here, { start: span.to });
    await createBooking(here, { start: span.from - hour / 2 });
    const cancelled = { start: noon + 2 * hour, status: "cancelled" as const };
    await createBooking(here, cancelled);
    const { hosts } = await facts(workspace, [owner.id]);
    const half = hour / 2;
    expect(merge(hosts[0]!.claims)).toEqual([noon, noon + half, noon + hour, noon + hour + half]);
  });

  it("leaves out a booking that is being moved", async () => {
    const { workspace, owner } = await createWorkspace();
    const booking = await createBooking(await createEventType(workspace, { owner }), { start: noon });
    expect((await facts(workspace, [owner.id], { ignoreBookingId: booking.id })).hosts[0]!.claims).toEqual([]);
  });

  it("has busy blocks of calendars that are checked for conflicts, wherever they were connected", async () => {
    const { workspace, owner } = await createWorkspace();
    const elsewhere = (await createWorkspace({ owner })).workspace;
    await createBusyBlock(await createConnection(workspace, owner), { start: noon });
    await createBusyBlock(await createConnection(elsewhere, owner), { start: noon + 2 * hour });
    await createBusyBlock(await createConnection(workspace, owner, { checkConflicts: false }), { start: noon - hour });
    await createBusyBlock(await createConnection(workspace, await addMember(workspace)), { start: noon + hour });
    const { hosts } = await facts(workspace, [owner.id]);
    expect(merge(hosts[0]!.busy)).toEqual([noon, noon + hour, noon + 2 * hour, noon + 3 * hour]);
  });

  it("are right to the millisecond, long ago and far ahead", async () => {
    const { workspace, owner } = await createWorkspace();
    const calendar = await createConnection(workspace, owner);
    for (const start of [
      "1973-05-05T05:05:05.678Z",
      "1999-12-31T22:59:59.999Z",
      "2000-01-01T00:00:00.001Z",
      "2199-07-01T00:00:00Z",
    ]) {
      const ms = Date.parse(start);
      await createBusyBlock(calendar, { start: ms, minutes: 1 });
      const { hosts } = await facts(workspace, [owner.id], { span: { from: ms, to: ms + 1 } });
      expect(hosts[0]!.busy).toEqual([ms, ms + 60_000]);
    }
  });

  it("counts a host's live and completed bookings of one event type", async () => {
    const { workspace, owner } = await createWorkspace();
    const [counted, other] = [await createEventType(workspace, { owner }), await createEventType(workspace, { owner })];
    await createBooking(counted, { start: noon });
    await createBooking(counted, { start: noon + hour, status: "pending" });
    await createBooking(counted, { start: noon - hour, status: "completed" });
    await createBooking(counted, { start: noon + 2 * hour, status: "cancelled" });
    await createBooking(other, { start: noon + 3 * hour });
    const { hosts } = await facts(workspace, [owner.id], { counted: { eventTypeId: counted.id, span } });
    expect(hosts[0]!.bookedStarts).toEqual([noon - hour, noon, noon + hour]);
    expect((await facts(workspace, [owner.id])).hosts[0]!.bookedStarts).toEqual([]);
  });

  it("is nothing of another workspace's schedules", async () => {
    const { owner } = await createWorkspace();
    const { workspace } = await createWorkspace();
    expect((await facts(workspace, [owner.id])).hosts).toEqual([]);
  });

  it("names people only when asked", async () => {
    const { workspace, owner } = await createWorkspace({ owner: await createUser({ name: "Ada" }) });
    expect((await facts(workspace, [owner.id])).people).toEqual([]);
    const person = { userId: owner.id, name: "Ada", email: owner.email, timezone: owner.timezone };
    expect((await facts(workspace, [owner.id], { withPeople: true })).people).toEqual([person]);
  });
});

describe("a schedule that was read before", () => {
  async function known() {
    const { workspace, owner } = await createWorkspace();
    const read = async (on?: Transaction) => {
      const question = { workspaceId: workspace.id, hostIds: [owner.id], scheduleId: null, span, now: noon };
      const { hosts, schedules } = await readHosts(question, on);
      return { hours: hosts[0]!.schedule, ...schedules[0]! };
    };
    const before = await read();
    const key = { workspaceId: workspace.id, userId: owner.id, id: before.id };
    return { workspace, owner, read, before, key };
  }

  it("is not read again while nobody changes it, whatever is booked", async () => {
    const { workspace, owner, read, before } = await known();
    await createBooking(await createEventType(workspace, { owner }), { start: noon });
    expect((await read()).hours).toBe(before.hours);
  });

  it.each([
    [
      "its hours",
      { availability: [[600, 660], [], [], [], [], [], []] },
      { weekly: [[600, 660], [], [], [], [], [], []] },
    ],
    ["its dates", { overrides: [{ date: "2026-11-23", intervals: [] }] }, { overrides: new Map([[20780, []]]) }],
    ["its zone", { timezone: "Asia/Tokyo" }, { timeZone: "Asia/Tokyo" }],
  ])("is read again at once after a change of %s", async (_, patch, changed) => {
    const { read, before, key } = await known();
    await changeSchedule({ ...key, patch });
    const after = await read();
    expect(after.hours).toEqual({ ...before.hours, ...changed });
    expect(after.version).not.toBe(before.version);
    await changeSchedule({ ...key, patch: { ...patch, timezone: "Europe/Rome" } });
    expect((await read()).hours).toEqual({ ...before.hours, ...changed, timeZone: "Europe/Rome" });
  });

  it("gives way to another default one, and comes back", async () => {
    const { workspace, owner, read, before, key } = await known();
    const other = await createSchedule(workspace, owner, { timezone: "Asia/Tokyo" });
    await changeSchedule({ ...key, id: other.id, patch: { is_default: true } });
    expect(await read()).toMatchObject({ id: other.id, hours: { timeZone: "Asia/Tokyo" } });
    await changeSchedule({ ...key, patch: { is_default: true } });
    expect(await read()).toMatchObject({ id: key.id, hours: before.hours });
  });

  it("is known by its version, not by the clock", async () => {
    const { read, before } = await known();
    await db.execute(sql`update booking_schedules set timezone = 'Asia/Tokyo' where id = ${before.id}`);
    expect(await read()).toMatchObject({ id: before.id, hours: { timeZone: "Asia/Tokyo" } });
  });

  it("is forgotten where a transaction read it changed and then took that back", async () => {
    const { read, before } = await known();
    const undone = db.transaction(async (tx) => {
      await tx.update(bookingSchedules).set({ timezone: "Asia/Tokyo" }).where(eq(bookingSchedules.id, before.id));
      expect((await read(tx)).hours.timeZone).toBe("Asia/Tokyo");
      throw new Error("taken back");
    });
    await expect(undone).rejects.toThrow("taken back");
    expect((await read()).hours).toEqual(before.hours);
  });
});
