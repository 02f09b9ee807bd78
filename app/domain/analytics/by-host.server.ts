import { sql } from "drizzle-orm";
import { db } from "~db/client";
import { localDay, localMinutes } from "../availability/zones";
import { weekday } from "../availability/calendar-days";
import { endedBy, wasMade } from "./counts.server";
import type { HostCounts } from "./hosts";
import { dayBounds, type Period } from "./period";
import type { Scope } from "./scope.server";

/** A meeting of several counts for whoever organizes it. */
export async function countByHost(scope: Scope, period: Period, zone: string): Promise<HostCounts[]> {
  return db.execute<HostCounts>(sql`
    select users.id, users.name, bookings, "cancelledByHosts", "cancelledByInvitees", "noShows", "leadHours"
    from (
      select host_id, count(*)::int as bookings,
        count(*) filter (where ended_by = 'user')::int as "cancelledByHosts",
        count(*) filter (where ended_by = 'invitee')::int as "cancelledByInvitees",
        count(*) filter (where was_missed)::int as "noShows",
        (percentile_cont(0.5) within group (order by extract(epoch from start_time - created_at)) / 3600)::float8
          as "leadHours"
      from (
        select host_id, start_time, created_at, ${endedBy} as ended_by,
          status in ('confirmed', 'completed') and start_time < now() and exists (
            select 1 from booking_attendees absent
            where absent.workspace_id = made.workspace_id and absent.booking_id = made.id
              and absent.kind = 'invitee' and absent.is_no_show) as was_missed
        from bookings made
        where ${wasMade(scope, dayBounds(period, zone))}) as each
      group by host_id) as figures
    join users on users.id = figures.host_id
    order by figures.bookings desc, users.name, users.id`);
}

/** How many meetings start at each hour of each weekday (0 = Monday) of a zone, cancelled ones left out. */
export async function countByHour(scope: Scope, period: Period, zone: string): Promise<number[][]> {
  // Every zone is a number of quarters away from UTC, and there are far fewer of them than meetings.
  const quarters = await db.execute<{ at: string; count: number }>(sql`
    select extract(epoch from date_bin('15 minutes', start_time, 'epoch'::timestamptz))::bigint as at, count(*)::int as count
    from bookings made
    where ${wasMade(scope, dayBounds(period, zone))} and made.status <> 'cancelled'
    group by 1`);
  const week = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const { at, count } of quarters) {
    const ms = Number(at) * 1000;
    week[weekday(localDay(zone, ms))]![Math.floor(localMinutes(zone, ms) / 60)]! += count;
  }
  return week;
}
