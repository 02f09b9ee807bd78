import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { bookingAvailability, bookingDateOverrides, bookingSchedules } from "~db/schema";
import { record } from "~/domain/audit/audit.server";
import { isUuid } from "~/domain/fields";
import { pairs, type Schedule } from "./schedule";
import type { ScheduleInput, SchedulePatch } from "./schedule-input";
import { countSchedules, eventTypesUsing, findSchedule } from "./schedules.server";

const most = 50;

type Host = { workspaceId: string; userId: string };
type NotFound = { ok: false; reason: "not_found" };
type Created = { ok: true; schedule: Schedule } | { ok: false; reason: "too_many"; most: number };
type Changed = { ok: true; schedule: Schedule } | NotFound | { ok: false; reason: "needs_default" };
type Deleted =
  { ok: true } | NotFound | { ok: false; reason: "is_default" } | { ok: false; reason: "in_use"; eventTypes: string[] };

type Insert = Host & { input: ScheduleInput };

/** A host's first schedule is their default, whatever was asked for. */
export async function createSchedule({ workspaceId, userId, input }: Insert): Promise<Created> {
  const created = await db.transaction((tx) => insertSchedule(tx, { workspaceId, userId, input }));
  return created.ok ? { ok: true, schedule: (await findSchedule(workspaceId, userId, created.id))! } : created;
}

/** The same within a transaction. */
export async function insertSchedule(tx: Transaction, { workspaceId, userId, input }: Insert) {
  await lockHost(tx, { workspaceId, userId });
  const existing = await countSchedules(workspaceId, userId, tx);
  if (existing >= most) return { ok: false, reason: "too_many", most } as const;
  const isDefault = input.is_default || existing === 0;
  if (isDefault) await clearDefault(tx, { workspaceId, userId });
  const { name, timezone } = input;
  const [made] = await tx
    .insert(bookingSchedules)
    .values({ workspaceId, userId, name, timezone, isDefault })
    .returning({ id: bookingSchedules.id });
  const id = made!.id;
  await writeHours(tx, workspaceId, id, input.availability);
  await writeOverrides(tx, workspaceId, id, input.overrides);
  await note(tx, "schedule.created", { workspaceId, userId, id, details: { name } });
  return { ok: true, id } as const;
}

type Given = Host & { id: string | undefined };
type Found = Host & { id: string };

/** Lists that are given replace the whole list. There is always one default, so it moves but is never switched off. */
export async function changeSchedule({
  workspaceId,
  userId,
  id,
  patch,
}: Given & { patch: SchedulePatch }): Promise<Changed> {
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  const changed = await db.transaction((tx) => updateSchedule(tx, { workspaceId, userId, id, patch }));
  return changed.ok ? { ok: true, schedule: (await findSchedule(workspaceId, userId, id))! } : changed;
}

/** The same within a transaction. */
export async function updateSchedule(
  tx: Transaction,
  { workspaceId, userId, id, patch }: Found & { patch: SchedulePatch },
) {
  await lockHost(tx, { workspaceId, userId });
  const current = await lockSchedule(tx, { workspaceId, userId, id });
  if (!current) return { ok: false, reason: "not_found" } as const;
  if (patch.is_default === false && current.isDefault) return { ok: false, reason: "needs_default" } as const;
  if (patch.is_default && !current.isDefault) await clearDefault(tx, { workspaceId, userId });
  const changes = { name: patch.name, timezone: patch.timezone, isDefault: patch.is_default, updatedAt: new Date() };
  await tx.update(bookingSchedules).set(changes).where(rowIs({ workspaceId, userId, id }));
  if (patch.availability) await writeHours(tx, workspaceId, id, patch.availability);
  if (patch.overrides) await writeOverrides(tx, workspaceId, id, patch.overrides);
  await note(tx, "schedule.changed", { workspaceId, userId, id, details: { fields: Object.keys(patch) } });
  return { ok: true } as const;
}

