import { randomBytes } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { db, refusedBy, type Transaction } from "~db/client";
import { bookingAttendees, bookings } from "~db/schema";
import { loadHosts } from "../availability/open-slots.server";
import { hostsFreeAt, type Host, type Reason, type SlotRules } from "../availability/slots";
import { needsAnswer, offeredDurations, type EventType } from "../event-types/event-type";
import { nearestSlots, type Slot } from "./alternatives.server";
import type { Actor, BookInput, Booking } from "./booking";
import { findBooking } from "./bookings.server";
import { insertClaims, lockForCounting, settle, SlotTaken } from "./claim.server";
import { rankHosts, type Candidate } from "./pick-host";
import { recordMove } from "./record-move.server";
import { tellEverybody } from "./tell.server";

type Order = {
  eventType: EventType;
  input: BookInput;
  /** Language and habits of the invitee, such as "de-AT": what their mails are written in. */
  locale: string;
  actor?: Actor;
  /** Whose time is asked for; the event type's hosts if left out. */
  hostIds?: string[];
  /** The form's own key: submitting it twice makes one booking. */
  submissionKey?: string;
  now: number;
};

export type BookResult =
  | { ok: true; booking: Booking }
  | { ok: false; reason: "slot_unavailable"; code: Reason; alternatives: Slot[] }
  | { ok: false; reason: "duration_not_offered"; offered: number[] }
  | { ok: false; reason: "not_bookable" };

/** Takes a slot: booking, claims, attendees, history and mails commit together, or not at all. */
export async function book(order: Order): Promise<BookResult> {
  const { eventType, input } = order;
  if (!eventType.isActive || eventType.archivedAt) return { ok: false, reason: "not_bookable" };
  const offered = offeredDurations(eventType);
  const durationMinutes = input.durationMinutes ?? eventType.durationMinutes;
  if (!offered.includes(durationMinutes)) return { ok: false, reason: "duration_not_offered", offered };

  const made = await settle(() => db.transaction((tx) => take(tx, order, durationMinutes))).catch(translated(order));
  if (made === "gone") return { ok: false, reason: "not_bookable" };
  // A refusal may be the work of this very form, submitted twice.
  const bookingId = typeof made === "string" ? made : await submittedBefore(db, order);
  if (bookingId || typeof made === "string") {
    return { ok: true, booking: (await findBooking(eventType.workspaceId, bookingId!))! };
  }
  const { hostIds, now } = order;
  const alternatives = await nearestSlots({ eventType, durationMinutes, start: input.start, hostIds, now });
  return { ...made, alternatives };
}

async function take(tx: Transaction, order: Order, durationMinutes: number): Promise<string> {
  const { eventType, input, now } = order;
  await lockForCounting(tx, eventType, order.hostIds?.length ?? eventType.members.length);
  const already = await submittedBefore(tx, order);
  if (already) return already;

  const { start } = input;
  const range = { from: start, to: start + 1 };
  const { rules, mode, hosts } = await loadHosts(
    { eventType, durationMinutes, range, now, hostIds: order.hostIds },
    tx,
  );
  const answers = hostsFreeAt(rules, hosts, mode, start, now);
  const free = hosts.filter((_, index) => answers[index]!.reasons.length === 0);
  const isRefused = mode === "all" ? free.length < hosts.length || free.length === 0 : free.length === 0;
  if (isRefused)
    throw new SlotTaken(answers.find((answer) => answer.reasons.length > 0)?.reasons[0] ?? "outside_hours");

  const taking = { eventType, order, rules, durationMinutes };
  if (mode === "all") return insertBooking(tx, taking, byPriority(eventType, hosts));
  return insertForFirstFree(tx, taking, await ranked(tx, eventType, free));
}

type Taking = { eventType: EventType; order: Order; rules: SlotRules; durationMinutes: number };

/** Tries the hosts in their order: who was booked elsewhere in this very moment is passed over. */
async function insertForFirstFree(tx: Transaction, taking: Taking, hostIds: string[]): Promise<string> {
  for (const [index, hostId] of hostIds.entries()) {
    if (index === hostIds.length - 1) return insertBooking(tx, taking, [hostId]);
    try {
      return await tx.transaction((savepoint) => insertBooking(savepoint, taking, [hostId]));
    } catch (error) {
      if (refusedBy(error)?.constraint !== "claims_no_overlap") throw error;
    }
  }
  throw new SlotTaken("claimed");
}

