import { sql } from "drizzle-orm";
import { instantSql } from "~db/instant";
import { stopsOffers } from "../availability/host-facts-statement.server";

/** What has to be so for a booking to be written, asked of its row `wanted` in the statement that writes it. */

/** The time that is taken, buffers included. */
export const during = sql`tstzrange(${instantSql(sql`claim_from`)}, ${instantSql(sql`claim_to`)})`;

/** The event type and the hours are those that the rules were asked about. */
export const isStill = sql`
  date_trunc('milliseconds', event_type.updated_at) = ${instantSql(sql`asked_event_type`)} and not exists (
    select 1 from json_to_recordset(asked_schedules) as asked (id uuid, version text)
    left join lateral (
      select xmin as version from booking_schedules where workspace_id = wanted.workspace_id and id = asked.id limit 1
    ) schedule on true
    where schedule.version is distinct from asked.version::xid
  )`;

export const isBusy = sql`exists (
    select 1 from unnest(host_ids) as each_id
    join calendar_events busy on busy.user_id = each_id and busy.during && ${during}
    join calendar_connections connection
      on connection.workspace_id = busy.workspace_id and connection.id = busy.connection_id and check_conflicts
  )`;

/** A calendar was not read for so long that its host wants nothing booked. */
export const isUnread = sql`exists (
    select 1 from unnest(host_ids) as each_id
    join calendar_connections on user_id = each_id and check_conflicts and ${stopsOffers(sql`now`)}
      and stale_at < ${instantSql(sql`claim_to`)}
  )`;

/** Whoever ends a membership, or makes a client of somebody, waits until the booking is there, or the booking finds it so. */
export const areMembers = sql`cardinality(host_ids) = (
    select count(*) from (
      select 1 from workspace_members
      where workspace_id = wanted.workspace_id and user_id = any(host_ids) and role <> 'client'
        and deactivated_at is null
      order by user_id for key share
    ) member
  )`;
