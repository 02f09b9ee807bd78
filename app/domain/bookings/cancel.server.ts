import { db } from "~db/client";
import { mayCancel, type Actor, type Booking } from "./booking";
import { changeStatus, lockBooking } from "./change-status.server";
import { lacksReason, policyRefusal, type PolicyRefusal } from "./invitee-policy";
import { recordMove } from "./record-move.server";
import { scheduleReminder } from "./remind.server";
import { doneBy, tellEverybody } from "./tell.server";

type Cancelling = { booking: Pick<Booking, "workspaceId" | "id">; reason: string; actor: Actor; now: number };

type Refusal = { ok: false; reason: "not_changeable" | PolicyRefusal; booking: Booking };

export type ChangeResult = { ok: true; booking: Booking } | Refusal;

type CancelResult = { ok: true; booking: Booking; isChanged: boolean } | Refusal;

/** Cancels and gives the time back at once. Cancelling what is cancelled changes nothing and is no error. */
export async function cancel({ booking: wanted, reason, actor, now }: Cancelling): Promise<CancelResult> {
  return db.transaction(async (tx) => {
    const booking = await lockBooking(tx, wanted);
    if (booking.status === "cancelled") return { ok: true, booking, isChanged: false };
    if (!mayCancel(booking, now)) return { ok: false, reason: "not_changeable", booking };
    const refusal = actor.kind === "invitee" ? inviteeRefusal(booking, reason, now) : null;
    if (refusal) return { ok: false, reason: refusal, booking };
    const cancelled = await changeStatus(tx, booking, { status: "cancelled", cancellationReason: reason || null, now });
    await recordMove(tx, { booking, move: "cancelled", actor, reason, startBefore: booking.start, now });
    await scheduleReminder(tx, cancelled, now);
    await tellEverybody(tx, cancelled, "cancelled", { reason, ...doneBy(actor, booking) });
    return { ok: true, booking: cancelled, isChanged: true };
  });
}

function inviteeRefusal(booking: Booking, reason: string, now: number): PolicyRefusal | null {
  return policyRefusal(booking, "cancel", now) ?? (lacksReason(booking, reason) ? "reason_required" : null);
}
