import { and, eq, notInArray, sql } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { bookingEventTypeMembers, bookingEventTypes } from "~db/schema";
import { isUuid } from "~/domain/fields";
import { holdMembers } from "~/domain/workspaces/members.server";
import type { EventType } from "./event-type";
import type { EventTypeInput, EventTypePatch } from "./event-type-input";
import { mayChange, type Member } from "./event-type-rights";
import { findEventType, lockEventType } from "./event-types.server";
import { changesTeam, referenceProblems, settleHosts } from "./references.server";
import { translated, type Closed, type Invalid, type SlugTaken } from "./refusals.server";
import { mergeSettings, settingProblems, settingsOf, type Host } from "./settings";
import { slugFrom } from "./slug";
import { unusedSlug } from "./unused-slug.server";
import { note, rowIs } from "./rows.server";

type Created = { ok: true; eventType: EventType } | Invalid | SlugTaken;
type Changed = Created | Closed;

/** Makes an event type. A slug that was chosen must be free; one made from the name moves on to a free one. */
export async function createEventType({
  workspaceId,
  member,
  input,
}: {
  workspaceId: string;
  member: Member;
  input: EventTypeInput;
}): Promise<Created> {
  const attempts = input.slug === undefined ? 5 : 1;
  for (let attempt = 1; ; attempt++) {
    const made = { workspaceId, member, input, attempt };
    const created = await translated(() => db.transaction((tx) => insertEventType(tx, made)));
    if (created.ok || created.reason !== "slug_taken" || attempt === attempts) return created;
  }
}

/** Lays a change over an event type that the member may change. */
export async function changeEventType({
  workspaceId,
  id,
  member,
  patch,
}: {
  workspaceId: string;
  id: string | undefined;
  member: Member;
  patch: EventTypePatch;
}): Promise<Changed> {
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  return translated(() => db.transaction((tx) => updateEventType(tx, { workspaceId, id, member, patch })));
}

type Insert = { workspaceId: string; member: Member; attempt: number } & (
  | { input: EventTypeInput; from?: undefined; forLink?: ForLink }
  /** With the rules and hosts of another one, as far as the input says nothing else. */
  | { input: EventTypePatch; from: EventType; forLink: ForLink }
);

/** It is reached by a link alone, and belongs to whoever owns that. */
type ForLink = { ownerId: string };

/** The same within a transaction. */
export async function insertEventType(tx: Transaction, { workspaceId, member, input, from, forLink, attempt }: Insert) {
  const held = input.member_ids ?? from?.members.map((host) => host.userId) ?? [];
  await holdMembers(tx, workspaceId, [member.userId, ...held]);
  const settings = mergeSettings(from ? settingsOf(from) : {}, input);
  const hosts = await settleHosts(tx, { workspaceId, member, current: from ?? null, patch: input });
  const errors = [
    ...settingProblems(settings, hosts),
    ...(await referenceProblems(tx, { workspaceId, member, current: null, patch: input, settings, hosts })),
  ];
  if (errors.length > 0) return { ok: false, reason: "invalid", errors } as const;
  const slug = input.slug ?? (await unusedSlug(tx, workspaceId, slugFrom(settings.name), attempt));
  const owned = { ownerId: forLink?.ownerId ?? member.userId, isLinkOnly: forLink !== undefined };
  const [made] = await tx
    .insert(bookingEventTypes)
    .values({ ...settings, ...owned, workspaceId, slug })
    .returning({ id: bookingEventTypes.id });
  const id = made!.id;
  await tx.insert(bookingEventTypeMembers).values(hosts.map((host) => ({ ...host, workspaceId, eventTypeId: id })));
  await note(tx, "event_type.created", { workspaceId, member, id, details: { name: settings.name, slug } });
  return { ok: true, eventType: (await findEventType(workspaceId, id, tx))! } as const;
}

type Update = { workspaceId: string; id: string; member: Member; patch: EventTypePatch };

/** The same within a transaction. */
export async function updateEventType(tx: Transaction, { workspaceId, id, member, patch }: Update) {
  if (patch.member_ids) await holdMembers(tx, workspaceId, patch.member_ids);
  const current = await lockEventType(tx, workspaceId, id);
  if (!current) return { ok: false, reason: "not_found" } as const;
  if (!mayChange(member, current)) return { ok: false, reason: "not_allowed" } as const;
  const settings = mergeSettings(settingsOf(current), patch);
  const hosts = await settleHosts(tx, { workspaceId, member, current, patch });
  const errors = [
    ...settingProblems(settings, hosts),
    ...(await referenceProblems(tx, { workspaceId, member, current, patch, settings, hosts })),
  ];
  if (errors.length > 0) return { ok: false, reason: "invalid", errors } as const;
  const changes = { ...settings, slug: patch.slug ?? current.slug, updatedAt: new Date() };
  await tx.update(bookingEventTypes).set(changes).where(rowIs(workspaceId, id));
  if (patch.member_ids || patch.shares || changesTeam(current, patch)) await replaceHosts(tx, workspaceId, id, hosts);
  await note(tx, "event_type.changed", { workspaceId, member, id, details: { fields: Object.keys(patch) } });
  return { ok: true, eventType: (await findEventType(workspaceId, id, tx))! } as const;
}

/** Since when somebody hosts it stays, as long as they do. */
async function replaceHosts(tx: Transaction, workspaceId: string, eventTypeId: string, hosts: Host[]) {
  const { workspaceId: inWorkspace, eventTypeId: ofEventType, userId } = bookingEventTypeMembers;
  const ids = hosts.map((host) => host.userId);
  await tx
    .delete(bookingEventTypeMembers)
    .where(and(eq(inWorkspace, workspaceId), eq(ofEventType, eventTypeId), notInArray(userId, ids)));
  await tx
    .insert(bookingEventTypeMembers)
    .values(hosts.map((host) => ({ ...host, workspaceId, eventTypeId })))
    .onConflictDoUpdate({
      target: [inWorkspace, ofEventType, userId],
      set: { weight: sql`excluded.weight`, priority: sql`excluded.priority` },
    });
}
