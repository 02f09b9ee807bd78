import { and, eq, isNull } from "drizzle-orm";
import { db } from "~db/client";
import { bookingLinks, bookings, oneTimeLinks } from "~db/schema";
import type { EventType } from "../event-types/event-type";
import { findEventType } from "../event-types/event-types.server";
import { hashToken } from "../tokens.server";
import { findWorkspace, type Workspace } from "../workspaces/workspaces.server";
import { oneTimeState, type LinkGone, type OneTimeLink, type Through } from "./link";
import { toOneTimeLink } from "./one-time-row.server";

/** What a link's address leads to. */
export type FoundLink = {
  through: Through;
  token: string;
  ownerId: string;
  /** What its owner calls it; a one-time link goes by its event type's name. */
  title: string;
  /** Why it books nothing at present. */
  gone: LinkGone | null;
  eventType: EventType;
  workspace: Workspace;
  oneTime: OneTimeLink | null;
};

/** Both kinds of link by what stands in their address. Null: there is no such link, or no longer. */
export async function findLinkByToken(token: string | undefined, now: number): Promise<FoundLink | null> {
  if (!token || !/^[\w-]{16,100}$/.test(token)) return null;
  return (await findEvergreen(token)) ?? (await findOneTime(token, now));
}

async function findEvergreen(token: string): Promise<FoundLink | null> {
  const [link] = await db
    .select()
    .from(bookingLinks)
    .where(and(eq(bookingLinks.token, token), isNull(bookingLinks.archivedAt)));
  const target = link && (await targetOf(link));
  if (!target) return null;
  const { id, ownerId, title, isActive } = link;
  const gone = isActive && isOpen(target.eventType) ? null : "off";
  return { through: { kind: "evergreen", id }, token, ownerId, title, gone, ...target, oneTime: null };
}

async function findOneTime(token: string, now: number): Promise<FoundLink | null> {
  const [found] = await db
    .select({ link: oneTimeLinks, bookingId: bookings.id })
    .from(oneTimeLinks)
    .leftJoin(
      bookings,
      and(eq(bookings.workspaceId, oneTimeLinks.workspaceId), eq(bookings.oneTimeLinkId, oneTimeLinks.id)),
    )
    .where(eq(oneTimeLinks.tokenHash, hashToken(token)));
  const target = found && (await targetOf(found.link));
  if (!target) return null;
  const oneTime = toOneTimeLink(found.link, found.bookingId);
  const state = oneTimeState(oneTime, now);
  const gone = state !== "active" ? state : isOpen(target.eventType) ? null : "off";
  const { id, ownerId } = oneTime;
  return { through: { kind: "one_time", id }, token, ownerId, title: target.eventType.name, gone, ...target, oneTime };
}

async function targetOf({ workspaceId, eventTypeId }: { workspaceId: string; eventTypeId: string }) {
  const [eventType, workspace] = await Promise.all([
    findEventType(workspaceId, eventTypeId),
    findWorkspace(workspaceId),
  ]);
  return eventType && workspace ? { eventType, workspace } : null;
}

function isOpen(eventType: EventType) {
  return eventType.isActive && !eventType.archivedAt;
}
