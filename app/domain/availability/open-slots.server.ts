import { sql } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import type { EventType } from "../event-types/event-type";
import { parseDate } from "./calendar-days";
import { hostSchedules } from "./schedules.server";
import { countedSpan, neededSpan, teamSlots, type Host, type Range, type SlotRules, type TeamMode } from "./slots";

type Reader = Transaction | typeof db;

type Question = {
  eventType: EventType;
  durationMinutes: number;
  /** Of the start, in epoch milliseconds. */
  range: Range;
  now: number;
  /** Whose time is asked for; the event type's hosts if left out. */
  hostIds?: string[];
  /** A booking that is being moved may overlap its own old time. */
  ignoreBookingId?: string;
};

/** The starts on offer, in order. */
export async function openSlots(question: Question): Promise<{ slots: number[] }> {
  const { rules, mode, hosts } = await loadHosts(question);
  return { slots: teamSlots(rules, hosts, mode, question.now, question.range) };
}

/** All that the slot function needs about the hosts of an event type, in two queries whatever their number. */
export async function loadHosts(
  question: Question,
  on: Reader = db,
): Promise<{ rules: SlotRules; mode: TeamMode; hosts: Host[] }> {
  const { eventType } = question;
  const hostIds = question.hostIds ?? eventType.members.map((member) => member.userId);
  const rules = slotRules(eventType, question.durationMinutes);
  const mode: TeamMode = eventType.assignmentType === "all_hands" ? "all" : "any";
  const [schedules, taken] = await Promise.all([
    hostSchedules(eventType.workspaceId, hostIds, eventType.scheduleId, on),
    loadTaken(question, rules, hostIds, on),
  ]);
  const hosts = hostIds.flatMap((id) => {
    const schedule = schedules.get(id);
    return schedule ? [{ id, schedule, busy: [], ...(taken.get(id) ?? { claims: [], bookedStarts: [] }) }] : [];
  });
  // All hands need everybody: one without hours means that no time suits all.
  return { rules, mode, hosts: mode === "all" && hosts.length < hostIds.length ? [] : hosts };
}

export function slotRules(eventType: EventType, durationMinutes: number): SlotRules {
  const minute = 60_000;
  return {
    durationMs: durationMinutes * minute,
    intervalMs: (eventType.slotIntervalMinutes ?? durationMinutes) * minute,
    bufferBeforeMs: eventType.bufferBefore * minute,
    bufferAfterMs: eventType.bufferAfter * minute,
    minimumNoticeMs: eventType.minimumNoticeMinutes * minute,
    windowDays: eventType.bookingWindowDays,
    excludedDates: new Set(eventType.excludedDates.map((date) => parseDate(date)!)),
    maxPerDay: eventType.maxPerDay,
    maxPerWeek: eventType.maxPerWeek,
  };
}

type Taken = { claims: number[]; bookedStarts: number[] };
type TakenRow = { host_id: string; kind: "claim" | "start"; from: string; to: string | null };

/** Claims of the hosts wherever they were made, and the starts that count towards this event type's limits. */
async function loadTaken(question: Question, rules: SlotRules, hostIds: string[], on: Reader) {
  const { eventType, range, ignoreBookingId } = question;
  const needed = neededSpan(rules, range);
  const counted = countedSpan(range);
  const hasLimits = rules.maxPerDay !== null || rules.maxPerWeek !== null;
  const hosts = sql`${sql.param(hostIds)}::uuid[]`;
  const others = ignoreBookingId ? sql`and booking_id <> ${ignoreBookingId}` : sql``;
  const claims = sql`
    select host_id, 'claim' as kind, ${milliseconds("lower(during)")} as "from", ${milliseconds("upper(during)")} as "to"
    from claims
    where host_id = any(${hosts}) and during && tstzrange(${instant(needed.from)}, ${instant(needed.to)}) ${others}`;
  const starts = sql`
    select attendee.user_id, 'start', ${milliseconds("start_time")}, null
    from bookings join booking_attendees attendee
      on attendee.workspace_id = bookings.workspace_id and attendee.booking_id = bookings.id and attendee.kind = 'host'
    where bookings.workspace_id = ${eventType.workspaceId} and event_type_id = ${eventType.id}
      and start_time >= ${instant(counted.from)} and start_time < ${instant(counted.to)}
      and bookings.status in ('pending', 'confirmed', 'completed')
      and attendee.user_id = any(${hosts}) ${others}`;
  const rows = await on.execute<TakenRow>(hasLimits ? sql`${claims} union all ${starts}` : claims);
  return byHost(rows);
}

function byHost(rows: Iterable<TakenRow>) {
  const taken = new Map<string, Taken>();
  for (const row of rows) {
    const host = taken.get(row.host_id) ?? { claims: [], bookedStarts: [] };
    taken.set(row.host_id, host);
    if (row.kind === "claim") host.claims.push(Number(row.from), Number(row.to));
    else host.bookedStarts.push(Number(row.from));
  }
  return taken;
}

function milliseconds(expression: string) {
  return sql.raw(`(extract(epoch from ${expression}) * 1000)::bigint`);
}

/** Not as text: a caller may ask about years that Postgres reads in another form than JavaScript writes. */
function instant(ms: number) {
  return sql`to_timestamp(${ms}::float8 / 1000)`;
}
