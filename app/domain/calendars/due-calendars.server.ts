import { sql } from "drizzle-orm";
import { db } from "~db/client";
import { instantSql } from "~db/instant";
import { addJobs } from "~db/queue";
import { syncJobs } from "./sync-jobs.server";

/** In a minute; what is left over is due in the next one. */
const most = 600;
const inTurn = sql`select *, row_number() over (order by next_sync_at) as place from taken`;

/**
 * Has the calendars read that are due, spread over the minute. A job that is lost is made up for: its calendar is due again
 * after a while.
 */
export async function syncDueCalendars(now: number): Promise<void> {
  await db.execute(sql`
    with due as (
      select connection.workspace_id, connection.id, next_sync_at
      from calendar_connections connection
      join calendar_accounts account
        on account.workspace_id = connection.workspace_id and account.id = connection.account_id
          and account.needs_reconnect_since is null and account.disconnected_at is null
      where sync_enabled and next_sync_at <= ${instantSql(now)}
      order by next_sync_at limit ${most}
      for no key update of connection skip locked
    ), taken as (
      update calendar_connections connection set next_sync_at = ${instantSql(now)} + interval '15 minutes'
      from due where connection.workspace_id = due.workspace_id and connection.id = due.id
      returning connection.workspace_id, connection.id, due.next_sync_at
    )
    select ${addJobs(syncJobs(sql`(${inTurn}) as taken`, sql`now() + place * interval '1 minute' / ${most}::int`))}`);
}
