import { and, asc, eq } from "drizzle-orm";
import { db, type Database, type Transaction } from "~db/client";
import { teamMembers, teams, users } from "~db/schema";
import { isSlug } from "../fields";
import type { EventType } from "./event-type";

export type HostWish = { team?: string; members?: string[] };
export type Choice = { ok: true; hostIds: string[] } | { ok: false; path: "team" | "members"; message: string };

/** Whose time is asked for: the event type's hosts, or a team of the workspace, or only some of either. */
export async function chooseHosts(
  eventType: EventType,
  { team, members }: HostWish,
  on: Database | Transaction = db,
): Promise<Choice> {
  const all =
    team === undefined ? eventType.members.map((member) => member.userId) : await teamFor(eventType, team, on);
  if (!all) return { ok: false, path: "team", message: "There is no such team for this event type." };
  const wanted = [...new Set(members ?? all)];
  const stranger = wanted.find((id) => !all.includes(id));
  if (stranger !== undefined) return { ok: false, path: "members", message: `${stranger} is not one of the hosts.` };
  if (wanted.length === 0) return { ok: false, path: "members", message: "Nobody is named." };
  return { ok: true, hostIds: wanted };
}

export type PublicTeam = { name: string; slug: string };

export async function listPublicTeams(workspaceId: string): Promise<PublicTeam[]> {
  return db
    .select({ name: teams.name, slug: teams.slug })
    .from(teams)
    .where(eq(teams.workspaceId, workspaceId))
    .orderBy(asc(teams.name));
}

/** A team with its members' names and ids, which `members` takes; never their addresses. */
export async function findPublicTeam(workspaceId: string, slug: string) {
  if (!isSlug(slug)) return null;
  const [team] = await db
    .select({ id: teams.id, name: teams.name, slug: teams.slug })
    .from(teams)
    .where(and(eq(teams.workspaceId, workspaceId), eq(teams.slug, slug)));
  if (!team) return null;
  const members = await db
    .select({ userId: users.id, name: users.name })
    .from(teamMembers)
    .innerJoin(users, eq(users.id, teamMembers.userId))
    .where(and(eq(teamMembers.workspaceId, workspaceId), eq(teamMembers.teamId, team.id)))
    .orderBy(asc(users.name), asc(users.id));
  return { name: team.name, slug: team.slug, members };
}

/** A team event may be held by any team of the workspace, unless it belongs to one; another event type by its host alone. */
async function teamFor({ workspaceId, isTeamEvent, teamId }: EventType, slug: string, on: Database | Transaction) {
  if (!isTeamEvent || !isSlug(slug)) return null;
  const rows = await on
    .select({ teamId: teams.id, userId: teamMembers.userId })
    .from(teams)
    .leftJoin(teamMembers, and(eq(teamMembers.workspaceId, teams.workspaceId), eq(teamMembers.teamId, teams.id)))
    .where(and(eq(teams.workspaceId, workspaceId), eq(teams.slug, slug)))
    .orderBy(asc(teamMembers.userId));
  // A team without members is one row with nobody in it.
  const found = rows[0] && (teamId === null || rows[0].teamId === teamId);
  return found ? rows.flatMap(({ userId }) => userId ?? []) : null;
}
