import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { changeSchedule, createSchedule, deleteSchedule } from "~/domain/availability/save-schedule.server";
import { ScheduleInput } from "~/domain/availability/schedule-input";
import { countUses, createDefaultSchedule, findSchedule, listSchedules } from "~/domain/availability/schedules.server";
import { changeEventType } from "~/domain/event-types/save-event-type.server";
import * as support from "../../support/factories";

const input = ScheduleInput.parse({ name: "Late", timezone: "Asia/Tokyo" });

async function defaultsOf(workspaceId: string, userId: string) {
  return (await listSchedules(workspaceId, userId)).filter((each) => each.isDefault);
}

describe("the default schedule", () => {
  it("is one, whoever else asks for it at the same moment", async () => {
    const { workspace, owner } = await support.createWorkspace();
    const host = { workspaceId: workspace.id, userId: owner.id };
    const made = await Promise.all(
      Array.from({ length: 8 }, () => createSchedule({ ...host, input: { ...input, is_default: true } })),
    );
    expect(made.every((each) => each.ok)).toBe(true);
    expect(await defaultsOf(workspace.id, owner.id)).toHaveLength(1);
    const ids = (await listSchedules(workspace.id, owner.id)).map((each) => each.id);
    const moved = await Promise.all(ids.map((id) => changeSchedule({ ...host, id, patch: { is_default: true } })));
    expect(moved.every((each) => each.ok)).toBe(true);
    expect(await defaultsOf(workspace.id, owner.id)).toHaveLength(1);
  });

  it("survives being deleted and replaced at the same moment", async () => {
    const { workspace, owner } = await support.createWorkspace();
    const host = { workspaceId: workspace.id, userId: owner.id };
    const other = await support.createSchedule(workspace, owner, { name: "Other" });
    const [first] = await defaultsOf(workspace.id, owner.id);
    await Promise.all([
      changeSchedule({ ...host, id: other.id, patch: { is_default: true } }),
      deleteSchedule({ ...host, id: first!.id }),
      deleteSchedule({ ...host, id: other.id }),
    ]);
    expect(await defaultsOf(workspace.id, owner.id)).toHaveLength(1);
  });

  it("is the first one that a host makes, asked for or not", async () => {
    const { workspace } = await support.createWorkspace();
    const client = await support.addMember(workspace, { role: "client" });
    const made = await createSchedule({ workspaceId: workspace.id, userId: client.id, input });
    expect(made).toMatchObject({ ok: true, schedule: { isDefault: true } });
  });

  it("for a new host is Monday to Friday, 9 to 17, and is made once", async () => {
    const { workspace } = await support.createWorkspace();
    const user = await support.addMember(workspace, { role: "client" });
    const given = { workspaceId: workspace.id, userId: user.id, timezone: "Africa/Lagos" };
    await db.transaction((tx) => createDefaultSchedule(tx, given));
    await db.transaction((tx) => createDefaultSchedule(tx, given));
    const schedules = await listSchedules(workspace.id, user.id);
    expect(schedules).toMatchObject([{ name: "Working hours", timezone: "Africa/Lagos", isDefault: true }]);
    expect(schedules[0]!.weekly).toEqual([[540, 1020], [540, 1020], [540, 1020], [540, 1020], [540, 1020], [], []]);
  });
});

describe("what a date is", () => {
  const date = "2026-12-24";
  const notes = async (workspaceId: string, userId: string) =>
    (await listSchedules(workspaceId, userId))[0]!.overrides.map((each) => [each.date, each.note]);

  it("stays with the date where a new list of dates says nothing about it, and goes with it", async () => {
    const { workspace, owner } = await support.createWorkspace();
    const host = { workspaceId: workspace.id, userId: owner.id };
    const [schedule] = await defaultsOf(workspace.id, owner.id);
    const change = (overrides: { date: string; intervals: number[]; note?: string }[]) =>
      changeSchedule({ ...host, id: schedule!.id, patch: { overrides } });
    await change([{ date, intervals: [], note: "Christmas Eve" }]);
    await change([
      { date, intervals: [540, 720] },
      { date: "2026-12-25", intervals: [] },
    ]);
    expect(await notes(workspace.id, owner.id)).toEqual([
      [date, "Christmas Eve"],
      ["2026-12-25", ""],
    ]);
    await change([{ date, intervals: [], note: "" }]);
    expect(await notes(workspace.id, owner.id)).toEqual([[date, ""]]);
    await change([]);
    await change([{ date, intervals: [] }]);
    expect(await notes(workspace.id, owner.id)).toEqual([[date, ""]]);
  });
});

describe("schedules of hosts", () => {
  it("of another workspace are not there", async () => {
    const { workspace, owner } = await support.createWorkspace();
    const elsewhere = await support.createWorkspace();
    const [theirs] = await listSchedules(workspace.id, owner.id);
    expect(await findSchedule(elsewhere.workspace.id, owner.id, theirs!.id)).toBeNull();
  });

  it("know how many event types they serve", async () => {
    const { workspace, owner } = await support.createWorkspace();
    const other = await support.createSchedule(workspace, owner, { name: "Other" });
    await support.createEventType(workspace, { owner });
    await support.createEventType(workspace, { owner, scheduleId: other.id });
    await support.createEventType(workspace, { owner, archivedAt: new Date() });
    const [usual] = await defaultsOf(workspace.id, owner.id);
    expect(await countUses(usual!)).toBe(1);
    expect(await countUses({ workspaceId: workspace.id, id: other.id, userId: owner.id, isDefault: false })).toBe(1);
  });
});

describe("a schedule that is deleted while an event type takes it", () => {
  it("is either kept or refused there, never left dangling", async () => {
    const { workspace, owner } = await support.createWorkspace();
    const member = { userId: owner.id, role: "owner" as const };
    for (let round = 0; round < 5; round++) {
      const schedule = await support.createSchedule(workspace, owner, { name: `Round ${round}` });
      const eventType = await support.createEventType(workspace, { owner });
      const [taken, deleted] = await Promise.all([
        changeEventType({ workspaceId: workspace.id, id: eventType.id, member, patch: { schedule_id: schedule.id } }),
        deleteSchedule({ workspaceId: workspace.id, userId: owner.id, id: schedule.id }),
      ]);
      expect([taken.ok, deleted.ok].sort()).toEqual([false, true]);
      if (!taken.ok) expect(taken).toMatchObject({ reason: "invalid", errors: [{ path: "schedule_id" }] });
      if (!deleted.ok) expect(deleted).toMatchObject({ reason: "in_use" });
    }
  });
});
