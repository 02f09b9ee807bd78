import type { User } from "~/domain/accounts/account";
import type { EventType } from "~/domain/event-types/event-type";
import { findEventType, findPublicEventType } from "~/domain/event-types/event-types.server";
import { eventTypeNumbered } from "~/domain/numbers.server";
import { may, type Right } from "~/domain/workspaces/roles";
import { findMembership, type Membership } from "~/domain/workspaces/workspaces.server";
import { requireMember } from "../member.server";
import { notFound } from "../problem.server";
import { readNumber } from "./fields";

/** How a caller names what they want to book: by its number, or by the addresses of its workspace and its own. */
type Named = { id?: number; workspace?: string; slug?: string };

/** What anybody can book: it is switched on, and has an address of its own. Whether it is listed does not matter. */
export async function requireBookable({ id, workspace, slug }: Named): Promise<EventType> {
  const eventType =
    id === undefined ? await findPublicEventType(workspace ?? "", (slug ?? "").toLowerCase()) : await findNumbered(id);
  if (!eventType?.isActive || eventType.isLinkOnly || eventType.isSession) throw notFound();
  return eventType;
}

/** The event type in the path, of a workspace in which the caller has this right. */
export async function requireEventType(
  user: User,
  id: string | undefined,
  right: Right,
): Promise<Membership & { eventType: EventType }> {
  const number = readNumber(id);
  const eventType = number === null ? null : await findNumbered(number);
  if (!eventType) throw notFound();
  return { ...(await requireMember(user, eventType.workspaceId, right)), eventType };
}

/** Null for whoever is no member of the workspace, and for those without this right in it. */
export async function memberOf(user: User | null, workspace: string, right: Right): Promise<Membership | null> {
  const membership = user && (await findMembership(user.id, workspace));
  return membership && may(membership.role, right) ? membership : null;
}

async function findNumbered(number: number): Promise<EventType | null> {
  const place = await eventTypeNumbered(number);
  return place && findEventType(place.workspaceId, place.id);
}
