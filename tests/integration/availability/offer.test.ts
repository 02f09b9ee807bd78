import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookingSchedules } from "~db/schema";
import { parseDate } from "~/domain/availability/calendar-days";
import { readOffer } from "~/domain/availability/open-slots.server";
import { changeSchedule } from "~/domain/availability/save-schedule.server";
import { listSchedules } from "~/domain/availability/schedules.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import type { EventType } from "~/domain/event-types/event-type";
import { addMember, createBusyBlock, createConnection, createEventType, createSchedule } from "../../support/factories";
import { booked, now, office } from "../../support/orders";

const day = 86_400_000;

async function read(eventType: EventType, at = now, timezone?: string) {
  const dates = { from: parseDate("2026-11-20")!, to: parseDate("2026-11-27")! };
  const offer = await readOffer({ eventType, durationMinutes: 30, now: at, dates, timezone });
  const slots = offer.slots();
  return { ...offer, slots, holdsUntil: offer.holdsUntil(slots) };
}

describe("an offer holds", () => {
  it("until its first slot comes too near, and not a moment longer", async () => {
    const { eventType } = await office({ minimumNoticeMinutes: 120 });
    const first = await read(eventType);
    expect(first.holdsUntil).toBe(first.slots[0]! - 2 * 3_600_000);
    expect((await read(eventType, first.holdsUntil)).slots).toEqual(first.slots);
    expect((await read(eventType, first.holdsUntil + 1)).slots).toEqual(first.slots.slice(1));
  });

  it("until the host's midnight, when the window reaches a day further", async () => {
    const { eventType } = await office({ bookingWindowDays: 3 });
    const friday = Date.parse("2026-11-20T20:00:00Z");
    const evening = await read(eventType, friday);
    expect(evening.holdsUntil).toBe(Date.parse("2026-11-20T23:00:00Z") - 1);
    expect((await read(eventType, evening.holdsUntil)).slots).toEqual(evening.slots);
    expect((await read(eventType, evening.holdsUntil + 1)).slots.length).toBeGreaterThan(evening.slots.length);
  });
});

describe("an offer's dates", () => {
  it("are those of the zone asked for, else of the hosts' hours", async () => {
    const { workspace, owner } = await office();
    const night = await createSchedule(workspace, owner, {
      timezone: "Asia/Tokyo",
      weekly: [0, 1, 2, 3, 4, 5, 6].reduce((all, day) => ({ ...all, [day]: [0, 1440] }), {}),
    });
    const row = await createEventType(workspace, { owner, scheduleId: night.id });
    const eventType = (await findEventType(workspace.id, row.id))!;
    const early = Date.parse("2026-11-01T00:00:00Z");
    const own = await read(eventType, early);
    expect([own.timezone, own.slots[0], own.slots.at(-1)]).toEqual([
      "Asia/Tokyo",
      Date.parse("2026-11-20T00:00:00+09:00"),
      Date.parse("2026-11-27T23:30:00+09:00"),
    ]);
    const theirs = await read(eventType, early, "America/Los_Angeles");
    expect([theirs.slots[0], theirs.slots.at(-1)]).toEqual([
      Date.parse("2026-11-20T00:00:00-08:00"),
      Date.parse("2026-11-27T23:30:00-08:00"),
    ]);
  });

  it("without any host are in a zone all the same, and hold for a day", async () => {
    const { workspace, owner, eventType } = await office();
    await db.delete(bookingSchedules).where(eq(bookingSchedules.workspaceId, workspace.id));
    const none = await read(eventType);
    expect(none).toMatchObject({ timezone: owner.timezone, slots: [], holdsUntil: now + day });
  });
});

describe("an offer's stamp", () => {
  it("stays the same while nothing changes, whatever the time", async () => {
    const { eventType } = await office();
    expect((await read(eventType)).stamp).toBe((await read(eventType, now + 5 * day)).stamp);
  });

  it("changes with each fact that the slots follow from", async () => {
    const { workspace, owner, eventType } = await office();
    const stamps = [(await read(eventType)).stamp];
    const note = async (of = eventType) => stamps.push((await read(of)).stamp);
    await booked(eventType);
    await note();
    await createBusyBlock(await createConnection(workspace, owner), { start: now + 3 * day });
    await note();
    const [schedule] = await listSchedules(workspace.id, owner.id);
    const overrides = [{ date: "2026-11-24", intervals: [600, 660], note: "" }];
    await changeSchedule({ workspaceId: workspace.id, userId: owner.id, id: schedule!.id, patch: { overrides } });
    await note();
    await note({ ...eventType, bufferAfter: 5 });
    await note({ ...eventType, excludedDates: ["2026-11-25"] });
    const other = await addMember(workspace);
    await note({ ...eventType, members: [{ ...eventType.members[0]!, userId: other.id }] });
    expect(new Set(stamps).size).toBe(stamps.length);
  });
});
