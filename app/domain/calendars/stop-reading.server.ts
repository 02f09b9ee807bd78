import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { calendarConnections } from "~db/schema";
import type { Owner } from "./hold-member.server";

/** Somebody takes no meetings any more: their calendars are written to, and nothing of them is read or kept. */
export async function stopReading(tx: Transaction, { workspaceId, userId }: Owner) {
  await tx
    .update(calendarConnections)
    .set({ syncEnabled: false, checkConflicts: false, staleAt: null, nextSyncAt: null, syncToken: null })
    .where(and(eq(calendarConnections.workspaceId, workspaceId), eq(calendarConnections.userId, userId)));
  await tx.execute(sql`delete from calendar_events where workspace_id = ${workspaceId} and user_id = ${userId}`);
}
