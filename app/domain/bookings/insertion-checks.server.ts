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

/** What was known of it from before is still so, and the time of its one host is free. */
export const isAsKnown = sql`
  event_type.xmin = known_event_type::xid
  and exists (select 1 from users where id = wanted.host_id and xmin = known_host::xid)
  and (known_workspace is null or exists (
    select 1 from workspaces where id = wanted.workspace_id and slug = known_workspace
  ))
  and host_ids = array(
    select user_id from booking_event_type_members
    where workspace_id = wanted.workspace_id and event_type_id = wanted.event_type_id
  )
  and not exists (select 1 from claims where claims.host_id = wanted.host_id and during && ${during})`;

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
