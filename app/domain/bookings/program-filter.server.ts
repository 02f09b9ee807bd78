import { and, eq, gte, lte, or, sql, type SQL } from "drizzle-orm";
import { bookingEventTypes, bookings, teams } from "~db/schema";
import { bookingTabs, tabFilter, type BookingTab } from "./booking-list";

/** By what programs look for bookings besides that which pages know. Instants are epoch milliseconds. */
export type ProgramFilter = {
  /** Under one of these tabs. */
  tabs?: readonly BookingTab[];
  uid?: string;
  inviteeEmail?: string;
  /** Part of it. */
  inviteeName?: string;
  /** Integer ids. */
  eventTypes?: readonly number[];
  /** Integer ids of the teams that the event types belong to. */
  teams?: readonly number[];
  startsFrom?: number;
  endsBy?: number;
  created?: Range;
  updated?: Range;
  now: number;
};

type Range = { from?: number; to?: number };

export function narrowedBy(workspaceId: string, filter: ProgramFilter): SQL | undefined {
  const { tabs, uid, inviteeEmail, inviteeName, eventTypes, startsFrom, endsBy, created, updated, now } = filter;
  return and(
    tabs && under(tabs, now),
    uid === undefined ? undefined : eq(bookings.uid, uid),
    inviteeEmail === undefined ? undefined : sql`lower(${bookings.inviteeEmail}) = lower(${inviteeEmail})`,
    inviteeName === undefined
      ? undefined
      : sql`${bookings.inviteeName} ilike ${`%${inviteeName.replace(/[\\%_]/g, "\\$&")}%`}`,
    eventTypes && ofEventTypes(workspaceId, sql`number = any(${sql.param([...eventTypes])}::bigint[])`),
    filter.teams && ofEventTypes(workspaceId, sql`team_id in (${teamsNumbered(workspaceId, filter.teams)})`),
    startsFrom === undefined ? undefined : gte(bookings.startTime, new Date(startsFrom)),
    endsBy === undefined ? undefined : lte(bookings.endTime, new Date(endsBy)),
    created && between(bookings.createdAt, created),
    updated && between(bookings.updatedAt, updated),
  );
}

function under(tabs: readonly BookingTab[], now: number) {
  const each = bookingTabs.filter((tab) => tabs.includes(tab)).map((tab) => tabFilter(tab, now));
  const conditions = each.map(({ statuses, endsAfter, endedBy }) =>
    and(
      sql`${bookings.status} = any(${sql.param(statuses)}::text[])`,
      endsAfter === undefined ? undefined : sql`${bookings.endTime} > ${new Date(endsAfter).toISOString()}`,
      endedBy === undefined ? undefined : lte(bookings.endTime, new Date(endedBy)),
    ),
  );
  return or(...conditions) ?? sql`false`;
}

function ofEventTypes(workspaceId: string, where: SQL) {
  return sql`${bookings.eventTypeId} in (
    select id from ${bookingEventTypes} where workspace_id = ${workspaceId} and ${where})`;
}

function teamsNumbered(workspaceId: string, numbers: readonly number[]) {
  return sql`
    select id from ${teams} where workspace_id = ${workspaceId} and number = any(${sql.param([...numbers])}::bigint[])`;
}

function between(column: typeof bookings.createdAt | typeof bookings.updatedAt, { from, to }: Range) {
  return and(
    from === undefined ? undefined : gte(column, new Date(from)),
    to === undefined ? undefined : lte(column, new Date(to)),
  );
}
