import { and, eq, inArray, sql } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { bookingAttendees, bookings, claims } from "~db/schema";
import { loadHosts } from "../availability/open-slots.server";
import { reasonToTell } from "../availability/reasons";
import { hostsFreeAt, isOffered, type Reason } from "../availability/slots";
import { findEventType, holdEventType } from "../event-types/event-types.server";
import { notify } from "../notifications/notify.server";
import { nearestSlots, type Slot } from "./alternatives.server";
import { askingsOf, insertAskings, mailsWithAskings, replaceAskings } from "./ask-hosts.server";
import { hostIdsOf, hostsOf, mayReschedule, type Actor, type Booking } from "./booking";
import { findBooking } from "./bookings.server";
import { lockBooking } from "./change-status.server";
import { insertClaims, lockForCounting, settle, SlotTaken } from "./claim.server";
import { lacksReason, policyRefusal, type PolicyRefusal } from "./invitee-policy";
import { recordMove } from "./record-move.server";
import { scheduleReminder } from "./remind.server";
import { beginning } from "./rsvp";
import { doneBy } from "./tell.server";

type Move = { booking: Booking; start: number; actor: Actor; reason?: string; now: number };

export type RescheduleResult =
  | { ok: true; booking: Booking; isChanged: boolean }
  | { ok: false; reason: "slot_unavailable"; code: Reason; alternatives: Slot[] }
  | { ok: false; reason: "not_changeable" | PolicyRefusal };

/**
 * Moves a booking and keeps its id, uid, length and hosts. It may overlap its own old time. Raises the sequence, and asks
 * for confirmation again where the event type does; of all hands everybody, except a host who moves it.
 */
export async function reschedule(move: Move): Promise<RescheduleResult> {
  const { booking, start, now } = move;
  const moved = await settle(() => db.transaction((tx) => moveIt(tx, move)));
  if (moved.ok || moved.reason !== "slot_unavailable") return moved;
  const eventType = (await findEventType(booking.workspaceId, booking.eventTypeId))!;
  const durationMinutes = (booking.end - booking.start) / 60_000;
  const hostIds = hostIdsOf(booking);
  const own = { ignoreBookingId: booking.id, except: booking.start };
  const wish = { eventType, durationMinutes, start, now, hostIds, ...own };
  const alternatives = await nearestSlots(wish);
  return { ...moved, alternatives };
}

async function moveIt(tx: Transaction, { booking: wanted, start, actor, reason, now }: Move) {
  await lockForCounting(tx, wanted.eventTypeId);
  const eventType = (await holdEventType(tx, wanted.workspaceId, wanted.eventTypeId))!;
  const booking = await lockBooking(tx, wanted);
  const { workspaceId, id } = booking;
  if (!mayReschedule(booking, now)) return { ok: false, reason: "not_changeable" } as const;
  const refusal = actor.kind === "invitee" ? inviteeRefusal(booking, reason, now) : null;
  if (refusal) return { ok: false, reason: refusal } as const;
  if (booking.start === start) return { ok: true, booking, isChanged: false } as const;

  const hostIds = hostIdsOf(booking);
  const durationMinutes = (booking.end - booking.start) / 60_000;
  const range = { from: start, to: start + 1 };
  const { rules, mode, hosts } = await loadHosts(
    { eventType, durationMinutes, range, now, hostIds, ignoreBookingId: id },
    tx,
  );
  const answers = hostsFreeAt(rules, hosts, mode, start, now);
  // It keeps all of its hosts, so every one of them must have hours and be free.
  if (hosts.length < hostIds.length || !isOffered(answers, "all")) throw new SlotTaken(reasonToTell(answers, "all"));

  const { status, accepted } = beginning({ eventType, hostIds, actor });
  const isFirstYes = status === "confirmed" && booking.confirmedAt === null;
  await tx.delete(claims).where(and(eq(claims.workspaceId, workspaceId), eq(claims.bookingId, id)));
  await tx
    .update(bookings)
    .set({
      startTime: new Date(start),
      endTime: new Date(start + (booking.end - booking.start)),
      status,
      ...(isFirstYes && { confirmedAt: new Date(now) }),
      sequence: booking.sequence + 1,
      updatedAt: new Date(now),
    })
    .where(and(eq(bookings.workspaceId, workspaceId), eq(bookings.id, id)));
  await tx
    .update(bookingAttendees)
    .set({
      status: sql`case when ${inArray(bookingAttendees.userId, accepted)} then 'confirmed' else 'pending' end`,
      respondedAt: null,
    })
    .where(
      and(
        eq(bookingAttendees.workspaceId, workspaceId),
        eq(bookingAttendees.bookingId, id),
        eq(bookingAttendees.kind, "host"),
      ),
    );
  await insertClaims(tx, { workspaceId, bookingId: id, hostIds, rules, start });
  await recordMove(tx, {
    booking,
    move: "rescheduled",
    actor,
    reason,
    startBefore: booking.start,
    startAfter: start,
    now,
  });
  const moved = (await findBooking(workspaceId, id, tx))!;
  await scheduleReminder(tx, moved, now);
  await replaceAskings(tx, booking, hostsOf(booking), now);
  const askings = askingsOf(eventType, moved.attendees);
  await insertAskings(tx, booking, askings, now);
  const about = { startBefore: booking.start, reason, ...doneBy(actor, booking) };
  await notify(tx, mailsWithAskings(moved, "rescheduled", askings, about));
  return { ok: true, booking: moved, isChanged: true } as const;
}

function inviteeRefusal(booking: Booking, reason: string | undefined, now: number): PolicyRefusal | null {
  return policyRefusal(booking, "reschedule", now) ?? (lacksReason(booking, reason ?? "") ? "reason_required" : null);
}
