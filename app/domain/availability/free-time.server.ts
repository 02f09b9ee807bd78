import { sql } from "drizzle-orm";
import { db } from "~db/client";
import { intersect, merge, subtract } from "./intervals";
import { hostSchedules } from "./schedules.server";
import type { Range } from "./slots";
import { openHours } from "./working-hours";
import { localDay } from "./zones";

/** How much of a host's open hours in a range nobody has taken yet, in milliseconds. */
export async function freeTime(workspaceId: string, hostId: string, range: Range): Promise<number> {
  const [schedules, taken] = await Promise.all([hostSchedules(workspaceId, [hostId], null), claimsIn(hostId, range)]);
  const schedule = schedules.get(hostId);
  if (!schedule) return 0;
  const day = (ms: number) => localDay(schedule.timeZone, ms);
  const { joined } = openHours(schedule, day(range.from), day(range.to));
  const free = subtract(intersect(joined, [range.from, range.to]), merge(taken));
  return free.reduce((sum, at, index) => (index % 2 === 0 ? sum - at : sum + at), 0);
}

async function claimsIn(hostId: string, { from, to }: Range) {
  const rows = await db.execute<{ from: string; to: string }>(sql`
    select (extract(epoch from lower(during)) * 1000)::bigint as "from",
      (extract(epoch from upper(during)) * 1000)::bigint as "to"
    from claims
    where host_id = ${hostId}
      and during && tstzrange(${new Date(from).toISOString()}::timestamptz, ${new Date(to).toISOString()}::timestamptz)`);
  return [...rows].flatMap((row) => [Number(row.from), Number(row.to)]);
}
