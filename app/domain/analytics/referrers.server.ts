import { sql } from "drizzle-orm";
import { db } from "~db/client";
import { isoInstant } from "../time";
import { dayBounds, type Period } from "./period";
import type { Referrers } from "./referrers";
import { inScope, type Scope } from "./scope.server";

export async function listReferrers(scope: Scope, period: Period, zone: string): Promise<Referrers> {
  const bounds = dayBounds(period, zone);
  return db.execute<Referrers[number]>(sql`
    select referrer_host as host, count(*)::int as views
    from analytics_events seen
    where ${inScope(scope, "seen")} and seen.occurred_at >= ${isoInstant(bounds[0]!)}::timestamptz
      and seen.occurred_at < ${isoInstant(bounds.at(-1)!)}::timestamptz
    group by referrer_host
    order by views desc, referrer_host nulls first
    limit 11`);
}
