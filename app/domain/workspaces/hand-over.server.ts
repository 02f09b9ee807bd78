import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "~db/client";
import {
  bookingEventTypeMembers,
  bookingEventTypes,
  bookingLinks,
  bookingSchedules,
  bookingTemplates,
  oneTimeLinks,
} from "~db/schema";

type HandOver = { workspaceId: string; from: string; to: string };

/** What a member who goes leaves behind gets another owner. They host none of it that is active, or they could not go. */
export async function handOver(tx: Transaction, { workspaceId, from, to }: HandOver) {
  const inWorkspace = eq(bookingEventTypes.workspaceId, workspaceId);
  const schedules = tx
    .select({ id: bookingSchedules.id })
    .from(bookingSchedules)
    .where(and(eq(bookingSchedules.workspaceId, workspaceId), eq(bookingSchedules.userId, from)));
  await tx
    .update(bookingEventTypes)
    .set({ ownerId: to })
    .where(and(inWorkspace, eq(bookingEventTypes.ownerId, from)));
  await tx
    .update(bookingEventTypes)
    .set({ scheduleId: null })
    .where(and(inWorkspace, inArray(bookingEventTypes.scheduleId, schedules)));
  for (const owned of [bookingTemplates, bookingLinks, oneTimeLinks]) {
    await tx
      .update(owned)
      .set({ ownerId: to })
      .where(and(eq(owned.workspaceId, workspaceId), eq(owned.ownerId, from)));
  }
  await replaceLoneHost(tx, { workspaceId, from, to });
}

/** An event type keeps at least one host. */
async function replaceLoneHost(tx: Transaction, { workspaceId, from, to }: HandOver) {
  const { eventTypeId, userId } = bookingEventTypeMembers;
  const inWorkspace = eq(bookingEventTypeMembers.workspaceId, workspaceId);
  const lone = await tx
    .select({ eventTypeId })
    .from(bookingEventTypeMembers)
    .where(inWorkspace)
    .groupBy(eventTypeId)
    .having(sql`count(*) = 1 and bool_or(${userId} = ${from})`);
  if (lone.length === 0) return;
  await tx.insert(bookingEventTypeMembers).values(lone.map((each) => ({ ...each, workspaceId, userId: to })));
}
