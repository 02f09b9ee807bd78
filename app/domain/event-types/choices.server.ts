import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { db } from "~db/client";
import { bookingSchedules, teams, users, workspaceMembers } from "~db/schema";
import type { Choices, HostChoice, ScheduleChoice } from "./choices";

/** What the form of an event type lets a member choose from. Schedules are those of the given hosts. */
export async function eventTypeChoices(workspaceId: string, scheduleHostIds: string[]): Promise<Choices> {
  const [hosts, schedules, teams] = await Promise.all([
    listHosts(workspaceId),
    listSchedules(workspaceId, scheduleHostIds),
    listTeams(workspaceId),
  ]);
  return { hosts, schedules, teams };
}

/** Whoever may host here, with their zones. */
export function listHosts(workspaceId: string): Promise<HostChoice[]> {
  return db
    .select({ id: users.id, name: users.name, timezone: users.timezone })
    .from(workspaceMembers)
    .innerJoin(users, eq(users.id, workspaceMembers.userId))
    .where(and(eq(workspaceMembers.workspaceId, workspaceId), ne(workspaceMembers.role, "client")))
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
