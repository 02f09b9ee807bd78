import { db, type Transaction } from "~db/client";
import { bookingEventTypeMembers, bookingEventTypes } from "~db/schema";
import { isUuid } from "~/domain/fields";
import type { EventType } from "./event-type";
import { mayChange, type Member } from "./event-type-rights";
import { findEventType, lockEventType } from "./event-types.server";
import { translated, type Closed, type Invalid, type SlugTaken } from "./refusals.server";
import { note } from "./rows.server";
import { settingsOf } from "./settings";
import { withSuffix } from "./slug";
import { unusedSlug } from "./unused-slug.server";

type Given = { workspaceId: string; id: string | undefined; member: Member };
type Duplicated = { ok: true; eventType: EventType } | Closed | Invalid | SlugTaken;

const attempts = 5;

/** A copy with the same rules and hosts. It belongs to whoever made it, and is off until they switch it on. */
export async function duplicateEventType({ workspaceId, id, member }: Given): Promise<Duplicated> {
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  for (let attempt = 1; ; attempt++) {
    const copied = await translated(() => db.transaction((tx) => copy(tx, { workspaceId, id, member, attempt })));
    if (copied.ok || copied.reason !== "slug_taken" || attempt === attempts) return copied;
  }
}

type Copy = { workspaceId: string; id: string; member: Member; attempt: number };

async function copy(tx: Transaction, { workspaceId, id, member, attempt }: Copy) {
  const source = await lockEventType(tx, workspaceId, id);
  if (!source) return { ok: false, reason: "not_found" } as const;
  if (!mayChange(member, source)) return { ok: false, reason: "not_allowed" } as const;
  const slug = await unusedSlug(tx, workspaceId, withSuffix(source.slug, "copy"), attempt);
  const name = `${source.name
    .slice(0, 93)
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd()} (copy)`;
  const [made] = await tx
    .insert(bookingEventTypes)
    .values({ ...settingsOf(source), workspaceId, ownerId: member.userId, name, slug, isActive: false })
    .returning({ id: bookingEventTypes.id });
  const hosts = source.members.map(({ userId, weight, priority }) => ({ userId, weight, priority }));
  if (hosts.length > 0) {
    await tx
      .insert(bookingEventTypeMembers)
      .values(hosts.map((host) => ({ ...host, workspaceId, eventTypeId: made!.id })));
  }
  await note(tx, "event_type.duplicated", { workspaceId, member, id: made!.id, details: { name, slug, from: id } });
  return { ok: true, eventType: (await findEventType(workspaceId, made!.id, tx))! } as const;
}
