import { sql } from "drizzle-orm";
import type { Database, Transaction } from "~db/client";
import { instantSql, millisecondsSql } from "~db/instant";
import type { EventType, EventTypeMember } from "../event-types/event-type";
import type { HostAnswer } from "../availability/slots";
import type { Candidate } from "./pick-host";

type Asked = {
  eventType: EventType;
  /** All who were asked for, with what each weighs. */
  hosts: EventTypeMember[];
  /** Through whose page they were asked for. */
  teamId: string | null;
  answers: HostAnswer[];
  now: number;
};

type Row = {
  user_id: string;
  /** Whoever has a lower one was there before. */
  arrival: number;
  live: number;
  last: string | null;
  own_before: number;
  others_before: number | null;
};

/** Of all hands the one with the highest priority leads, in whatever order they were asked for. */
export function byPriority(hosts: EventTypeMember[], hostIds: string[]): string[] {
  const priorityOf = (id: string) => hosts.find(({ userId }) => userId === id)?.priority ?? 0;
  return [...hostIds].sort((a, b) => priorityOf(b) - priorityOf(a) || (a < b ? -1 : 1));
}

/**
 * What decides between the hosts, as it stands now. Whoever joined the event type's hosts (or the team) later than others
 * starts at the level of those who were there: of the bookings made before, and still ahead, they are counted their share.
 */
export async function weigh(
  on: Database | Transaction,
  { eventType, hosts, teamId, answers, now }: Asked,
): Promise<Candidate[]> {
  const rows = await on.execute<Row>(sql`
    with host as (
      select asked.user_id, asked.weight, coalesce(own.created_at, team.created_at, '-infinity') as joined
      from unnest(
        ${sql.param(hosts.map(({ userId }) => userId))}::uuid[], ${sql.param(hosts.map(({ weight }) => weight))}::int[]
      ) as asked (user_id, weight)
      left join booking_event_type_members own on own.workspace_id = ${eventType.workspaceId}
        and own.event_type_id = ${eventType.id} and own.user_id = asked.user_id
      left join team_members team on team.workspace_id = ${eventType.workspaceId}
        and team.team_id = ${teamId}::uuid and team.user_id = asked.user_id
    ), live as materialized (
      select bookings.host_id, bookings.created_at from bookings join host on host.user_id = bookings.host_id
      where (workspace_id = ${eventType.workspaceId}) is true and event_type_id = ${eventType.id}
        and start_time > ${instantSql(now)} - interval '1 day' and end_time > ${instantSql(now)}
        and status in ('pending', 'confirmed')
    ), own as (
      select user_id, count(live.host_id)::int as live,
        count(live.host_id) filter (where live.created_at < joined)::int as before
      from host left join live on live.host_id = user_id group by 1
    ), level as (
      select arrival.joined, count(live.host_id)::float8 / arrival.weight as load
      from (
        select later.joined, sum(other.weight) as weight
        from (select distinct joined from host) later join host other on other.joined < later.joined group by 1
      ) arrival
      left join (live join host other on other.user_id = live.host_id)
        on other.joined < arrival.joined and live.created_at < arrival.joined
      group by arrival.joined, arrival.weight
    )
    select user_id, dense_rank() over (order by joined)::int as arrival, own.live, own.before as own_before,
      level.load as others_before, last.at as last
    from host join own using (user_id) left join level using (joined) left join lateral (
      select ${millisecondsSql("created_at")} as at from booking_picks
      where host_id = host.user_id and event_type_id = ${eventType.id} order by created_at desc limit 1
    ) last on true`);
  const counts = new Map([...rows].map((row) => [row.user_id, row]));
  const headStarts = headStartsOf(hosts, counts);
  return hosts.map(({ userId, weight, priority }) => {
    const { live, last } = counts.get(userId)!;
    const headStart = headStarts.get(userId)!;
    const reasons = answers.find(({ id }) => id === userId)?.reasons ?? ["outside_hours"];
    return { userId, weight, priority, reasons, live, headStart, lastAssigned: last === null ? null : Number(last) };
  });
}

/** In the order in which they came, as the level that each found has the head starts of those before in it. */
function headStartsOf(hosts: EventTypeMember[], counts: ReadonlyMap<string, Row>): Map<string, number> {
  const arrivalOf = ({ userId }: EventTypeMember) => counts.get(userId)!.arrival;
  const found = new Map<string, number>();
  for (const host of [...hosts].sort((a, b) => arrivalOf(a) - arrivalOf(b))) {
    const { own_before: own, others_before: others } = counts.get(host.userId)!;
    const earlier = hosts.filter((each) => arrivalOf(each) < arrivalOf(host));
    const started = earlier.reduce((sum, { userId }) => sum + found.get(userId)!, 0);
    const weight = earlier.reduce((sum, each) => sum + each.weight, 0);
    const level = weight === 0 ? 0 : (others ?? 0) + started / weight;
    found.set(host.userId, Math.max(0, level * host.weight - own));
  }
  return found;
}
