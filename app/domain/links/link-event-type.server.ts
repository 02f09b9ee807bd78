import { and, eq, gt, isNull, ne, notExists, or } from "drizzle-orm";
import { randomBytes } from "node:crypto";
import type { Transaction } from "~db/client";
import { bookingLinks, bookings, oneTimeLinks } from "~db/schema";
import { archiveEventType } from "../event-types/delete-event-type.server";
import type { EventType } from "../event-types/event-type";
import { EventTypeInput } from "../event-types/event-type-input";
import type { Member } from "../event-types/event-type-rights";
import { holdEventType } from "../event-types/event-types.server";
import { note as noteEventType } from "../event-types/rows.server";
import { insertEventType, updateEventType } from "../event-types/save-event-type.server";
import { isUuid } from "../fields";
import { dropHours, ownHours, settleHours } from "./link-hours.server";
import { mayFollow } from "./link-rights";
import { Refused } from "./link-rows.server";
import { changesRules, patchOf, type LinkChange } from "./link-rules";

export type Wanted = {
  workspaceId: string;
  member: Member;
  ownerId: string;
  title: string;
  titleBefore: string;
  /** Behind the link so far. */
  current: EventType | null;
  change: LinkChange;
  now: number;
};

/**
 * The event type that a link leads to after a change. One that it follows stays as it is: where the link's rules differ from
 * its, the link gets one of its own, with the same hosts.
 */
export async function settleEventType(tx: Transaction, wanted: Wanted): Promise<string> {
  const base = await baseOf(tx, wanted);
  return base ? settleOn(tx, wanted, base) : insertOwn(tx, wanted);
}

/** What nothing leads to any more of the event type that a link has left, and of its hours. */
export async function leaveEventType(
  tx: Transaction,
  { workspaceId, member, now }: Pick<Wanted, "workspaceId" | "member" | "now">,
  { left, linkId, title }: { left: EventType; linkId: string; title: string },
) {
  if (!left.isLinkOnly || left.archivedAt || (await isUsed(tx, left, linkId, now))) return;
  const own = await ownHours(tx, left, title);
  await archiveEventType(tx, workspaceId, left.id, now);
  await noteEventType(tx, "event_type.archived", {
    workspaceId,
    member,
    id: left.id,
    details: { name: left.name, slug: left.slug },
  });
  await dropHours(tx, own);
}

/** An address that nobody asks for, since it has no page; it must not take one from an event type that has. */
export function ownSlug() {
  return `link-${randomBytes(8).toString("hex")}`;
}

async function baseOf(tx: Transaction, { workspaceId, member, current, change }: Wanted): Promise<EventType | null> {
  const { follows } = change;
  if (follows === undefined || follows === current?.id) return current && heldBase(tx, current);
  if (follows === null) return current?.isLinkOnly && !current.archivedAt ? current : null;
  const found = isUuid(follows) ? await holdEventType(tx, workspaceId, follows) : null;
  if (found && mayFollow(member, found)) return found;
  throw new Refused({ ok: false, reason: "invalid", errors: [noSuchEventType] });
}

/** What is compared with the link's rules stays so until the transaction ends. Its own one is locked where it changes. */
function heldBase(tx: Transaction, current: EventType) {
  return current.isLinkOnly ? current : holdEventType(tx, current.workspaceId, current.id);
}

const deleted = {
  path: "event_type_id",
  message: "Its event type is deleted. Name another one, or null for rules of its own.",
};

export const noSuchEventType = { path: "event_type_id", message: "There is no such event type that you host." };

async function settleOn(tx: Transaction, wanted: Wanted, base: EventType): Promise<string> {
  const { workspaceId, member, ownerId, title, titleBefore, change } = wanted;
  const before = await ownHours(tx, base, titleBefore);
  const scheduleId = await settleHours(tx, { hours: change.hours, base, ownerId, title, titleBefore });
  const rules = patchOf(change.rules, base);
  const patch = scheduleId === undefined ? rules : { ...rules, schedule_id: scheduleId };
  if (!base.isLinkOnly) {
    if (!changesRules(base, patch)) return base.id;
    const input = { ...patch, slug: ownSlug(), is_active: true, is_listed: false };
    return idOf(
      await insertEventType(tx, { workspaceId, member, input, from: base, forLink: { ownerId }, attempt: 1 }),
    );
  }
  const isNamedAnew = title !== titleBefore && base.name === titleBefore && !base.archivedAt;
  const named = isNamedAnew ? { ...patch, name: title } : patch;
  if (base.archivedAt && changesRules(base, named))
    throw new Refused({ ok: false, reason: "invalid", errors: [deleted] });
  if (changesRules(base, named)) idOf(await updateEventType(tx, { workspaceId, id: base.id, member, patch: named }));
  if (before && scheduleId !== undefined && scheduleId !== before.id) await dropHours(tx, before);
  return base.id;
}

async function insertOwn(tx: Transaction, { workspaceId, member, ownerId, title, change }: Wanted): Promise<string> {
  const host = { isTeamEvent: false, members: [{ userId: ownerId }] };
  const base = { workspaceId, scheduleId: null, isLinkOnly: false, ...host };
  const hours = { hours: change.hours, base, ownerId, title, titleBefore: title };
  const input = {
    ...EventTypeInput.parse({ name: title, duration_minutes: 30 }),
    ...patchOf(change.rules, null),
    schedule_id: (await settleHours(tx, hours)) ?? null,
    member_ids: [ownerId],
    slug: ownSlug(),
    is_listed: false,
  };
  return idOf(await insertEventType(tx, { workspaceId, member, input, forLink: { ownerId }, attempt: 1 }));
}

type Saved = Awaited<ReturnType<typeof insertEventType>> | Awaited<ReturnType<typeof updateEventType>>;

function idOf(saved: Saved): string {
  if (saved.ok) return saved.eventType.id;
  throw new Refused(saved.reason === "invalid" ? saved : { ok: false, reason: "not_found" });
}

/** By another link, or by one for one person that still waits for them. */
async function isUsed(tx: Transaction, { workspaceId, id }: EventType, linkId: string, now: number) {
  const others = and(
    eq(bookingLinks.workspaceId, workspaceId),
    eq(bookingLinks.eventTypeId, id),
    ne(bookingLinks.id, linkId),
    isNull(bookingLinks.archivedAt),
  );
  const booked = tx
    .select({ id: bookings.id })
    .from(bookings)
    .where(and(eq(bookings.workspaceId, oneTimeLinks.workspaceId), eq(bookings.oneTimeLinkId, oneTimeLinks.id)));
  const waiting = and(
    eq(oneTimeLinks.workspaceId, workspaceId),
    eq(oneTimeLinks.eventTypeId, id),
    isNull(oneTimeLinks.revokedAt),
    or(isNull(oneTimeLinks.expiresAt), gt(oneTimeLinks.expiresAt, new Date(now))),
    notExists(booked),
  );
  return (await tx.$count(bookingLinks, others)) + (await tx.$count(oneTimeLinks, waiting)) > 0;
}
