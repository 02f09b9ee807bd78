import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "~db/client";
import { bookingEventTypes, bookingSchedules, teams, users } from "~db/schema";

/** The integer ids by which the /v2 dialect calls what has an id of ours. They never change. */

type Known = { workspaceId: string; users?: string[]; eventTypes?: string[]; schedules?: string[]; teams?: string[] };

/** By id, of things of one workspace. */
export async function numbersOf({ workspaceId, ...ids }: Known): Promise<Map<string, number>> {
  const list = (wanted: (string | null)[] = []) => sql`any(${sql.param([...new Set(wanted)])}::uuid[])`;
  const rows = await db.execute<{ id: string; number: string }>(sql`
    select id, number from ${users} where id = ${list(ids.users)}
    union all
    select id, number from ${bookingEventTypes} where workspace_id = ${workspaceId} and id = ${list(ids.eventTypes)}
    union all
    select id, number from ${bookingSchedules} where workspace_id = ${workspaceId} and id = ${list(ids.schedules)}
    union all
    select id, number from ${teams} where workspace_id = ${workspaceId} and id = ${list(ids.teams)}`);
  return new Map([...rows].map(({ id, number }) => [id, Number(number)]));
}

type Place = { workspaceId: string; id: string };

/** Where the event type of this number is, in whatever workspace. Archived ones are not there any more. */
export async function eventTypeNumbered(number: number): Promise<Place | null> {
  const { workspaceId, id, archivedAt } = bookingEventTypes;
  const [found] = await db
    .select({ workspaceId, id })
    .from(bookingEventTypes)
    .where(and(eq(bookingEventTypes.number, number), isNull(archivedAt)));
  return found ?? null;
}

export async function scheduleNumbered(number: number): Promise<Place | null> {
  const { workspaceId, id } = bookingSchedules;
  const [found] = await db
    .select({ workspaceId, id })
    .from(bookingSchedules)
    .where(eq(bookingSchedules.number, number));
  return found ?? null;
}

export async function userNumbered(number: number): Promise<string | null> {
  const [found] = await db.select({ id: users.id }).from(users).where(eq(users.number, number));
  return found?.id ?? null;
}
