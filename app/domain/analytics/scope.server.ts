import { and, asc, eq, or, sql, type SQL } from "drizzle-orm";
import { db } from "~db/client";
import { bookingEventTypes, bookingLinks } from "~db/schema";
import type { Member } from "../event-types/event-type-rights";
import { may } from "../workspaces/roles";
import type { Seen } from "./ways";

/** Which numbers somebody may see: null is all of the workspace. */
export type Scope = {
  workspaceId: string;
  seen: { eventTypeIds: string[]; linkIds: string[] } | null;
  /** Narrowed to one of them. */
  only: { eventTypeId: string } | { linkId: string } | null;
};

/** The event types that a member owns or hosts and the links that they own, by name, gone ones too; an admin's are all. */
export async function listSeen(workspaceId: string, member: Member): Promise<Seen> {
  const seesAll = may(member.role, "analytics.hosts");
  const [eventTypes, links] = await Promise.all([
    seenEventTypes(workspaceId, seesAll ? undefined : holds(member.userId)),
    seenLinks(workspaceId, seesAll ? undefined : eq(bookingLinks.ownerId, member.userId)),
  ]);
  return { eventTypes, links, seesAll };
}

export function scopeOf(workspaceId: string, { eventTypes, links, seesAll }: Seen, only: Scope["only"]): Scope {
  const ids = (list: { id: string }[]) => list.map(({ id }) => id);
  return { workspaceId, seen: seesAll ? null : { eventTypeIds: ids(eventTypes), linkIds: ids(links) }, only };
}

/** The scope for a table that has these columns, by its alias. */
export function inScope({ workspaceId, seen, only }: Scope, table: string): SQL {
  const column = (name: string) => sql.raw(`${table}.${name}`);
  const isAt = (name: string, id: string) => sql`${column(name)} = ${id}`;
  const isAmong = (name: string, ids: string[]) => sql`${column(name)} = any(${sql.param(ids)}::uuid[])`;
  return and(
    sql`${column("workspace_id")} = ${workspaceId}`,
    only ? ("linkId" in only ? isAt("link_id", only.linkId) : isAt("event_type_id", only.eventTypeId)) : undefined,
    seen ? or(isAmong("event_type_id", seen.eventTypeIds), isAmong("link_id", seen.linkIds)) : undefined,
  )!;
}

function seenEventTypes(workspaceId: string, where: SQL | undefined) {
  const { id, name, isLinkOnly } = bookingEventTypes;
  return db
    .select({ id, name, isLinkOnly, isArchived: sql<boolean>`${bookingEventTypes.archivedAt} is not null` })
    .from(bookingEventTypes)
    .where(and(eq(bookingEventTypes.workspaceId, workspaceId), where))
    .orderBy(asc(name), asc(id));
}

function holds(userId: string) {
  return or(
    eq(bookingEventTypes.ownerId, userId),
    sql`exists (
      select 1 from booking_event_type_members held
      where held.workspace_id = booking_event_types.workspace_id and held.event_type_id = booking_event_types.id
        and held.user_id = ${userId})`,
  );
}

function seenLinks(workspaceId: string, where: SQL | undefined) {
  const { id, title, eventTypeId } = bookingLinks;
  return db
    .select({ id, title, eventTypeId, isArchived: sql<boolean>`${bookingLinks.archivedAt} is not null` })
    .from(bookingLinks)
    .where(and(eq(bookingLinks.workspaceId, workspaceId), where))
    .orderBy(asc(title), asc(id));
}
