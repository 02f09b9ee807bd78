import { and, count, eq, sql } from "drizzle-orm";
import { db } from "~db/client";
import { calendarEvents } from "~db/schema";

type Which = { workspaceId: string; connectionId: string; from: number };

/** A stretch that a calendar says is taken. Of its event no more is known here. */
export type BusyStretch = { id: string; start: number; end: number; repeats: boolean };

/** What a calendar blocks from a moment on, the next first. */
export async function listBusy(which: Which, page: { limit: number; offset: number }): Promise<BusyStretch[]> {
  const { id, seriesId, during } = calendarEvents;
  const ms = (bound: "lower" | "upper") =>
    sql<number>`extract(epoch from ${sql.raw(bound)}(${during})) * 1000`.mapWith(Number);
  return db
    .select({ id, start: ms("lower"), end: ms("upper"), repeats: sql<boolean>`${seriesId} is not null` })
    .from(calendarEvents)
    .where(isAhead(which))
    .orderBy(sql`lower(${during})`, sql`upper(${during})`, id)
    .limit(page.limit)
    .offset(page.offset);
}

export async function countBusy(which: Which): Promise<number> {
  const [row] = await db.select({ total: count() }).from(calendarEvents).where(isAhead(which));
  return row!.total;
}

function isAhead({ workspaceId, connectionId, from }: Which) {
  return and(
    eq(calendarEvents.workspaceId, workspaceId),
    eq(calendarEvents.connectionId, connectionId),
    sql`upper(${calendarEvents.during}) > ${new Date(from).toISOString()}::timestamptz`,
  );
}
