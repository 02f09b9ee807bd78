import { and, desc, eq, sql, type SQL } from "drizzle-orm";
import { db, type Database, type Transaction } from "~db/client";
import { teams } from "~db/schema";
import { isSlug, isUuid } from "../fields";
import type { Team, TeamEventType, TeamMember } from "./team";

/** Newest first. */
export function listTeams(workspaceId: string, page: { limit: number; offset: number }): Promise<Team[]> {
  return select(eq(teams.workspaceId, workspaceId))
    .orderBy(desc(teams.createdAt), teams.id)
    .limit(page.limit)
    .offset(page.offset);
}

export function countTeams(workspaceId: string): Promise<number> {
  return db.$count(teams, eq(teams.workspaceId, workspaceId));
}

/** By its id or its slug. */
export async function findTeam(
  workspaceId: string,
  idOrSlug: string | undefined,
  on: Database | Transaction = db,
): Promise<Team | null> {
  const where = teamNamed(workspaceId, idOrSlug);
  const [found] = where ? await select(where, on) : [];
  return found ?? null;
}

/** For deeds, which read and then change: the row stays locked until their transaction ends. */
export async function lockTeam(tx: Transaction, workspaceId: string, idOrSlug: string | undefined) {
  const where = teamNamed(workspaceId, idOrSlug);
  const [locked] = where ? await tx.select({ id: teams.id }).from(teams).where(where).for("update") : [];
  return locked ? findTeam(workspaceId, locked.id, tx) : null;
}

/** Which team an id or a slug means, in whatever letters. Nothing that the database would refuse is asked of it. */
export function teamNamed(workspaceId: string, idOrSlug: string | undefined) {
  const name = idOrSlug?.toLowerCase();
  if (isUuid(name)) return and(eq(teams.workspaceId, workspaceId), eq(teams.id, name));
  return isSlug(name) ? and(eq(teams.workspaceId, workspaceId), eq(teams.slug, name)) : null;
}

function select(where: SQL | undefined, on: Database | Transaction = db) {
  const { id, name, slug, createdAt, updatedAt } = teams;
  return on.select({ id, name, slug, createdAt, updatedAt, members, eventTypes }).from(teams).where(where).$dynamic();
}

// Names are written out: inside a subquery a bare column would mean the inner table's.
const members = sql<TeamMember[]>`(
  select coalesce(json_agg(json_build_object(
    'userId', users.id, 'name', users.name, 'timezone', users.timezone,
    'weight', team_members.weight, 'priority', team_members.priority
  ) order by users.name, users.id), '[]')
  from team_members
    join workspace_members member
      on member.workspace_id = team_members.workspace_id and member.user_id = team_members.user_id
    join users on users.id = team_members.user_id
  where team_members.workspace_id = teams.workspace_id and team_members.team_id = teams.id
    and member.role <> 'client' and member.deactivated_at is null
)`;

const eventTypes = sql<TeamEventType[]>`(
  select coalesce(json_agg(json_build_object(
    'id', event_type.id, 'name', event_type.name, 'slug', event_type.slug,
    'isActive', event_type.is_active, 'assignmentType', event_type.assignment_type
  ) order by event_type.name, event_type.id), '[]')
  from booking_event_types event_type
  where event_type.workspace_id = teams.workspace_id and event_type.team_id = teams.id
    and event_type.archived_at is null
)`;
