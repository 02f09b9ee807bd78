import type { z } from "zod";
import type { Connection } from "~/domain/calendars/connection";
import { isoInstant } from "~/domain/time";
import type { CalendarAnswer } from "./calendar-answer";

/** A connected calendar as the API answers it. */
export function calendarJson(connection: Connection): z.input<typeof CalendarAnswer> {
  const { account } = connection;
  return {
    id: connection.id,
    provider: connection.provider,
    calendar_id: connection.calendarId,
    calendar_name: connection.name,
    account_email: account.email,
    timezone: connection.timezone,
    is_writable: connection.isWritable,
    is_primary: connection.isPrimary,
    sync_enabled: connection.syncEnabled,
    check_conflicts: connection.checkConflicts,
    create_events: connection.createEvents,
    tentative_blocks: connection.tentativeBlocks,
    stale_after_minutes: connection.staleAfterMinutes,
    stale_stops_offers: connection.staleStopsOffers,
    needs_reconnect: account.needsReconnectSince !== null,
    needs_reconnect_since: instant(account.needsReconnectSince),
    reconnect_reason: account.reconnectReason,
    last_synced_at: instant(connection.lastSyncedAt),
    next_sync_at: instant(connection.nextSyncAt),
    events_held: connection.blocks,
    held_until: instant(connection.syncedUntil),
    channel_expires_at: instant(connection.channelEndsAt),
    last_error: connection.lastError,
    last_error_at: instant(connection.lastErrorAt),
    created_at: isoInstant(connection.createdAt),
    updated_at: isoInstant(connection.updatedAt),
  };
}

function instant(ms: number | null) {
  return ms === null ? null : isoInstant(ms);
}
