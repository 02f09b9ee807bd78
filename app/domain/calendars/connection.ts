import { z } from "zod";
import type { ProviderName } from "../providers";

/** A connection as its host sees it, with what is known of its sync. Instants are epoch milliseconds. */
export type Connection = {
  id: string;
  provider: ProviderName;
  calendarId: string;
  name: string;
  timezone: string;
  isWritable: boolean;
  isPrimary: boolean;
  syncEnabled: boolean;
  checkConflicts: boolean;
  createEvents: boolean;
  tentativeBlocks: boolean;
  staleAfterMinutes: number;
  staleStopsOffers: boolean;
  staleAt: number | null;
  lastSyncedAt: number | null;
  nextSyncAt: number | null;
  syncedUntil: number | null;
  lastError: string | null;
  lastErrorAt: number | null;
  createdAt: number;
  updatedAt: number;
  account: ConnectedAccount;
  /** Busy blocks held. */
  blocks: number;
  /** Of the channel that ends last, whether it is open or not; null where there is none. */
  channelEndsAt: number | null;
  /** Outgoing changes that wait to be written. */
  waiting: number;
};

export type ConnectedAccount = {
  id: string;
  provider: ProviderName;
  email: string;
  savesContacts: boolean;
  needsReconnectSince: number | null;
  reconnectReason: string | null;
};

export const staleMinutes = { least: 5, most: 1440 };

const staleProblem = `That is a whole number of minutes, ${staleMinutes.least} to ${staleMinutes.most}.`;

export const staleAfterField = z
  .number({ error: staleProblem })
  .int(staleProblem)
  .min(staleMinutes.least, staleProblem)
  .max(staleMinutes.most, staleProblem);

/** What a host may change about a connection. */
export type ConnectionPatch = Partial<
  Pick<Connection, "isPrimary" | "syncEnabled" | "checkConflicts" | "createEvents" | "tentativeBlocks"> &
    Pick<Connection, "staleAfterMinutes" | "staleStopsOffers">
>;

/** How a connection does, the worst first. */
export type Health = "needs_reconnect" | "off" | "stale" | "failing" | "never_read" | "in_sync";

export function healthOf(connection: Connection, now: number): Health {
  if (connection.account.needsReconnectSince !== null) return "needs_reconnect";
  if (!connection.syncEnabled) return "off";
  if (connection.staleAt !== null && connection.staleAt <= now) return "stale";
  if (isFailing(connection)) return "failing";
  return connection.lastSyncedAt === null ? "never_read" : "in_sync";
}

/** As a host looks for them: those that need a new sign-in, the primary one, the one for new bookings, the rest by name. */
export function inOrder(connections: Connection[]): Connection[] {
  const rank = ({ account, isPrimary, createEvents }: Connection) =>
    [account.needsReconnectSince !== null, isPrimary, createEvents, true].indexOf(true);
  return [...connections].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

/** Whether the last reading went wrong. */
function isFailing({ lastErrorAt, lastSyncedAt }: Connection) {
  return lastErrorAt !== null && lastErrorAt > (lastSyncedAt ?? 0);
}
