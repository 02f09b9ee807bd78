import { and, asc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { db } from "~db/client";
import { bookingSchedules, bookingTemplates, teams, users, workspaceMembers } from "~db/schema";
import { isHosting } from "../workspaces/hosting.server";
import { rolesWith } from "../workspaces/roles";
import type { Choices, HostChoice, ScheduleChoice } from "./choices";

/** What the form of an event type lets a member choose from. Schedules are those of the given hosts. */
export async function eventTypeChoices(workspaceId: string, scheduleHostIds: string[]): Promise<Choices> {
  const [hosts, schedules, teams, templates] = await Promise.all([
    listActiveHosts(workspaceId),
    listSchedules(workspaceId, scheduleHostIds),
    listTeams(workspaceId),
    listTemplateNames(workspaceId),
  ]);
  return { hosts, schedules, teams, templates };
}

/** Whoever hosts here or did until they were deactivated, with their zones. */
export function listHosts(workspaceId: string): Promise<HostChoice[]> {
  return selectMembers(workspaceId, inArray(workspaceMembers.role, rolesWith("schedules.own")));
}

/** Whoever may be given meetings here at present. */
export function listActiveHosts(workspaceId: string): Promise<HostChoice[]> {
  return selectMembers(workspaceId, isHosting);
}

function selectMembers(workspaceId: string, where: SQL | undefined): Promise<HostChoice[]> {
  return db
    .select({ id: users.id, name: users.name, timezone: users.timezone })
    .from(workspaceMembers)
    .innerJoin(users, eq(users.id, workspaceMembers.userId))
    .where(and(eq(workspaceMembers.workspaceId, workspaceId), where))
    .orderBy(asc(workspaceMembers.createdAt), asc(users.id));
}

function listSchedules(workspaceId: string, hostIds: string[]): Promise<ScheduleChoice[]> {
  const { id, name, userId, isDefault } = bookingSchedules;
  return db
    .select({ id, name, hostId: userId, isDefault })
    .from(bookingSchedules)
    .where(and(eq(bookingSchedules.workspaceId, workspaceId), inArray(userId, hostIds)))
    .orderBy(asc(userId), asc(name));
}

export function listTeams(workspaceId: string) {
  const { id, name } = teams;
  return db.select({ id, name }).from(teams).where(eq(teams.workspaceId, workspaceId)).orderBy(asc(name));
}

export function listTemplateNames(workspaceId: string) {
  const { id, name, workspaceId: inWorkspace, archivedAt } = bookingTemplates;
  return db
    .select({ id, name })
    .from(bookingTemplates)
    .where(and(eq(inWorkspace, workspaceId), isNull(archivedAt)))
    .orderBy(asc(name), asc(id));
}
