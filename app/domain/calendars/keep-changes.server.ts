import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { retried } from "~db/retried";
import { calendarAccounts, calendarChannels, calendarConnections } from "~db/schema";
import type { Changes } from "~/integrations/calendar-provider";
import { busyBlock, spanOf, type Block } from "./busy-blocks";
import { noteOwnEvents } from "./own-events.server";
import type { CalendarRow, Reading } from "./reading.server";
import { isWatching, nextSync, staleFrom } from "./sync-times";

type Read = { calendar: CalendarRow; window: Reading["window"]; changes: Changes; isPushOn: boolean };

/**
 * Stores what was read of a calendar, all of it or nothing: until then what was stored before counts. False where the
 * calendar has changed since, or was read by somebody else: then this is not what is to be known of it.
 */
export async function keepChanges({ calendar, ...read }: Read, now: number): Promise<boolean> {
  return retried(() =>
    db.transaction(async (tx) => {
      const held = await hold(tx, calendar);
      if (!held || !isSame(held, calendar)) return false;
      await replaceBlocks(tx, held, read, now);
      await noteRead(tx, held, read, now);
      return true;
    }),
  );
}

/** It cannot be disconnected or switched off before this is stored. */
async function hold(tx: Transaction, { workspaceId, id }: CalendarRow) {
  const [row] = await tx
    .select({ calendar: calendarConnections })
    .from(calendarConnections)
    .innerJoin(
      calendarAccounts,
      and(
        eq(calendarAccounts.workspaceId, calendarConnections.workspaceId),
        eq(calendarAccounts.id, calendarConnections.accountId),
        isNull(calendarAccounts.disconnectedAt),
      ),
    )
    .where(and(eq(calendarConnections.workspaceId, workspaceId), eq(calendarConnections.id, id)))
    .for("no key update", { of: calendarConnections });
  return row?.calendar;
}

function isSame(held: CalendarRow, before: CalendarRow) {
  return (
    held.syncEnabled &&
    held.syncToken === before.syncToken &&
    held.lastSyncedAt?.getTime() === before.lastSyncedAt?.getTime() &&
    held.tentativeBlocks === before.tentativeBlocks &&
    held.timezone === before.timezone
  );
}

type Kept = Omit<Read, "calendar">;

async function replaceBlocks(tx: Transaction, calendar: CalendarRow, { changes, window }: Kept, now: number) {
  const { isFull, removed } = changes;
  // A provider may tell of an event twice, and the last word counts.
  const events = [...new Map(changes.events.map((event) => [event.id, event])).values()];
  const own = await noteOwnEvents(tx, calendar, {
    events,
    removed,
    isFull,
    window,
    spanOf: (event) => spanOf(event, calendar.timezone),
    readAt: now,
  });
  const blocks = events.filter(({ id }) => own.get(id) !== false).flatMap((event) => busyBlock(event, calendar) ?? []);
  const touched = [...events.map(({ id }) => id), ...removed];
  await removeBlocks(tx, calendar, isFull ? null : { touched, removed });
  if (blocks.length > 0) await insertBlocks(tx, calendar, blocks);
}

/** `only`: the events, and the recurring ones as a whole; null for everything. */
async function removeBlocks(
  tx: Transaction,
  { workspaceId, id }: CalendarRow,
  only: { touched: string[]; removed: string[] } | null,
) {
  const which = only
    ? sql`and (provider_event_id = any(${sql.param(only.touched)}::text[]) or series_id = any(${sql.param(only.removed)}::text[]))`
    : sql``;
  await tx.execute(
    sql`delete from calendar_events where workspace_id = ${workspaceId} and connection_id = ${id} ${which}`,
  );
}

async function insertBlocks(tx: Transaction, { workspaceId, id, userId }: CalendarRow, blocks: Block[]) {
  await tx.execute(sql`
    insert into calendar_events (workspace_id, connection_id, user_id, provider_event_id, series_id, during)
    select ${workspaceId}::uuid, ${id}::uuid, ${userId}::uuid, block.id, "seriesId",
      tstzrange(to_timestamp("from" / 1000), to_timestamp("to" / 1000))
    from json_to_recordset(${JSON.stringify(blocks)}::json) as block (id text, "seriesId" text, "from" float8, "to" float8)`);
}

async function noteRead(tx: Transaction, calendar: CalendarRow, { changes, window, isPushOn }: Kept, now: number) {
  const { workspaceId, id, staleAfterMinutes } = calendar;
  const isWatched = isPushOn && isWatching(await channelEnd(tx, calendar), now);
  await tx
    .update(calendarConnections)
    .set({
      syncToken: changes.token,
      ...(changes.isFull && { baselineAt: new Date(now), syncedUntil: new Date(window.to) }),
      lastSyncedAt: new Date(now),
      nextSyncAt: new Date(nextSync(now, isWatched, Math.random())),
      staleAt: new Date(staleFrom(now, isWatched, staleAfterMinutes)),
      syncFailures: 0,
      lastError: null,
      lastErrorAt: null,
      updatedAt: new Date(now),
    })
    .where(and(eq(calendarConnections.workspaceId, workspaceId), eq(calendarConnections.id, id)));
}

async function channelEnd(tx: Transaction, { workspaceId, id }: CalendarRow) {
  const ends = await tx
    .select({ expiresAt: calendarChannels.expiresAt })
    .from(calendarChannels)
    .where(and(eq(calendarChannels.workspaceId, workspaceId), eq(calendarChannels.connectionId, id)));
  return Math.max(0, ...ends.map(({ expiresAt }) => expiresAt?.getTime() ?? 0)) || null;
}
