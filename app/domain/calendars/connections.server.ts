import { and, asc, count, desc, eq, isNull, notExists, sql, type SQL } from "drizzle-orm";
import { db } from "~db/client";
import {
  bookingCalendarEvents,
  calendarAccounts,
  calendarChannels,
  calendarConnections,
  calendarEvents,
} from "~db/schema";
import { isUuid } from "../fields";
import type { ConnectedAccount, Connection } from "./connection";
import type { Owner } from "./hold-member.server";

/** A member's connections, oldest first: as their page lists them. */
export function listConnections({ workspaceId, userId }: Owner): Promise<Connection[]> {
  const order = [asc(calendarConnections.createdAt), asc(calendarConnections.id)];
  return select(isOf({ workspaceId, userId }), order);
}

/** The same, newest first, a part of them. */
export function listNewestConnections(owner: Owner, page: { limit: number; offset: number }): Promise<Connection[]> {
  return select(isOf(owner), [desc(calendarConnections.createdAt), desc(calendarConnections.id)], page);
}

export async function countConnections(owner: Owner): Promise<number> {
  const [row] = await db.select({ total: count() }).from(calendarConnections).where(isOf(owner));
  return row!.total;
}

/** One of a member's own connections; nobody else's is there for them. */
export async function findConnection(owner: Owner, id: string | undefined): Promise<Connection | null> {
  if (!isUuid(id)) return null;
  const [found] = await select(and(isOf(owner), eq(calendarConnections.id, id))!, []);
  return found ?? null;
}

/** Accounts of a member of which no calendar is connected (yet). */
export async function listBareAccounts({ workspaceId, userId }: Owner): Promise<ConnectedAccount[]> {
  const rows = await db
    .select()
    .from(calendarAccounts)
    .where(
      and(
        eq(calendarAccounts.workspaceId, workspaceId),
        eq(calendarAccounts.userId, userId),
        isNull(calendarAccounts.disconnectedAt),
        notExists(
          db
            .select({ one: sql`1` })
            .from(calendarConnections)
            .where(
              and(
                eq(calendarConnections.workspaceId, calendarAccounts.workspaceId),
                eq(calendarConnections.accountId, calendarAccounts.id),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(calendarAccounts.createdAt));
  return rows.map(toAccount);
}

async function select(where: SQL, order: SQL[], page?: { limit: number; offset: number }): Promise<Connection[]> {
  const ofThis = (table: typeof calendarEvents | typeof calendarChannels | typeof bookingCalendarEvents) =>
    and(eq(table.workspaceId, calendarConnections.workspaceId), eq(table.connectionId, calendarConnections.id));
  const blocks = db.select({ n: count() }).from(calendarEvents).where(ofThis(calendarEvents));
  const waiting = db
    .select({ n: count() })
    .from(bookingCalendarEvents)
    .where(and(ofThis(bookingCalendarEvents), eq(bookingCalendarEvents.state, "waiting")));
  const channel = db
    .select({ at: sql`max(${calendarChannels.expiresAt})` })
    .from(calendarChannels)
    .where(ofThis(calendarChannels));
  const query = db
    .select({
      connection: calendarConnections,
      account: calendarAccounts,
      blocks: sql<number>`(${blocks})`.mapWith(Number),
      waiting: sql<number>`(${waiting})`.mapWith(Number),
      channelEndsAt: sql<Date | null>`(${channel})`.mapWith(calendarChannels.expiresAt),
    })
    .from(calendarConnections)
    .innerJoin(
      calendarAccounts,
      and(
        eq(calendarAccounts.workspaceId, calendarConnections.workspaceId),
        eq(calendarAccounts.id, calendarConnections.accountId),
      ),
    )
    .where(where)
    .orderBy(...order);
  const rows = await (page ? query.limit(page.limit).offset(page.offset) : query);
  return rows.map(({ connection, account, blocks, waiting, channelEndsAt }) => ({
    ...pick(connection),
    staleAt: ms(connection.staleAt),
    lastSyncedAt: ms(connection.lastSyncedAt),
    nextSyncAt: ms(connection.nextSyncAt),
    syncedUntil: ms(connection.syncedUntil),
    lastErrorAt: ms(connection.lastErrorAt),
    createdAt: connection.createdAt.getTime(),
    updatedAt: connection.updatedAt.getTime(),
    account: toAccount(account),
    blocks,
    waiting,
    channelEndsAt: ms(channelEndsAt),
  }));
}

/** What may leave the server: no token is among it. */
function pick(row: typeof calendarConnections.$inferSelect) {
  const { id, provider, calendarId, name, timezone, isWritable, isPrimary, syncEnabled, checkConflicts } = row;
  const { createEvents, tentativeBlocks, staleAfterMinutes, staleStopsOffers, lastError } = row;
  const facts = { id, provider, calendarId, name, timezone, isWritable, lastError };
  const uses = { isPrimary, syncEnabled, checkConflicts, createEvents };
  return { ...facts, ...uses, tentativeBlocks, staleAfterMinutes, staleStopsOffers };
}

function toAccount(row: typeof calendarAccounts.$inferSelect): ConnectedAccount {
  const { id, provider, email, savesContacts, needsReconnectSince, reconnectReason } = row;
  return { id, provider, email, savesContacts, needsReconnectSince: ms(needsReconnectSince), reconnectReason };
}

function ms(instant: Date | null) {
  return instant?.getTime() ?? null;
}

function isOf({ workspaceId, userId }: Owner) {
  return and(eq(calendarConnections.workspaceId, workspaceId), eq(calendarConnections.userId, userId))!;
}
