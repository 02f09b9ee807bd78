import { describe, expect, it } from "vitest";
import { readOffer } from "~/domain/availability/open-slots.server";
import { changeSchedule } from "~/domain/availability/save-schedule.server";
import { listSchedules } from "~/domain/availability/schedules.server";
import type { EventType } from "~/domain/event-types/event-type";
import { addMember, createBusyBlock, createConnection } from "../../support/factories";
import { booked, now, office } from "../../support/orders";

const day = 86_400_000;

async function read(eventType: EventType, at = now, days = 7) {
  const offer = await readOffer({
    eventType,
    durationMinutes: 30,
    now: at,
    range: { from: now, to: now + days * day },
  });
  const slots = offer.slots();
  return { slots, stamp: offer.stamp, holdsUntil: offer.holdsUntil(slots) };
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
