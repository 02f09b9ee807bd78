import { sql, type SQL } from "drizzle-orm";
import { db } from "~db/client";
import { DAY_MS } from "../availability/calendar-days";
import { isoInstant } from "../time";
import { inScope, type Scope } from "./scope.server";

/** A stretch before, then one after the other: between each two of these instants. */
type Bounds = readonly number[];

type Row = { bucket: number | null; eventTypeId: string | null; linkId: string | null; isOneTime: boolean | null };
export type ViewRow = Row & { views: number };
export type BookingRow = Row & { bookings: number; cancelled: number; cancelledByHosts: number };

/**
 * Views by stretch (the first is number 1), and, for all stretches but the first, by what was looked at: those rows have no
 * bucket. One walk through an index.
 */
export async function countViews(scope: Scope, bounds: Bounds): Promise<ViewRow[]> {
  return db.execute<ViewRow>(sql`
    select bucket, event_type_id as "eventTypeId", link_id as "linkId", is_one_time as "isOneTime", count(*)::int as views
    from (
      select ${stretchOf(sql`seen.occurred_at`, bounds)}, event_type_id, link_id,
        one_time_link_id is not null as is_one_time
      from analytics_events seen
      where ${inScope(scope, "seen")} and ${isWithin(sql`seen.occurred_at`, bounds)}) as counted
    ${byStretchAndWay}`);
}

/** The bookings that were made in them, in the same way, with what became of them since. */
export async function countBookingsMade(scope: Scope, bounds: Bounds): Promise<BookingRow[]> {
  return db.execute<BookingRow>(sql`
    select bucket, event_type_id as "eventTypeId", link_id as "linkId", is_one_time as "isOneTime",
      count(*)::int as bookings, count(*) filter (where is_cancelled)::int as cancelled,
      count(*) filter (where ended_by = 'user')::int as "cancelledByHosts"
    from (
      select ${stretchOf(sql`made.created_at`, bounds)}, event_type_id, link_id,
        one_time_link_id is not null as is_one_time, status = 'cancelled' as is_cancelled, ${endedBy} as ended_by
      from bookings made
      where ${wasMade(scope, bounds)}) as counted
    ${byStretchAndWay}`);
}

/**
 * The bookings, as `made`, that were made within these bounds. Nobody is booked for the past, so that the index by start
 * finds the newer ones of very many.
 */
export function wasMade(scope: Scope, bounds: Bounds): SQL {
  return sql`${inScope(scope, "made")} and ${isWithin(sql`made.created_at`, bounds)}
    and made.start_time >= ${isoInstant(Math.max(0, bounds[0]! - DAY_MS))}::timestamptz`;
}

/** Who ended a cancelled booking, `made`: 'user' is a host, and 'system' the start that came before an answer. */
export const endedBy = sql`case when made.status = 'cancelled' then (
  select actor_kind from booking_history moves
  where moves.workspace_id = made.workspace_id and moves.booking_id = made.id
    and moves.move in ('cancelled', 'declined', 'expired')
  order by moves.position desc limit 1) end`;

const byStretchAndWay = sql`
  group by grouping sets ((bucket), (is_before, event_type_id, link_id, is_one_time))
  having grouping(bucket) = 0 or not is_before`;

/** The number of the stretch that an instant lies in, and whether that is the first one. */
function stretchOf(instant: SQL, bounds: Bounds) {
  // Bound as a list and not cast from text, which Postgres would read anew for each row.
  const list = `{${bounds.map(isoInstant).join(",")}}`;
  return sql`width_bucket(${instant}, ${list}::timestamptz[]) as bucket,
    ${instant} < ${isoInstant(bounds[1]!)}::timestamptz as is_before`;
}

function isWithin(instant: SQL, bounds: Bounds) {
  const [from, to] = [bounds[0]!, bounds.at(-1)!].map(isoInstant);
  return sql`${instant} >= ${from}::timestamptz and ${instant} < ${to}::timestamptz`;
}