/** `hostIds`: who gives their time, the first one leads. */
async function insertBooking(tx: Transaction, taking: Taking, hostIds: string[]): Promise<string> {
  const { eventType, order, rules, durationMinutes } = taking;
  const { input, now } = order;
  const waits = needsAnswer(eventType);
  const [row] = await tx
    .insert(bookings)
    .values({
      workspaceId: eventType.workspaceId,
      uid: randomBytes(18).toString("base64url"),
      eventTypeId: eventType.id,
      hostId: hostIds[0]!,
      inviteeName: input.name,
      inviteeEmail: input.email,
      startTime: new Date(input.start),
      endTime: new Date(input.start + durationMinutes * 60_000),
      timezone: input.timezone,
      locale: order.locale,
      status: waits ? "pending" : "confirmed",
      notes: input.notes,
      answers: input.answers,
      locationType: eventType.locationType,
      locationValue: eventType.locationValue,
      submissionKey: order.submissionKey ?? null,
      createdAt: new Date(now),
      updatedAt: new Date(now),
    })
    .returning({ id: bookings.id });
  const bookingId = row!.id;
  const { workspaceId } = eventType;
  await insertClaims(tx, { workspaceId, bookingId, hostIds, rules, start: input.start });
  await insertAttendees(tx, taking, bookingId, hostIds);
  await recordMove(tx, {
    booking: { workspaceId, id: bookingId },
    move: waits ? "requested" : "booked",
    actor: order.actor ?? { kind: "invitee" },
    startAfter: input.start,
    now,
  });
  const booking = (await findBooking(workspaceId, bookingId, tx))!;
  await tellEverybody(tx, booking, waits ? "requested" : "confirmed");
  return bookingId;
}

async function insertAttendees(tx: Transaction, taking: Taking, bookingId: string, hostIds: string[]) {
  const { eventType, order } = taking;
  const { input } = order;
  const outsiders = [
    { kind: "invitee" as const, name: input.name, email: input.email },
    ...input.guests
      .filter((guest) => guest.toLowerCase() !== input.email.toLowerCase())
      .map((guest) => ({ kind: "guest" as const, name: guest, email: guest })),
  ];
  await tx.insert(bookingAttendees).values(
    outsiders.map((person) => ({
      ...person,
      workspaceId: eventType.workspaceId,
      bookingId,
      status: "confirmed" as const,
    })),
  );
  const status = needsAnswer(eventType) ? "pending" : "confirmed";
  await tx.execute(sql`
    insert into booking_attendees (workspace_id, booking_id, user_id, kind, name, email, status)
    select ${eventType.workspaceId}, ${bookingId}, id, 'host', name, email, ${status}
    from users where id = any(${sql.param(hostIds)}::uuid[])`);
}

async function submittedBefore(tx: Transaction | typeof db, { eventType, submissionKey }: Order) {
  if (!submissionKey) return undefined;
  const [found] = await tx
    .select({ id: bookings.id })
    .from(bookings)
    .where(
      and(
        eq(bookings.workspaceId, eventType.workspaceId),
        eq(bookings.eventTypeId, eventType.id),
        eq(bookings.submissionKey, submissionKey),
      ),
    );
  return found?.id;
}

/** Two submits of one form at the same moment: the second finds what the first made. Or its event type was just deleted. */
function translated(order: Order) {
  return async (error: unknown): Promise<string> => {
    const constraint = refusedBy(error)?.constraint;
    if (constraint === "bookings_event_type_fkey") return "gone";
    const found = constraint === "bookings_submission_unique" ? await submittedBefore(db, order) : undefined;
    if (found) return found;
    throw error;
  };
}

/** Of all hands the one with the highest priority leads, in whatever order they were asked for. */
function byPriority({ members }: EventType, hosts: Host[]): string[] {
  const priorityOf = (id: string) => members.find((member) => member.userId === id)?.priority ?? 0;
  return hosts.map((host) => host.id).sort((a, b) => priorityOf(b) - priorityOf(a) || (a < b ? -1 : 1));
}

async function ranked(tx: Transaction, eventType: EventType, free: Host[]): Promise<string[]> {
  if (free.length === 1) return [free[0]!.id];
  const rows = await tx.execute<{ user_id: string; live: string; last: string | null }>(sql`
    select attendee.user_id,
      count(*) filter (where bookings.status in ('pending', 'confirmed')) as live,
      (extract(epoch from max(bookings.created_at)) * 1000)::bigint as last
    from bookings join booking_attendees attendee
      on attendee.workspace_id = bookings.workspace_id and attendee.booking_id = bookings.id and attendee.kind = 'host'
    where bookings.workspace_id = ${eventType.workspaceId} and event_type_id = ${eventType.id}
    group by 1`);
  const counts = new Map([...rows].map((row) => [row.user_id, row]));
  const candidates = free.map(({ id }): Candidate => {
    const member = eventType.members.find((each) => each.userId === id);
    const count = counts.get(id);
    return {
      userId: id,
      weight: member?.weight ?? 1,
      priority: member?.priority ?? 0,
      live: Number(count?.live ?? 0),
      lastAssigned: count?.last ? Number(count.last) : null,
    };
  });
  return rankHosts(candidates, eventType.assignmentType).map((candidate) => candidate.userId);
}