/** Not the default, and none that an event type names. */
export async function deleteSchedule({ workspaceId, userId, id }: Given): Promise<Deleted> {
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  return db.transaction((tx) => removeSchedule(tx, { workspaceId, userId, id }));
}

/** The same within a transaction. */
export async function removeSchedule(tx: Transaction, { workspaceId, userId, id }: Found): Promise<Deleted> {
  await lockHost(tx, { workspaceId, userId });
  const current = await lockSchedule(tx, { workspaceId, userId, id });
  if (!current) return { ok: false, reason: "not_found" };
  if (current.isDefault) return { ok: false, reason: "is_default" };
  // The lock keeps event types from taking it meanwhile: they need the row that they refer to.
  const eventTypes = await eventTypesUsing(workspaceId, id, tx);
  if (eventTypes.length > 0) return { ok: false, reason: "in_use", eventTypes };
  await tx.delete(bookingSchedules).where(rowIs({ workspaceId, userId, id }));
  await note(tx, "schedule.deleted", { workspaceId, userId, id, details: { name: current.name } });
  return { ok: true };
}

/** Changes of one host's schedules happen one after the other: that keeps exactly one default. */
export async function lockHost(tx: Transaction, { workspaceId, userId }: Host) {
  await tx.execute(sql`
    select 1 from workspace_members where workspace_id = ${workspaceId} and user_id = ${userId} for no key update`);
}

async function lockSchedule(tx: Transaction, key: Host & { id: string }) {
  const [found] = await tx.select().from(bookingSchedules).where(rowIs(key)).for("update");
  return found ?? null;
}

async function clearDefault(tx: Transaction, { workspaceId, userId }: Host) {
  await tx
    .update(bookingSchedules)
    .set({ isDefault: false })
    .where(
      and(
        eq(bookingSchedules.workspaceId, workspaceId),
        eq(bookingSchedules.userId, userId),
        eq(bookingSchedules.isDefault, true),
      ),
    );
}

async function writeHours(tx: Transaction, workspaceId: string, scheduleId: string, weekly: number[][]) {
  const { workspaceId: inWorkspace, scheduleId: ofSchedule } = bookingAvailability;
  await tx.delete(bookingAvailability).where(and(eq(inWorkspace, workspaceId), eq(ofSchedule, scheduleId)));
  const rows = weekly.flatMap((intervals, weekday) =>
    pairs(intervals).map(({ start, end }) => ({
      workspaceId,
      scheduleId,
      weekday,
      startMinute: start,
      endMinute: end,
    })),
  );
  if (rows.length > 0) await tx.insert(bookingAvailability).values(rows);
}

type Overrides = ScheduleInput["overrides"];

/** A date that stays keeps its note where the new list says nothing about it. */
async function writeOverrides(tx: Transaction, workspaceId: string, scheduleId: string, overrides: Overrides) {
  const { workspaceId: inWorkspace, scheduleId: ofSchedule } = bookingDateOverrides;
  const before = await tx
    .delete(bookingDateOverrides)
    .where(and(eq(inWorkspace, workspaceId), eq(ofSchedule, scheduleId)))
    .returning({ date: bookingDateOverrides.date, note: bookingDateOverrides.note });
  const notes = new Map(before.map(({ date, note }) => [date, note]));
  const rows = overrides.map(({ date, intervals, note = notes.get(date) ?? "" }) => ({
    workspaceId,
    scheduleId,
    date,
    intervals,
    note,
  }));
  if (rows.length > 0) await tx.insert(bookingDateOverrides).values(rows);
}

type Note = Host & { id: string; details: Record<string, unknown> };

async function note(tx: Transaction, action: string, { workspaceId, userId, id, details }: Note) {
  await record(tx, { workspaceId, actor: { kind: "user", userId }, action, subjectId: id, details });
}

function rowIs({ workspaceId, userId, id }: Host & { id: string }) {
  const { workspaceId: inWorkspace, userId: ofUser, id: itself } = bookingSchedules;
  return and(eq(inWorkspace, workspaceId), eq(ofUser, userId), eq(itself, id));
}
