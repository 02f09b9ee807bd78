import { and, count, desc, eq, getTableColumns, isNull, sql, type SQL } from "drizzle-orm";
import { db } from "~db/client";
import { bookingLinks, users } from "~db/schema";
import type { Schedule } from "../availability/schedule";
import { findSchedules } from "../availability/schedules.server";
import type { EventType } from "../event-types/event-type";
import type { Member } from "../event-types/event-type-rights";
import { findEventTypes } from "../event-types/event-types.server";
import { isUuid } from "../fields";
import { may } from "../workspaces/roles";
import type { Link } from "./link";

/** A link with what became of it. Its event type may be archived: then nobody can book by it. */
export type ListedLink = Link & {
  ownerName: string;
  eventType: EventType;
  /** The schedule that the event type names. */
  schedule: Schedule | null;
  /** The zone that its hours are kept in. */
  timezone: string;
  views: number;
  bookings: number;
  /** The soonest of its meetings that are still to come. Its start is in epoch milliseconds. */
  nextBooking: { id: string; start: number; inviteeName: string } | null;
};

/** Null for a link that is not theirs, unless they may change everybody's. */
export async function findLink(
  workspaceId: string,
  id: string | undefined,
  member: Member,
): Promise<ListedLink | null> {
  if (!isUuid(id)) return null;
  const [found] = await select(and(seenBy(workspaceId, member), eq(bookingLinks.id, id)), { limit: 1, offset: 0 });
  return found ?? null;
}

/** Newest first: the member's own, or everybody's where they may change those. */
export function listLinks(workspaceId: string, member: Member, page: Page): Promise<ListedLink[]> {
  return select(seenBy(workspaceId, member), page);
}

export async function countLinks(workspaceId: string, member: Member): Promise<number> {
  const [found] = await db.select({ total: count() }).from(bookingLinks).where(seenBy(workspaceId, member));
  return found?.total ?? 0;
}

/** The links that lead to these event types: the first one of each that is there. */
export async function linksTo(workspaceId: string, eventTypeIds: string[]) {
  const { id, title, eventTypeId, ownerId } = bookingLinks;
  if (eventTypeIds.length === 0) return new Map<string, { id: string; title: string; ownerId: string }>();
  const rows = await db
    .selectDistinctOn([eventTypeId], { id, title, eventTypeId, ownerId })
    .from(bookingLinks)
    .where(and(eq(bookingLinks.workspaceId, workspaceId), isNull(bookingLinks.archivedAt), isOneOf(eventTypeIds)))
    .orderBy(eventTypeId, bookingLinks.createdAt);
  return new Map(rows.map(({ eventTypeId, ...link }) => [eventTypeId, link]));
}

type Page = { limit: number; offset: number };

/** Four statements, however many there are. */
async function select(where: SQL | undefined, page: Page): Promise<ListedLink[]> {
  const rows = await db
    .select({ ...getTableColumns(bookingLinks), ownerName: users.name, views, bookings, nextBooking })
    .from(bookingLinks)
    .innerJoin(users, eq(users.id, bookingLinks.ownerId))
    .where(where)
    .orderBy(desc(bookingLinks.createdAt), desc(bookingLinks.id))
    .limit(page.limit)
    .offset(page.offset);
  const [first] = rows;
  if (!first) return [];
  const eventTypes = await findEventTypes(first.workspaceId, [...new Set(rows.map((row) => row.eventTypeId))]);
  const schedules = await schedulesOf(first.workspaceId, eventTypes);
  return rows.map((row) => {
    const eventType = eventTypes.find(({ id }) => id === row.eventTypeId)!;
    return { ...row, eventType, ...hoursOf(eventType, schedules) };
  });
}

function schedulesOf(workspaceId: string, eventTypes: EventType[]) {
  const ids = eventTypes.flatMap(({ scheduleId }) => scheduleId ?? []);
  const defaultsOf = eventTypes.flatMap(({ members }) => members[0]?.userId ?? []);
  return findSchedules(workspaceId, { ids, defaultsOf });
}

function hoursOf({ scheduleId, members }: EventType, schedules: Schedule[]) {
  const schedule = schedules.find(({ id }) => id === scheduleId) ?? null;
  const usual = schedules.find(({ userId, isDefault }) => isDefault && userId === members[0]?.userId);
  return { schedule, timezone: (schedule ?? usual)?.timezone ?? members[0]?.timezone ?? "UTC" };
}

function seenBy(workspaceId: string, { userId, role }: Member) {
  const kept = and(eq(bookingLinks.workspaceId, workspaceId), isNull(bookingLinks.archivedAt));
  return may(role, "links.change-any") ? kept : and(kept, eq(bookingLinks.ownerId, userId));
}

function isOneOf(eventTypeIds: string[]) {
  return sql`${bookingLinks.eventTypeId} = any(${sql.param(eventTypeIds)}::uuid[])`;
}

// Names are written out: inside a subquery a bare column would mean the inner table's.
const views = sql<number>`(
  select count(*)::integer from analytics_events event
  where event.workspace_id = booking_links.workspace_id and event.link_id = booking_links.id and event.kind = 'view'
)`;

const bookings = sql<number>`(
  select count(*)::integer from bookings booking
  where booking.workspace_id = booking_links.workspace_id and booking.link_id = booking_links.id
)`;

const nextBooking = sql<ListedLink["nextBooking"]>`(
  select json_build_object(
    'id', booking.id,
    'start', floor(extract(epoch from booking.start_time) * 1000)::bigint,
    'inviteeName', booking.invitee_name
  )
  from bookings booking
  where booking.workspace_id = booking_links.workspace_id and booking.link_id = booking_links.id
    and booking.status in ('pending', 'confirmed') and booking.start_time > now()
  order by booking.start_time limit 1
)`;
