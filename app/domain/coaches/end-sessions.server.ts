import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { bookingEventTypes } from "~db/schema";

type Leaver = { workspaceId: string; userId: string; now: number };

/** Whoever takes no meetings any more takes no sessions: their rules stay with what was booked, and are nobody's offer. */
export async function endSessions(tx: Transaction, { workspaceId, userId, now }: Leaver) {
  const { workspaceId: inWorkspace, ownerId, isSession, archivedAt } = bookingEventTypes;
  await tx
    .update(bookingEventTypes)
    .set({ archivedAt: new Date(now), updatedAt: new Date(now) })
    .where(and(eq(inWorkspace, workspaceId), eq(ownerId, userId), eq(isSession, true), isNull(archivedAt)));
}
