import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { retried } from "~db/retried";
import { bookingEventTypeMembers, bookingEventTypes, bookingSchedules } from "~db/schema";
import { holdHosting } from "~/domain/workspaces/hosting.server";
import { may } from "~/domain/workspaces/roles";
import type { EventType } from "./event-type";
import type { Member } from "./event-type-rights";
import { lockEventType } from "./event-types.server";
import type { Following } from "./following";
import { note, rowIs } from "./rows.server";

type Leave = {
  workspaceId: string;
  id: string;
  actor: Member;
  /** Who hosts it no longer. */
  userId: string;
  followed: Following;
  now: number;
};

type Left = { ok: true } | { ok: false; reason: "not_allowed" | "not_a_successor" | "lone_host" };

/**
 * Takes a host and their hours off an event type. Only owners and admins offer somebody's time. One that the host has nothing
 * to do with any more stays as it is.
 */
export function leaveEventType(leave: Leave): Promise<Left> {
  return retried(() => db.transaction((tx) => takeOff(tx, leave)));
}

async function takeOff(tx: Transaction, { workspaceId, id, actor, userId, followed, now }: Leave): Promise<Left> {
  const to = typeof followed === "object" ? followed.by : null;
  const takesMeetings = to !== null && (await holdHosting(tx, workspaceId, [to]));
  const eventType = await lockEventType(tx, workspaceId, id);
  if (!eventType?.isActive) return { ok: true };
  const place = eventType.members.find((member) => member.userId === userId);
  const isLone = place !== undefined && eventType.members.length === 1;
  if (isLone && followed === "by_others") return { ok: false, reason: "lone_host" };
  const heir = isLone ? to : null;
  if (heir && !may(actor.role, "event-types.change-any")) return { ok: false, reason: "not_allowed" };
  if (heir && (heir === userId || !takesMeetings)) return { ok: false, reason: "not_a_successor" };
  const lendsHours = await isScheduleOf(tx, eventType, userId);
  if (!place && !lendsHours) return { ok: true };

  if (heir) await giveAway(tx, eventType, userId, heir);
  else if (place && !isLone) await removeHost(tx, eventType, userId);
  const changes = {
    isActive: !isLone || heir !== null,
    ownerId: heir && eventType.ownerId === userId ? heir : undefined,
    scheduleId: lendsHours ? null : undefined,
    updatedAt: new Date(now),
  };
  await tx.update(bookingEventTypes).set(changes).where(rowIs(workspaceId, id));
  const details = { left_by: userId, handed_to: heir, is_active: changes.isActive };
  await note(tx, "event_type.changed", { workspaceId, member: actor, id, details });
  return { ok: true };
}

/** With the share that its host had. */
async function giveAway(tx: Transaction, { workspaceId, id }: EventType, from: string, to: string) {
  await tx.execute(sql`
    insert into booking_event_type_members (workspace_id, event_type_id, user_id, weight, priority)
    select workspace_id, event_type_id, ${to}, weight, priority from booking_event_type_members
    where workspace_id = ${workspaceId} and event_type_id = ${id} and user_id = ${from}`);
  await removeHost(tx, { workspaceId, id }, from);
}

async function removeHost(tx: Transaction, { workspaceId, id }: Pick<EventType, "workspaceId" | "id">, host: string) {
  const { workspaceId: inWorkspace, eventTypeId, userId } = bookingEventTypeMembers;
  await tx
    .delete(bookingEventTypeMembers)
    .where(and(eq(inWorkspace, workspaceId), eq(eventTypeId, id), eq(userId, host)));
}

async function isScheduleOf(tx: Transaction, { workspaceId, scheduleId }: EventType, userId: string) {
  if (scheduleId === null) return false;
  const { workspaceId: inWorkspace, id, userId: ofUser } = bookingSchedules;
  const found = await tx
    .select({ id })
    .from(bookingSchedules)
    .where(and(eq(inWorkspace, workspaceId), eq(id, scheduleId), eq(ofUser, userId)));
  return found.length > 0;
}
