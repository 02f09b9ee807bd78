import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { db } from "~db/client";
import { bookingLinks } from "~db/schema";
import { mayBookForOthers, mayExplain, type Member } from "../event-types/event-type-rights";
import type { EventType } from "../event-types/event-type";
import { findEventType, listEventTypes } from "../event-types/event-types.server";
import { findLink } from "./links.server";

/** What a one-time link can be for: an event type, or what one of the links for everybody leads to. */
export type Target = { eventType: EventType; link: { id: string; title: string } | null };

type Wanted = { eventTypeId: string } | { linkId: string };
export type TargetRefusal = { ok: false; reason: "not_found" | "not_bookable" };

/** Event types that the member may book for others, theirs first, and their own links. */
export async function listTargets(workspaceId: string, member: Member): Promise<Target[]> {
  const all = await listEventTypes(workspaceId);
  const isHosted = ({ members }: EventType) => Number(members.some(({ userId }) => userId === member.userId));
  const eventTypes = all
    .filter((each) => mayBookForOthers(member, each) && !each.isLinkOnly)
    .sort((a, b) => isHosted(b) - isHosted(a) || a.name.localeCompare(b.name));
  const open = all.filter(({ isActive }) => isActive);
  const links = await listOwnLinks(workspaceId, member.userId, open);
  return [
    ...eventTypes.map((eventType) => ({ eventType, link: null })),
    ...links.map(({ id, title, eventTypeId }) => ({
      eventType: open.find((each) => each.id === eventTypeId)!,
      link: { id, title },
    })),
  ];
}

function listOwnLinks(workspaceId: string, ownerId: string, eventTypes: EventType[]) {
  const { id, title, eventTypeId } = bookingLinks;
  return db
    .select({ id, title, eventTypeId })
    .from(bookingLinks)
    .where(
      and(
        eq(bookingLinks.workspaceId, workspaceId),
        eq(bookingLinks.ownerId, ownerId),
        isNull(bookingLinks.archivedAt),
        inArray(
          bookingLinks.eventTypeId,
          eventTypes.map((each) => each.id),
        ),
      ),
    )
    .orderBy(asc(title), asc(id));
}

/**
 * One of them, whoever's it is where the member may change anybody's. A link that is switched off for everybody can still be
 * given to one person.
 */
export async function findTarget(
  workspaceId: string,
  member: Member,
  wanted: Wanted,
): Promise<{ ok: true; target: Target } | TargetRefusal> {
  const link = "linkId" in wanted ? await findLink(workspaceId, wanted.linkId, member) : null;
  const eventType = "linkId" in wanted ? link?.eventType : await findEventType(workspaceId, wanted.eventTypeId);
  if (!eventType || eventType.archivedAt) return { ok: false, reason: "not_found" };
  if (!link && !mayExplain(member, eventType)) return { ok: false, reason: "not_found" };
  if (!eventType.isActive) return { ok: false, reason: "not_bookable" };
  return { ok: true, target: { eventType, link: link && { id: link.id, title: link.title } } };
}
