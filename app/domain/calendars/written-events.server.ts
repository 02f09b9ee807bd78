import { and, asc, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { addJobs } from "~db/queue";
import { bookingCalendarEvents, calendarAccounts, calendarConnections, users } from "~db/schema";
import type { Booking } from "../bookings/booking";
import { eventJobs } from "./want-events.server";

export type EventRow = typeof bookingCalendarEvents.$inferSelect;

/** Which try of which event a job is about. One that has moved on since is not this job's any more. */
export type EventTurn = { workspaceId: string; id: string; round: number };

/** A booking's event in one calendar, as its host's page tells of it. Instants are epoch milliseconds. */
export type CalendarWrite = Pick<
  EventRow,
  "id" | "userId" | "provider" | "calendarName" | "state" | "conference" | "hostChange" | "attempts" | "round"
> &
  Pick<EventRow, "answer" | "lastError"> & {
    hostName: string;
    isConnected: boolean;
    /** It waits for its host to sign in at the provider anew. */
    isLost: boolean;
    hostChangeAt: number | null;
    hostStart: number | null;
    hostEnd: number | null;
    createdAt: number;
    nextTryAt: number | null;
    finishedAt: number | null;
  };

/** What is wanted, or was, in the calendars of a booking's hosts. */
export async function listCalendarWrites({ workspaceId, id }: Booking): Promise<CalendarWrite[]> {
  const rows = await db
    .select({ event: bookingCalendarEvents, hostName: users.name, lostSince: calendarAccounts.needsReconnectSince })
    .from(bookingCalendarEvents)
    .innerJoin(users, eq(users.id, bookingCalendarEvents.userId))
    .leftJoin(
      calendarConnections,
      and(
        eq(calendarConnections.workspaceId, bookingCalendarEvents.workspaceId),
        eq(calendarConnections.id, bookingCalendarEvents.connectionId),
      ),
    )
    .leftJoin(
      calendarAccounts,
      and(
        eq(calendarAccounts.workspaceId, calendarConnections.workspaceId),
        eq(calendarAccounts.id, calendarConnections.accountId),
      ),
    )
    .where(and(eq(bookingCalendarEvents.workspaceId, workspaceId), eq(bookingCalendarEvents.bookingId, id)))
    .orderBy(asc(users.name), asc(bookingCalendarEvents.id));
  return rows.map(({ event, hostName, lostSince }) => ({
    ...event,
    hostName,
    isConnected: event.connectionId !== null,
    isLost: lostSince !== null,
    hostChangeAt: event.hostChangeAt?.getTime() ?? null,
    hostStart: event.hostStart?.getTime() ?? null,
    hostEnd: event.hostEnd?.getTime() ?? null,
    createdAt: event.createdAt.getTime(),
    nextTryAt: event.nextTryAt?.getTime() ?? null,
    finishedAt: event.finishedAt?.getTime() ?? null,
  }));
}

/**
 * Somebody's own calendar shows the meeting, or did, or is about to, without a calendar file: one beside it would make a
 * second entry.
 */
export async function isInCalendar({ workspaceId, id }: Booking, email: string): Promise<boolean> {
  const [found] = await db.execute(sql`
    select 1 from booking_calendar_events event
    join users on users.id = event.user_id and lower(users.email) = lower(${email})
    join calendar_connections connection
      on connection.workspace_id = event.workspace_id and connection.id = event.connection_id
    join calendar_accounts account
      on account.workspace_id = connection.workspace_id and account.id = connection.account_id
    where event.workspace_id = ${workspaceId} and event.booking_id = ${id} and (
      event.state in ('written', 'removed') or event.provider_event_id is not null
      or event.state = 'waiting' and account.needs_reconnect_since is null
    ) limit 1`);
  return found !== undefined;
}

/** Whether the meeting's link is still being made, by a calendar that lets us in. */
export async function isLinkOnItsWay({ workspaceId, id, hostId }: Booking): Promise<boolean> {
  const [found] = await db.execute(sql`
    select 1 from booking_calendar_events event
    join calendar_connections connection
      on connection.workspace_id = event.workspace_id and connection.id = event.connection_id
    join calendar_accounts account
      on account.workspace_id = connection.workspace_id and account.id = connection.account_id
    where event.workspace_id = ${workspaceId} and event.booking_id = ${id} and event.user_id = ${hostId}
      and (event.state = 'waiting' or event.conference = 'pending') and account.needs_reconnect_since is null
    limit 1`);
  return found !== undefined;
}

/** The event, held until the transaction ends, if it is still this job's. */
export async function holdEvent(tx: Transaction, { workspaceId, id, round }: EventTurn) {
  const [row] = await tx
    .select()
    .from(bookingCalendarEvents)
    .where(
      and(
        eq(bookingCalendarEvents.workspaceId, workspaceId),
        eq(bookingCalendarEvents.id, id),
        eq(bookingCalendarEvents.round, round),
      ),
    )
    .for("update");
  return row;
}

/** Whoever is at work on it may have died over it, so a job looks whether it is done. */
export async function lookAfterwards({ workspaceId, id, round }: EventTurn) {
  const soon = sql`(
    select workspace_id, id, round, now() + interval '30 seconds' as next_try_at from booking_calendar_events
    where workspace_id = ${workspaceId} and id = ${id} and round = ${round}
      and (state = 'waiting' or conference = 'pending')) as event`;
  await db.execute(sql`select ${addJobs(eventJobs(soon))}`);
}

type Values = Parameters<ReturnType<typeof db.update<typeof bookingCalendarEvents>>["set"]>[0];

/** Notes what became of this try, if the event has not moved on meanwhile. With a `nextTryAt` there is a job for it. */
export async function noteEvent(on: Transaction, turn: EventTurn, values: Values): Promise<boolean> {
  const { workspaceId, id, round } = turn;
  const rows = await on
    .update(bookingCalendarEvents)
    .set(values)
    .where(
      and(
        eq(bookingCalendarEvents.workspaceId, workspaceId),
        eq(bookingCalendarEvents.id, id),
        eq(bookingCalendarEvents.round, round),
      ),
    )
    .returning({ id: bookingCalendarEvents.id });
  if (rows.length > 0 && values.nextTryAt) {
    const self = sql`booking_calendar_events where workspace_id = ${workspaceId} and id = ${id}`;
    await on.execute(sql`select ${addJobs(eventJobs(self))}`);
  }
  return rows.length > 0;
}
