import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import { db, type Database, type Transaction } from "~db/client";
import { users, workspaceMembers } from "~db/schema";
import { loadHosts, type Question } from "../availability/open-slots.server";
import { hostsFreeAt, type Reason } from "../availability/slots";
import type { EventType } from "../event-types/event-type";
import { isHosting } from "../workspaces/hosting.server";
import { hostIdsOf, type Booking } from "./booking";

export type Successor = { userId: string; name: string; email: string };

/**
 * Who can be handed a booking, by name: where any of a team's hosts will do the other ones of them, and those of the team
 * through whose page it was booked; else every other member who takes meetings.
 */
export async function listSuccessors(
  eventType: EventType,
  booking: Booking,
  now: number,
): Promise<(Successor & { reasons: Reason[] })[]> {
  const present = hostIdsOf(booking);
  const others = (await selectSuccessors(db, eventType, booking)).filter(({ userId }) => !present.includes(userId));
  const question = handoverQuestion(eventType, booking, now);
  const hostIds = others.map(({ userId }) => userId);
  const { rules, mode, hosts } = await loadHosts({ ...question, hostIds });
  const answers = hostsFreeAt(rules, hosts, mode, booking.start, question.now);
  return others.map((other) => {
    const answer = answers.find(({ id }) => id === other.userId);
    return { ...other, reasons: answer?.reasons ?? ["outside_hours"] };
  });
}

export async function findSuccessor(tx: Transaction, eventType: EventType, booking: Booking, userId: string) {
  const [found] = await selectSuccessors(tx, eventType, booking, userId);
  return found ?? null;
}

/**
 * What the slot function is asked about a successor. The meeting is booked, and may even have begun: notice, window, days
 * left out and the grid of starts don't bind them. A schedule that the event type names is its host's own.
 */
export function handoverQuestion(eventType: EventType, { id, start, end }: Booking, now: number): Question {
  return {
    eventType: {
      ...eventType,
      // One to whom all of it is handed answers alone, whatever the others do.
      assignmentType: null,
      scheduleId: eventType.isTeamEvent ? eventType.scheduleId : null,
      minimumNoticeMinutes: 0,
      bookingWindowDays: 36_500,
      slotIntervalMinutes: 1,
      excludedDates: [],
    },
    durationMinutes: (end - start) / 60_000,
    range: { from: start, to: start + 1 },
    now: Math.min(now, start),
    ignoreBookingId: id,
  };
}

function selectSuccessors(
  on: Database | Transaction,
  { workspaceId, isTeamEvent, assignmentType, members }: EventType,
  { id: bookingId }: Pick<Booking, "id">,
  userId?: string,
): Promise<Successor[]> {
  // All of all hands are in the meeting already.
  const isOneOfMany = isTeamEvent && assignmentType !== "all_hands";
  const ids = members.map((member) => member.userId);
  return on
    .select({ userId: users.id, name: users.name, email: users.email })
    .from(workspaceMembers)
    .innerJoin(users, eq(users.id, workspaceMembers.userId))
    .where(
      and(
        eq(workspaceMembers.workspaceId, workspaceId),
        isHosting,
        userId === undefined ? undefined : eq(users.id, userId),
        isOneOfMany ? or(inArray(users.id, ids), isInTeamOf(workspaceId, bookingId)) : undefined,
      ),
    )
    .orderBy(asc(users.name), asc(users.id));
}

function isInTeamOf(workspaceId: string, bookingId: string) {
  return sql`exists (
    select 1 from booking_picks pick
    join team_members colleague on colleague.workspace_id = pick.workspace_id and colleague.team_id = pick.team_id
    where pick.workspace_id = ${workspaceId} and pick.booking_id = ${bookingId} and colleague.user_id = ${users.id}
  )`;
}
