import { and, asc, eq, sql } from "drizzle-orm";
import { db, type Database, type Transaction } from "~db/client";
import { teamMembers, teams, users, workspaceMembers } from "~db/schema";
import { teamNamed } from "../teams/teams.server";
import { isHosting } from "../workspaces/hosting.server";
import { scheduleFor, type EventType, type EventTypeMember } from "./event-type";

/** A team by its id or slug, and people by their ids. */
export type HostWish = { team?: string; members?: string[] };
export type ChosenTeam = { id: string; name: string; slug: string };
export type Choice =
  | { ok: true; hostIds: string[]; hosts: EventTypeMember[]; team: ChosenTeam | null }
  | { ok: false; path: "team" | "members"; message: string };

/**
 * Whose time is asked for: the event type's hosts, or a team of the workspace, or only some of either. Whoever is asked for
 * by name has to be one of them, and to take meetings; of those who are not, those who take none are left out.
 */
export async function chooseHosts(
  eventType: EventType,
  { team: idOrSlug, members }: HostWish,
  on: Database | Transaction = db,
): Promise<Choice> {
  const team = idOrSlug === undefined ? null : await findTeamFor(eventType, idOrSlug, on);
  if (idOrSlug !== undefined && !team)
    return { ok: false, path: "team", message: "There is no such team for this event type." };
  const all = team ? await hostsOfTeam(eventType, team.id, on) : eventType.members;
  const wanted = [...new Set(members?.map((id) => id.toLowerCase()) ?? all.map(({ userId }) => userId))];
  const stranger = wanted.find((id) => !all.some(({ userId }) => userId === id));
  if (stranger !== undefined) return { ok: false, path: "members", message: `${stranger} is not one of the hosts.` };
  if (wanted.length === 0) return { ok: false, path: "members", message: "Nobody is named." };
  const hosts = wanted.map((id) => all.find(({ userId }) => userId === id)!);
  if (members) {
    const bookable = await bookableAmong(eventType, wanted, on);
    const idle = hosts.find(({ userId }) => !bookable.has(userId));
    if (idle) {
      const who = eventType.showsHosts ? idle.name : idle.userId;
      return { ok: false, path: "members", message: `${who} takes no meetings at present.` };
    }
  }
  return { ok: true, hostIds: wanted, hosts, team };
}

export type PublicTeam = { name: string; slug: string };

export async function listPublicTeams(workspaceId: string): Promise<PublicTeam[]> {
  return db
    .select({ name: teams.name, slug: teams.slug })
    .from(teams)
    .where(eq(teams.workspaceId, workspaceId))
    .orderBy(asc(teams.name));
}

/** A team event may be held by any team of the workspace, unless it belongs to one; another event type by its host alone. */
async function findTeamFor(
  { workspaceId, isTeamEvent, teamId }: EventType,
  idOrSlug: string,
  on: Database | Transaction,
): Promise<ChosenTeam | null> {
  const where = isTeamEvent && teamNamed(workspaceId, idOrSlug);
  if (!where) return null;
  const [found] = await on.select({ id: teams.id, name: teams.name, slug: teams.slug }).from(teams).where(where);
  return found && (teamId === null || found.id === teamId) ? found : null;
}

/** Those of a team who may host at all, the highest priority first. What the event type says of a host goes first. */
async function hostsOfTeam({ workspaceId, members }: EventType, teamId: string, on: Database | Transaction) {
  const { weight, priority } = teamMembers;
  const rows: EventTypeMember[] = await on
    .select({ userId: users.id, name: users.name, timezone: users.timezone, weight, priority })
    .from(teamMembers)
    .innerJoin(workspaceMembers, isSameMember)
    .innerJoin(users, eq(users.id, teamMembers.userId))
    .where(and(eq(teamMembers.workspaceId, workspaceId), eq(teamMembers.teamId, teamId), isHosting))
    .orderBy(asc(users.id));
  const known = rows.map((row) => members.find(({ userId }) => userId === row.userId) ?? row);
  return known.sort((a, b) => b.priority - a.priority);
}

/** Who of them is a host here, and has hours for this event type. */
async function bookableAmong(eventType: EventType, userIds: string[], on: Database | Transaction) {
  const named = scheduleFor(eventType, userIds);
  const rows = await on.execute<{ user_id: string }>(sql`
    select user_id from workspace_members member
    where workspace_id = ${eventType.workspaceId} and user_id = any(${sql.param(userIds)}::uuid[])
      and role <> 'client' and deactivated_at is null and exists (
        select 1 from booking_schedules schedule
        where workspace_id = member.workspace_id and ${named ? sql`id = ${named}` : sql`user_id = member.user_id and is_default`}
          and (
            exists (select 1 from booking_availability where workspace_id = schedule.workspace_id and schedule_id = schedule.id)
            or exists (select 1 from booking_date_overrides where workspace_id = schedule.workspace_id and schedule_id = schedule.id)
          )
      )`);
  return new Set([...rows].map(({ user_id: id }) => id));
}

const isSameMember = and(
  eq(workspaceMembers.workspaceId, teamMembers.workspaceId),
  eq(workspaceMembers.userId, teamMembers.userId),
);
