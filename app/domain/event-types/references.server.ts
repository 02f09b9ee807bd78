import { and, eq } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { bookingSchedules, teamMembers, teams, workspaceMembers } from "~db/schema";
import { holdHosting, isHosting } from "~/domain/workspaces/hosting.server";
import { may } from "~/domain/workspaces/roles";
import { holdTemplate } from "../templates/templates.server";
import { offersDuration, sessionLength, type EventType } from "./event-type";
import type { EventTypePatch } from "./event-type-input";
import type { Member } from "./event-type-rights";
import type { FieldProblem, Host, Settings } from "./settings";

const plain = { weight: 1, priority: 0 };

/** The hosts after a change: those named, else those of a team that is new to it, else those there are, else whoever makes it. */
export async function settleHosts(
  tx: Transaction,
  {
    workspaceId,
    member,
    current,
    patch,
  }: { workspaceId: string; member: Member; current: EventType | null; patch: EventTypePatch },
): Promise<Host[]> {
  const team = patch.team_id ? await teamHosts(tx, workspaceId, patch.team_id) : [];
  const known = current?.members ?? [];
  const fallback = changesTeam(current, patch) && team.length > 0 ? team : known;
  const ids = patch.member_ids ?? (fallback.length > 0 ? fallback.map((host) => host.userId) : [member.userId]);
  return ids.map((userId) => {
    const same = (host: Host) => host.userId === userId;
    const { weight, priority } = patch.shares?.[userId] ?? known.find(same) ?? team.find(same) ?? plain;
    return { userId, weight, priority };
  });
}

/** Whether it comes to belong to another team than before. */
export function changesTeam(current: EventType | null, { team_id: teamId }: EventTypePatch) {
  return Boolean(teamId) && teamId !== current?.teamId;
}

/** What is wrong with the people, the team, the schedule and the template that an event type names. */
export async function referenceProblems(
  tx: Transaction,
  {
    workspaceId,
    member,
    current,
    patch,
    settings,
    hosts,
  }: {
    workspaceId: string;
    member: Member;
    current: EventType | null;
    patch: EventTypePatch;
    settings: Settings;
    hosts: Host[];
  },
): Promise<FieldProblem[]> {
  const ids = hosts.map((host) => host.userId);
  const areNew = patch.member_ids !== undefined || !current || changesTeam(current, patch);
  const found = [
    current?.isSession && sessionProblem(current, settings, ids),
    areNew && (await hostProblem(tx, workspaceId, ids)),
    areNew && othersProblem(member, ids),
    settings.teamId && (await teamProblem(tx, workspaceId, settings.teamId)),
    settings.scheduleId && (await scheduleProblem(tx, workspaceId, settings.scheduleId, ids)),
    settings.templateId !== current?.templateId && (await templateProblem(tx, workspaceId, settings.templateId)),
  ];
  return found.filter((each) => typeof each === "object" && each !== null);
}

async function hostProblem(tx: Transaction, workspaceId: string, ids: string[]): Promise<FieldProblem | null> {
  return (await holdHosting(tx, workspaceId, ids))
    ? null
    : { path: "member_ids", message: "Every host is an active member of this workspace." };
}

/** What clients book with a coach stays with them. */
function sessionProblem(current: EventType, settings: Settings, ids: string[]): FieldProblem | null {
  const { ownerId } = current;
  const { isTeamEvent, durationMinutes } = settings;
  if (!offersDuration(current, durationMinutes)) {
    const { min, max } = sessionLength;
    return { path: "duration_minutes", message: `A session takes ${min} to ${max} minutes.` };
  }
  if (isTeamEvent) return { path: "is_team_event", message: "A session is with one coach." };
  if (settings.isActive !== current.isActive) {
    return { path: "is_active", message: "Whether a coach takes sessions is set in their coaching settings." };
  }
  return ids.every((id) => id === ownerId) ? null : { path: "member_ids", message: "A session is with its own coach." };
}

/** A member fills their own calendar, not only a colleague's. */
function othersProblem(member: Member, ids: string[]): FieldProblem | null {
  if (may(member.role, "event-types.change-any") || ids.includes(member.userId)) return null;
  return {
    path: "member_ids",
    message: "You are one of the hosts of what you offer. Only an owner or admin offers others' time.",
  };
}

async function teamHosts(tx: Transaction, workspaceId: string, teamId: string): Promise<Host[]> {
  return tx
    .select({ userId: teamMembers.userId, weight: teamMembers.weight, priority: teamMembers.priority })
    .from(teamMembers)
    .innerJoin(
      workspaceMembers,
      and(
        eq(workspaceMembers.workspaceId, teamMembers.workspaceId),
        eq(workspaceMembers.userId, teamMembers.userId),
        isHosting,
      ),
    )
    .where(and(eq(teamMembers.workspaceId, workspaceId), eq(teamMembers.teamId, teamId)));
}

async function teamProblem(tx: Transaction, workspaceId: string, teamId: string): Promise<FieldProblem | null> {
  const found = await tx
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.workspaceId, workspaceId), eq(teams.id, teamId)));
  return found.length > 0 ? null : { path: "team_id", message: "There is no such team." };
}

async function scheduleProblem(
  tx: Transaction,
  workspaceId: string,
  scheduleId: string,
  hostIds: string[],
): Promise<FieldProblem | null> {
  const [found] = await tx
    .select({ userId: bookingSchedules.userId })
    .from(bookingSchedules)
    .where(and(eq(bookingSchedules.workspaceId, workspaceId), eq(bookingSchedules.id, scheduleId)));
  if (!found) return { path: "schedule_id", message: "There is no such schedule." };
  return hostIds.includes(found.userId)
    ? null
    : { path: "schedule_id", message: "This schedule belongs to none of its hosts." };
}

async function templateProblem(
  tx: Transaction,
  workspaceId: string,
  templateId: string | null,
): Promise<FieldProblem | null> {
  if (templateId === null || (await holdTemplate(tx, workspaceId, templateId))) return null;
  return { path: "template_id", message: "There is no such template." };
}
