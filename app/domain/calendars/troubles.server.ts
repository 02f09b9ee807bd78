import { and, asc, eq, isNull } from "drizzle-orm";
import { db } from "~db/client";
import { calendarAccounts, calendarConnections } from "~db/schema";
import type { ProviderName } from "~/integrations/calendar-provider";

/** What a host has to know about a calendar of theirs that is not read as it should be. Instants are epoch milliseconds. */
export type CalendarTrouble = {
  connectionId: string;
  accountId: string;
  provider: ProviderName;
  /** Of the calendar. */
  name: string;
  /** Of the account. */
  email: string;
  /**
   * `needs_reconnect`: only a new consent helps. `stale`: it was not read for longer than its host allows. `failing`: the
   * last readings went wrong, and it is tried again.
   */
  kind: "needs_reconnect" | "stale" | "failing";
  /** When its events were last read; null: never. */
  syncedAt: number | null;
  /** What the provider said last. */
  said: string | null;
  /** Whether nothing is offered until it is read again, as its host chose. */
  stopsOffers: boolean;
};

type Whose = { workspaceId: string; userId: string };

/** One lost answer is no trouble yet. */
const tolerated = 2;

/** A host's calendars in trouble, each with the worst of its troubles. One that is not to be read has none. */
export async function calendarTroubles({ workspaceId, userId }: Whose, now: number): Promise<CalendarTrouble[]> {
  const rows = await db
    .select({ calendar: calendarConnections, account: calendarAccounts })
    .from(calendarConnections)
    .innerJoin(
      calendarAccounts,
      and(
        eq(calendarAccounts.workspaceId, calendarConnections.workspaceId),
        eq(calendarAccounts.id, calendarConnections.accountId),
        isNull(calendarAccounts.disconnectedAt),
      ),
    )
    .where(and(eq(calendarConnections.workspaceId, workspaceId), eq(calendarConnections.userId, userId)))
    .orderBy(asc(calendarConnections.createdAt), asc(calendarConnections.id));
  return rows.flatMap((row) => {
    const kind = troubleOf(row, now);
    return kind ? [told(row, kind, now)] : [];
  });
}

type Row = { calendar: typeof calendarConnections.$inferSelect; account: typeof calendarAccounts.$inferSelect };

function troubleOf({ calendar, account }: Row, now: number): CalendarTrouble["kind"] | null {
  // A lost account also takes no bookings any more, so it matters where nothing is read.
  if (account.needsReconnectSince) return "needs_reconnect";
  if (!calendar.syncEnabled) return null;
  if (isStale(calendar, now)) return "stale";
  return calendar.syncFailures > tolerated ? "failing" : null;
}

function told({ calendar, account }: Row, kind: CalendarTrouble["kind"], now: number): CalendarTrouble {
  const { syncEnabled, checkConflicts, staleStopsOffers } = calendar;
  return {
    connectionId: calendar.id,
    accountId: account.id,
    provider: calendar.provider,
    name: calendar.name,
    email: account.email,
    kind,
    syncedAt: calendar.lastSyncedAt?.getTime() ?? null,
    said: kind === "needs_reconnect" ? account.reconnectReason : calendar.lastError,
    stopsOffers: syncEnabled && checkConflicts && staleStopsOffers && isStale(calendar, now),
  };
}

function isStale({ staleAt }: Row["calendar"], now: number) {
  return staleAt !== null && staleAt.getTime() <= now;
}
