import { sql } from "drizzle-orm";
import type { Database, Transaction } from "~db/client";
import { millisecondsSql } from "~db/instant";
import type { EventType } from "../event-types/event-type";
import { rankHosts, type Candidate } from "./pick-host";

/** Of all hands the one with the highest priority leads, in whatever order they were asked for. */
export function byPriority({ members }: EventType, hostIds: string[]): string[] {
  const priorityOf = (id: string) => members.find((member) => member.userId === id)?.priority ?? 0;
  return [...hostIds].sort((a, b) => priorityOf(b) - priorityOf(a) || (a < b ? -1 : 1));
}

/** The free hosts in the order in which they are tried, by what each has of this event type already. */
export async function ranked(on: Database | Transaction, eventType: EventType, free: string[]): Promise<string[]> {
  if (free.length === 1) return free;
  const rows = await on.execute<{ host_id: string; live: string; last: string }>(sql`
    select host_id, count(*) filter (where status in ('pending', 'confirmed')) as live,
      ${millisecondsSql("max(created_at)")} as last
    from bookings
    where (workspace_id = ${eventType.workspaceId}) is true and event_type_id = ${eventType.id}
      and host_id = any(${sql.param(free)}::uuid[])
    group by 1`);
  const counts = new Map([...rows].map((row) => [row.host_id, row]));
  const candidates = free.map((id): Candidate => {
    const member = eventType.members.find((each) => each.userId === id);
    const count = counts.get(id);
    return {
      userId: id,
      weight: member?.weight ?? 1,
      priority: member?.priority ?? 0,
      live: Number(count?.live ?? 0),
      lastAssigned: count ? Number(count.last) : null,
    };
  });
  return rankHosts(candidates, eventType.assignmentType).map((candidate) => candidate.userId);
}
