import type { Transaction } from "~db/client";
import { insertSchedule, removeSchedule, updateSchedule } from "../availability/save-schedule.server";
import { scheduleHours, type Schedule } from "../availability/schedule";
import { eventTypesUsing, findSchedules } from "../availability/schedules.server";
import { sameHours } from "../availability/working-hours";
import type { EventType } from "../event-types/event-type";
import { Refused } from "./link-rows.server";
import { hoursName, isNamedAfter, type HoursWish } from "./link-rules";

type Hosted = Pick<EventType, "workspaceId" | "scheduleId" | "isTeamEvent" | "isLinkOnly"> & {
  members: { userId: string }[];
};

type Wish = {
  hours: HoursWish | undefined;
  /** Whose event type it is so far, or of whom it will be. */
  base: Hosted;
  ownerId: string;
  title: string;
  titleBefore: string;
};

/** The schedule that the wish comes to: an id, null for the default hours. Undefined: it stays as it is. */
export async function settleHours(tx: Transaction, wish: Wish): Promise<string | null | undefined> {
  const { hours, base, title, titleBefore } = wish;
  if (!hours) {
    const own = title === titleBefore ? null : await ownHours(tx, base, titleBefore);
    if (own) await updateSchedule(tx, { ...own, patch: { name: hoursName(title) } });
    return undefined;
  }
  if (hours.kind === "default") return null;
  return hours.kind === "schedule" ? hours.id : settleOwn(tx, { ...wish, hours });
}

/**
 * The schedule that is a link's own: named after it, and after nothing else. One that its owner has called otherwise, or
 * uses elsewhere too, is theirs.
 */
export async function ownHours(tx: Transaction, { workspaceId, scheduleId, isLinkOnly }: Hosted, title: string) {
  if (scheduleId === null || !isLinkOnly) return null;
  const [found] = await findSchedules(workspaceId, { ids: [scheduleId] }, tx);
  const isOwn = found && isNamedAfter(title, found);
  return isOwn && (await eventTypesUsing(workspaceId, scheduleId, tx)).length === 1 ? found : null;
}

/** What it leaves behind where nothing names it any more. */
export async function dropHours(tx: Transaction, own: Schedule | null) {
  if (own) await removeSchedule(tx, own);
}

async function settleOwn(tx: Transaction, wish: Wish & { hours: Extract<HoursWish, { kind: "own" }> }) {
  const { hours, base, ownerId, title, titleBefore } = wish;
  const { workspaceId, members } = base;
  const { timezone, weekly: availability } = hours;
  const name = hoursName(title);
  const present = await presentHours(tx, base);
  const own = await ownHours(tx, base, titleBefore);
  const isSame =
    present && sameHours(scheduleHours({ ...present, timezone, weekly: availability }), scheduleHours(present));
  if (own) {
    if (!isSame || title !== titleBefore) await updateSchedule(tx, { ...own, patch: { name, timezone, availability } });
    return own.id;
  }
  // Whoever is away on a date is away whatever the hours of the link are.
  const overrides = (present?.overrides ?? []).filter(({ intervals }) => intervals.length === 0);
  const userId = members.some((host) => host.userId === ownerId) ? ownerId : members[0]!.userId;
  const input = { name, timezone, availability, overrides, is_default: false };
  const made = await insertSchedule(tx, { workspaceId, userId, input });
  if (made.ok) return made.id;
  const message = `Hours of its own need a schedule more, and ${made.most} is the most that one host has. Delete one first.`;
  throw new Refused({ ok: false, reason: "invalid", errors: [{ path: "schedule_id", message }] });
}

/** The schedule that counts so far; none where each of a team goes by their own. */
async function presentHours(tx: Transaction, { workspaceId, scheduleId, isTeamEvent, members }: Hosted) {
  if (scheduleId !== null) return (await findSchedules(workspaceId, { ids: [scheduleId] }, tx))[0] ?? null;
  if (isTeamEvent) return null;
  const defaultsOf = members.map(({ userId }) => userId);
  return (await findSchedules(workspaceId, { defaultsOf }, tx))[0] ?? null;
}
