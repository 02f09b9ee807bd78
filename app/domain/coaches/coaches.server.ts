import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import { db } from "~db/client";
import { bookingEventTypes, users, workspaceMembers, workspaces } from "~db/schema";
import { isUuid } from "../fields";
import { isHosting } from "../workspaces/hosting.server";
import type { Coach, CoachProfile } from "./coach";
import { nextFreeOf } from "./next-free-sessions.server";

/** Who takes sessions in a workspace, by name. */
export async function listCoaches(workspaceId: string, now: number): Promise<Coach[]> {
  const coaches = await select(workspaceId).orderBy(asc(users.name), asc(users.id));
  const nextFree = await nextFreeOf(coaches, now);
  return coaches.map((coach) => ({ ...coach, nextFree: nextFree.get(coach.userId) ?? null }));
}

export async function findCoach(workspaceId: string, userId: string | undefined): Promise<CoachProfile | null> {
  if (!isUuid(userId)) return null;
  const [found] = await select(workspaceId, userId);
  return found ?? null;
}

/** The workspace in which a coach took meetings first, for those who name none. */
export async function firstWorkspaceOf(coachId: string): Promise<string | null> {
  const [found] = await db
    .select({ id: workspaceMembers.workspaceId })
    .from(workspaceMembers)
    .leftJoin(bookingEventTypes, isOwnSession)
    .where(and(eq(workspaceMembers.userId, coachId), isCoaching))
    .orderBy(asc(workspaceMembers.createdAt), asc(workspaceMembers.workspaceId))
    .limit(1);
  return found?.id ?? null;
}

/** Whether the free times of its coaches are for this person to see: a member, or anybody where there are clients. */
export async function showsCoaches(workspaceId: string, userId: string | null): Promise<boolean> {
  const [found] = await db
    .select({ id: workspaces.id })
    .from(workspaces)
    .leftJoin(
      workspaceMembers,
      and(eq(workspaceMembers.workspaceId, workspaces.id), isNull(workspaceMembers.deactivatedAt)),
    )
    .where(
      and(
        eq(workspaces.id, workspaceId),
        or(
          eq(workspaces.takesClients, true),
          eq(workspaceMembers.role, "client"),
          userId ? eq(workspaceMembers.userId, userId) : undefined,
        ),
      ),
    )
    .limit(1);
  return found !== undefined;
}

/** The event type behind their sessions, once there is one. */
const isOwnSession = and(
  eq(bookingEventTypes.workspaceId, workspaceMembers.workspaceId),
  eq(bookingEventTypes.ownerId, workspaceMembers.userId),
  eq(bookingEventTypes.isSession, true),
  isNull(bookingEventTypes.archivedAt),
);

const isCoaching = and(
  isHosting,
  eq(workspaceMembers.takesSessions, true),
  or(isNull(bookingEventTypes.id), eq(bookingEventTypes.isActive, true)),
);

function select(workspaceId: string, userId?: string) {
  return db
    .select({
      workspaceId: sql<string>`${workspaceMembers.workspaceId}`,
      userId: users.id,
      name: users.name,
      about: workspaceMembers.about,
      timezone: users.timezone,
    })
    .from(workspaceMembers)
    .innerJoin(users, eq(users.id, workspaceMembers.userId))
    .leftJoin(bookingEventTypes, isOwnSession)
    .where(
      and(
        eq(workspaceMembers.workspaceId, workspaceId),
        userId ? eq(workspaceMembers.userId, userId) : undefined,
        isCoaching,
      ),
    );
}
