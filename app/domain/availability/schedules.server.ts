import { and, asc, count, desc, eq, inArray, isNull, or, sql, type SQL } from "drizzle-orm";
import { db, type Database, type Transaction } from "~db/client";
import { bookingAvailability, bookingEventTypes, bookingSchedules } from "~db/schema";
import { isUuid } from "~/domain/fields";
import { pairs, workingWeek, type Schedule } from "./schedule";

/** Monday to Friday, 9 to 17. Does nothing for a host who has a default schedule. */
export async function createDefaultSchedule(
  tx: Transaction,
  { workspaceId, userId, timezone }: { workspaceId: string; userId: string; timezone: string },
) {
  const [made] = await tx
    .insert(bookingSchedules)
    .values({ workspaceId, userId, timezone, name: "Working hours", isDefault: true })
    .onConflictDoNothing()
    .returning({ id: bookingSchedules.id });
  if (!made) return;
  const rows = workingWeek.flatMap((intervals, weekday) =>
    pairs(intervals).map(({ start, end }) => ({
      workspaceId,
      scheduleId: made.id,
      weekday,
      startMinute: start,
      endMinute: end,
    })),
  );
  await tx.insert(bookingAvailability).values(rows);
}

/** The default one first, then by name. */
export function listSchedules(workspaceId: string, userId: string): Promise<Schedule[]> {
  return select(and(eq(bookingSchedules.workspaceId, workspaceId), eq(bookingSchedules.userId, userId)));
}

/** Newest first, page by page. */
export function listNewestSchedules(workspaceId: string, userId: string, page: Page) {
  return select(and(eq(bookingSchedules.workspaceId, workspaceId), eq(bookingSchedules.userId, userId)), db, page);
}

/** Only the host's own: a colleague's schedule does not exist for them. */
export async function findSchedule(workspaceId: string, userId: string, id: string | undefined) {
  if (!isUuid(id)) return null;
  const [found] = await select(
    and(
      eq(bookingSchedules.workspaceId, workspaceId),
      eq(bookingSchedules.userId, userId),
      eq(bookingSchedules.id, id),
    ),
  );
  return found ?? null;
}

/** Those of these ids, and the default ones of these hosts. */
export async function findSchedules(
  workspaceId: string,
  { ids = [], defaultsOf = [] }: { ids?: string[]; defaultsOf?: string[] },
  on: Database | Transaction = db,
): Promise<Schedule[]> {
  const isDefault = and(inArray(bookingSchedules.userId, defaultsOf), eq(bookingSchedules.isDefault, true));
  return select(
    and(eq(bookingSchedules.workspaceId, workspaceId), or(inArray(bookingSchedules.id, ids), isDefault)),
    on,
  );
}

/** The names of the event types that name this schedule. */
export async function eventTypesUsing(workspaceId: string, scheduleId: string, on: Database | Transaction = db) {
  const found = await on
    .select({ name: bookingEventTypes.name })
    .from(bookingEventTypes)
    .where(and(eq(bookingEventTypes.workspaceId, workspaceId), eq(bookingEventTypes.scheduleId, scheduleId)))
    .orderBy(asc(bookingEventTypes.name));
  return found.map((each) => each.name);
}

/** How many event types take their hours from a schedule: those that name it, and for the default those that name none. */
export async function countUses(schedule: Pick<Schedule, "workspaceId" | "id" | "userId" | "isDefault">) {
  const byDefault = sql`(${bookingEventTypes.scheduleId} is null and exists (
    select 1 from booking_event_type_members host
    where host.workspace_id = booking_event_types.workspace_id
      and host.event_type_id = booking_event_types.id and host.user_id = ${schedule.userId}
  ))`;
  const names = eq(bookingEventTypes.scheduleId, schedule.id);
  const [found] = await db
    .select({ total: count() })
    .from(bookingEventTypes)
    .where(
      and(
        eq(bookingEventTypes.workspaceId, schedule.workspaceId),
        isNull(bookingEventTypes.archivedAt),
        schedule.isDefault ? or(names, byDefault) : names,
      ),
    );
  return found?.total ?? 0;
}

export async function countSchedules(workspaceId: string, userId: string, on: Database | Transaction = db) {
  const [found] = await on
    .select({ total: count() })
    .from(bookingSchedules)
    .where(and(eq(bookingSchedules.workspaceId, workspaceId), eq(bookingSchedules.userId, userId)));
  return found?.total ?? 0;
}

type Row = Omit<Schedule, "weekly"> & { ranges: [weekday: number, start: number, end: number][] };

type Page = { limit: number; offset: number };

async function select(where: SQL | undefined, on: Database | Transaction = db, page?: Page): Promise<Schedule[]> {
  const query = on
    .select({
      workspaceId: bookingSchedules.workspaceId,
      id: bookingSchedules.id,
      number: bookingSchedules.number,
      userId: bookingSchedules.userId,
      name: bookingSchedules.name,
      timezone: bookingSchedules.timezone,
      isDefault: bookingSchedules.isDefault,
      createdAt: bookingSchedules.createdAt,
      updatedAt: bookingSchedules.updatedAt,
      ranges,
      overrides,
    })
    .from(bookingSchedules)
    .where(where)
    .$dynamic();
  const rows: Row[] = page
    ? await query.orderBy(desc(bookingSchedules.number)).limit(page.limit).offset(page.offset)
    : await query.orderBy(desc(bookingSchedules.isDefault), asc(bookingSchedules.name), asc(bookingSchedules.number));
  return rows.map(({ ranges, ...schedule }) => ({ ...schedule, weekly: byWeekday(ranges) }));
}

// Names are written out: inside a subquery a bare column would mean the inner table's.
const ranges = sql<Row["ranges"]>`(
  select coalesce(json_agg(json_build_array(hours.weekday, hours.start_minute, hours.end_minute)
    order by hours.weekday, hours.start_minute), '[]')
  from booking_availability hours
  where hours.workspace_id = booking_schedules.workspace_id and hours.schedule_id = booking_schedules.id
)`;

const overrides = sql<Schedule["overrides"]>`(
  select coalesce(json_agg(json_build_object('date', other.date, 'intervals', other.intervals, 'note', other.note)
    order by other.date), '[]')
  from booking_date_overrides other
  where other.workspace_id = booking_schedules.workspace_id and other.schedule_id = booking_schedules.id
)`;

function byWeekday(ranges: Row["ranges"]): number[][] {
  const weekly: number[][] = [[], [], [], [], [], [], []];
  for (const [weekday, start, end] of ranges) weekly[weekday]?.push(start, end);
  return weekly;
}
