import { sql, type SQL } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { addJobs } from "~db/queue";
import type { AccountKey } from "./access.server";
import { syncJobs } from "./sync-jobs.server";
import { eventJobs } from "./want-events.server";

type Connections = { workspaceId: string; ids: SQL };

/** An account lets us in again: its calendars are read, and the bookings that wait to be written to them are. */
export async function wakeAccount(tx: Transaction, { workspaceId, accountId }: AccountKey, now: number) {
  const ids = sql`(
    select id from calendar_connections where workspace_id = ${workspaceId} and account_id = ${accountId})`;
  await readSoon(tx, { workspaceId, ids }, now);
  await writeSoon(tx, { workspaceId, ids });
}

/** Has calendars read as soon as a worker is free, whatever was planned for them. */
export async function readSoon(tx: Transaction, { workspaceId, ids }: Connections, now: number) {
  await tx.execute(sql`
    with due as (
      update calendar_connections set next_sync_at = ${new Date(now).toISOString()}::timestamptz
      where workspace_id = ${workspaceId} and id in ${ids} and sync_enabled
      returning workspace_id, id
    )
    select ${addJobs(syncJobs(sql`due`))}`);
}

/** Has what waits to be written to calendars looked after now: where one is gone, its job says so on the booking. */
export async function writeSoon(tx: Transaction, { workspaceId, ids }: Connections) {
  await tx.execute(sql`
    with waiting as (
      update booking_calendar_events set next_try_at = null, updated_at = now()
      where workspace_id = ${workspaceId} and connection_id in ${ids} and state = 'waiting'
      returning workspace_id, id, round, next_try_at
    )
    select ${addJobs(eventJobs(sql`waiting`))}`);
}
