import { and, count, desc, eq, getTableColumns, inArray, isNull, sql, type SQL } from "drizzle-orm";
import { db, type Database, type Transaction } from "~db/client";
import { bookingEventTypes, workspaces } from "~db/schema";
import { isSlug, isUuid } from "~/domain/fields";
import { isWorkspaceName } from "~/domain/workspaces/workspace";
import type { EventType, EventTypeMember } from "./event-type";

type Filter = { hostId?: string; limit?: number; offset?: number };

/** Archived ones too: a booking's history needs them. */
export async function findEventType(
  workspaceId: string,
  id: string | undefined,
  on: Database | Transaction = db,
): Promise<EventType | null> {
  if (!isUuid(id)) return null;
  const [found] = await select(and(inWorkspace(workspaceId), eq(bookingEventTypes.id, id)), {}, on);
  return found ?? null;
}

/** Those of these ids, archived ones too. */
export function findEventTypes(workspaceId: string, ids: string[]): Promise<EventType[]> {
  return select(and(inWorkspace(workspaceId), inArray(bookingEventTypes.id, ids)));
}

/** Newest first. With `hostId` those that this member owns or hosts. */
export function listEventTypes(workspaceId: string, filter: Filter = {}): Promise<EventType[]> {
  return select(matching(workspaceId, filter), filter);
}

export async function countEventTypes(workspaceId: string, filter: Filter = {}): Promise<number> {
  const [found] = await db.select({ total: count() }).from(bookingEventTypes).where(matching(workspaceId, filter));
  return found?.total ?? 0;
}

/** What clients book with this host, once they or it have asked for it. */
export async function findSessionEventType(
  workspaceId: string,
  hostId: string,
  on: Database | Transaction = db,
): Promise<EventType | null> {
  const [found] = await select(sessionOf(workspaceId, [hostId]), {}, on);
  return found ?? null;
}

/** The same of several hosts. */
export function findSessionEventTypes(workspaceId: string, hostIds: string[]): Promise<EventType[]> {
  return select(sessionOf(workspaceId, hostIds));
}

/** What the workspace's public page offers. */
export function listPublicEventTypes(workspaceId: string): Promise<EventType[]> {
  return select(
    and(
      inWorkspace(workspaceId),
      isKept,
      hasPage,
      eq(bookingEventTypes.isActive, true),
      eq(bookingEventTypes.isListed, true),
    ),
  );
}

/** For deeds, which read and then change: the row stays locked until their transaction ends. */
export async function lockEventType(tx: Transaction, workspaceId: string, id: string): Promise<EventType | null> {
  await tx.execute(sql`
    select 1 from booking_event_types where workspace_id = ${workspaceId} and id = ${id} for update`);
  const [found] = await select(and(inWorkspace(workspaceId), isKept, eq(bookingEventTypes.id, id)), {}, tx);
  return found ?? null;
}

/** For deeds that ask its rules, archived or not: it stays as it is until their transaction ends. */
export async function holdEventType(tx: Transaction, workspaceId: string, id: string): Promise<EventType | null> {
  await tx.execute(sql`
    select 1 from booking_event_types where workspace_id = ${workspaceId} and id = ${id} for share`);
  const [found] = await select(and(inWorkspace(workspaceId), eq(bookingEventTypes.id, id)), {}, tx);
  return found ?? null;
}

function select(
  where: SQL | undefined,
  page: { limit?: number; offset?: number } = {},
  on: Database | Transaction = db,
) {
  return selectWith({}, where, page, on);
}

function selectWith<More extends Record<string, SQL>>(
  more: More,
  where: SQL | undefined,
  page: { limit?: number; offset?: number } = {},
  on: Database | Transaction = db,
) {
  const query = on
    .select({ ...getTableColumns(bookingEventTypes), members, ...more })
    .from(bookingEventTypes)
    .where(where)
    .orderBy(desc(bookingEventTypes.createdAt), desc(bookingEventTypes.number))
    .$dynamic();
  if (page.limit !== undefined) query.limit(page.limit).offset(page.offset ?? 0);
  return query;
}

// Names are written out: inside a subquery a bare column would mean the inner table's.
const members = sql<EventTypeMember[]>`(
  select coalesce(json_agg(json_build_object(
    'userId', host.user_id, 'name', users.name, 'timezone', users.timezone,
    'weight', host.weight, 'priority', host.priority
  ) order by host.priority desc, host.user_id), '[]')
  from booking_event_type_members host join users on users.id = host.user_id
  where host.workspace_id = booking_event_types.workspace_id and host.event_type_id = booking_event_types.id
)`;

const isKept = isNull(bookingEventTypes.archivedAt);
/** What clients book with a host stands in no list of event types. */
const isOffered = eq(bookingEventTypes.isSession, false);
const hasPage = eq(bookingEventTypes.isLinkOnly, false);

/** What finds one by its public address, with more columns. Put together once: every request of a public page begins with it. */
export function byPublicAddress<More extends Record<string, SQL>>(more: More) {
  const statement = (name: typeof workspaces.id | typeof workspaces.slug) => {
    const workspaceId = db
      .select({ id: workspaces.id })
      .from(workspaces)
      .where(eq(name, sql.placeholder("workspace")));
    const slug = eq(bookingEventTypes.slug, sql.placeholder("slug"));
    const where = and(eq(bookingEventTypes.workspaceId, workspaceId), isKept, hasPage, slug);
    return selectWith(more, where).prepare(`by_address_${name.name}`);
  };
  const by = { id: statement(workspaces.id), slug: statement(workspaces.slug) };
  return async (workspace: string, slug: string) => {
    const name = workspace.toLowerCase();
    if (!isSlug(slug) || !isWorkspaceName(name)) return null;
    const [found] = await (isUuid(name) ? by.id : by.slug).execute({ workspace: name, slug });
    return found ?? null;
  };
}

/** By its public address; the workspace goes by its id or slug. May be switched off: the page then says so. */
export const findPublicEventType: (workspace: string, slug: string) => Promise<EventType | null> = byPublicAddress({});

function inWorkspace(workspaceId: string) {
  return eq(bookingEventTypes.workspaceId, workspaceId);
}

function matching(workspaceId: string, { hostId }: Filter) {
  return and(inWorkspace(workspaceId), isKept, isOffered, hostId ? isOf(hostId) : undefined);
}

function sessionOf(workspaceId: string, hostIds: string[]) {
  const { isSession, ownerId } = bookingEventTypes;
  return and(inWorkspace(workspaceId), isKept, eq(isSession, true), inArray(ownerId, hostIds));
}

function isOf(hostId: string) {
  return sql`(booking_event_types.owner_id = ${hostId} or exists (
    select 1 from booking_event_type_members host
    where host.workspace_id = booking_event_types.workspace_id
      and host.event_type_id = booking_event_types.id and host.user_id = ${hostId}
  ))`;
}
