import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { bookingAttendees, bookings, claims } from "~db/schema";
import { loadHosts } from "../availability/open-slots.server";
import { reasonToTell } from "../availability/reasons";
import { hostsFreeAt, isOffered, type Reason } from "../availability/slots";
import type { EventType } from "../event-types/event-type";
import { isLinkMade } from "../calendars/wanted-event";
import { holdEventType } from "../event-types/event-types.server";
import { notify } from "../notifications/notify.server";
import { holdMembers } from "../workspaces/members.server";
import { ask, insertAskings, mailsWithAskings, replaceAskings } from "./ask-hosts.server";
import { mayReassign, type Actor, type Attendee, type Booking } from "./booking";
import { findBooking } from "./bookings.server";
import { lockBooking } from "./change-status.server";
import { insertClaims, lockForCounting, settle, SlotTaken } from "./claim.server";
import { recordMove } from "./record-move.server";
import { mayAnswer } from "./rsvp";
import { asksEach } from "./rsvps.server";
import { findSuccessor, handoverQuestion } from "./successors.server";
import { mailTo } from "./tell.server";

type Handover = {
  booking: Booking;
  /** User ids: whose place is taken, and by whom. */
  from: string;
  to: string;
  actor: Actor;
  reason?: string;
  now: number;
};

export type ReassignResult =
  | { ok: true; booking: Booking }
  | { ok: false; reason: "not_changeable" | "not_a_host" | "not_a_successor"; booking: Booking }
  | { ok: false; reason: "slot_unavailable"; code: Reason };

/**
 * Hands a host's place in a booking to another member, with its claim, at the same time and with the same answer; of all
 * hands the successor is asked, unless the meeting stands with the yes of whoever was there before. They must have hours,
 * room under the limits, and be free.
 */
export function reassign(handover: Handover): Promise<ReassignResult> {
  return settle(() => db.transaction((tx) => handOver(tx, handover)));
}

async function handOver(tx: Transaction, { booking: wanted, from, to, actor, reason, now }: Handover) {
  await lockForCounting(tx, wanted.eventTypeId);
  await holdMembers(tx, wanted.workspaceId, [to]);
  const eventType = (await holdEventType(tx, wanted.workspaceId, wanted.eventTypeId))!;
  const booking = await lockBooking(tx, wanted);
  if (!mayReassign(booking, now)) return { ok: false, reason: "not_changeable", booking } as const;
  const predecessor = hostWith(booking, from);
  if (!predecessor) return { ok: false, reason: "not_a_host", booking } as const;
  const successor = await findSuccessor(tx, eventType, booking, to);
  if (!successor || hostWith(booking, successor.userId))
    return { ok: false, reason: "not_a_successor", booking } as const;

  const heir = successor.userId;
  await giveClaim(tx, { booking, eventType, from, to: heir, now });
  const { workspaceId, id } = booking;
  await tx
    .update(bookings)
    .set({
      hostId: booking.hostId === from ? heir : booking.hostId,
      // A link that the calendar of the one before made ends with their event.
      ...(booking.hostId === from && isLinkMade(booking.locationType) && { meetingUrl: null }),
      sequence: booking.sequence + 1,
      updatedAt: new Date(now),
    })
    .where(and(eq(bookings.workspaceId, workspaceId), eq(bookings.id, id)));
  const isAskedEach = await asksEach(booking, tx);
  const isSettled = booking.status === "confirmed" && predecessor.status === "confirmed";
  const isAsked = isAskedEach && !isSettled && mayAnswer(booking, now);
  const status = isAsked ? "pending" : predecessor.status;
  await tx
    .update(bookingAttendees)
    .set({ userId: heir, name: successor.name, email: successor.email, status, respondedAt: null })
    .where(and(eq(bookingAttendees.workspaceId, workspaceId), eq(bookingAttendees.id, predecessor.id)));
  await recordMove(tx, { booking, move: "reassigned", actor, reason, hostBefore: from, hostAfter: heir, now });
  const handed = (await findBooking(workspaceId, id, tx))!;
  const askings = isAsked ? [ask(hostWith(handed, heir)!)] : [];
  if (isAskedEach) await replaceAskings(tx, booking, [predecessor], now);
  await insertAskings(tx, booking, askings, now);
  const about = {
    reason,
    hostBefore: predecessor.name,
    hostAfter: successor.name,
    successor: successor.email,
    ledBefore: booking.hostId === from,
  };
  await notify(tx, [
    ...mailsWithAskings(handed, "reassigned", askings, about),
    mailTo(handed, "booking_unassigned_host", predecessor, about),
  ]);
  return { ok: true, booking: handed } as const;
}

type Claim = { booking: Booking; eventType: EventType; from: string; to: string; now: number };

async function giveClaim(tx: Transaction, { booking, eventType, from, to, now }: Claim) {
  const { workspaceId, id, start } = booking;
  const question = handoverQuestion(eventType, booking, now);
  const { rules, mode, hosts } = await loadHosts({ ...question, hostIds: [to] }, tx);
  const answers = hostsFreeAt(rules, hosts, mode, start, question.now);
  if (!isOffered(answers, mode)) throw new SlotTaken(reasonToTell(answers, mode));
  await tx
    .delete(claims)
    .where(and(eq(claims.workspaceId, workspaceId), eq(claims.bookingId, id), eq(claims.hostId, from)));
  await insertClaims(tx, { workspaceId, bookingId: id, hostIds: [to], rules, start });
}

function hostWith({ attendees }: Booking, userId: string): Attendee | undefined {
  return attendees.find((attendee) => attendee.kind === "host" && attendee.userId === userId);
}
