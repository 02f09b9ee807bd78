import { and, eq, isNull } from "drizzle-orm";
import { db } from "~db/client";
import { bookingEventTypes, workspaceMembers } from "~db/schema";
import { record } from "../audit/audit.server";
import type { CoachingInput } from "./coaching";

export type Coaching = { takesSessions: boolean; about: string };

export async function findCoaching(workspaceId: string, userId: string): Promise<Coaching | null> {
  const { takesSessions, about } = workspaceMembers;
  const [found] = await db.select({ takesSessions, about }).from(workspaceMembers).where(isMember(workspaceId, userId));
  return found ?? null;
}

type Change = { workspaceId: string; userId: string; input: CoachingInput; now: number };

/** Nobody can book a session any more with whoever takes none; those that are booked stay. */
export async function changeCoaching({ workspaceId, userId, input, now }: Change): Promise<void> {
  const { takes_sessions: takesSessions, about } = input;
  await db.transaction(async (tx) => {
    const updatedAt = new Date(now);
    const where = isMember(workspaceId, userId);
    await tx.update(workspaceMembers).set({ takesSessions, about, updatedAt }).where(where);
    await tx
      .update(bookingEventTypes)
      .set({ isActive: takesSessions, updatedAt })
      .where(
        and(
          eq(bookingEventTypes.workspaceId, workspaceId),
          eq(bookingEventTypes.ownerId, userId),
          eq(bookingEventTypes.isSession, true),
          isNull(bookingEventTypes.archivedAt),
        ),
      );
    const actor = { kind: "user", userId } as const;
    const details = { takes_sessions: takesSessions };
    await record(tx, { workspaceId, actor, action: "member.coaching_changed", subjectId: userId, details });
  });
}

function isMember(workspaceId: string, userId: string) {
  return and(eq(workspaceMembers.workspaceId, workspaceId), eq(workspaceMembers.userId, userId));
}
