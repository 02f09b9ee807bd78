import { and, eq, sql } from "drizzle-orm";
import { db } from "~db/client";
import { bookingBulkCancellations } from "~db/schema";
import type { BulkCancellation } from "./bulk-cancellation";

const table = bookingBulkCancellations;

export async function findBulkCancellation(workspaceId: string, id: string): Promise<BulkCancellation | null> {
  const [row] = await db
    .select()
    .from(table)
    .where(and(eq(table.workspaceId, workspaceId), eq(table.id, id)));
  if (!row) return null;
  const { createdAt: _, finishedAt, ...rest } = row;
  return { ...rest, isFinished: finishedAt !== null };
}

/** Counts the one that was next when `before` was read; of two that count it at once the second changes nothing. */
export async function countOne(before: BulkCancellation, { isOff, now }: { isOff: boolean; now: number }) {
  const { workspaceId, id, bookingIds, done } = before;
  const isLast = done + 1 >= bookingIds.length;
  await db
    .update(table)
    .set({
      done: done + 1,
      refused: isOff ? undefined : sql`${table.refused} + 1`,
      finishedAt: isLast ? new Date(now) : undefined,
    })
    .where(and(eq(table.workspaceId, workspaceId), eq(table.id, id), eq(table.done, done)));
}
