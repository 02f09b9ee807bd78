import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { bookingAttendees } from "~db/schema";
import { notify } from "../notifications/notify.server";
import { mayConfirm, mayDecline, type Actor, type Booking } from "./booking";
import type { ChangeResult } from "./cancel.server";
import { changeStatus, lockBooking } from "./change-status.server";
import { recordMove } from "./record-move.server";
import { scheduleReminder } from "./remind.server";
import { doneBy, mailsAbout, tellEverybody } from "./tell.server";

type Answer = { booking: Pick<Booking, "workspaceId" | "id">; actor: Actor; now: number };

/** Accepts a request. Of two answers at once the first one counts, and the second is told so. */
export async function confirm({ booking: wanted, actor, now }: Answer): Promise<ChangeResult> {
  return db.transaction(async (tx) => {
    const booking = await lockBooking(tx, wanted);
    if (!mayConfirm(booking, now)) return { ok: false, reason: "not_changeable", booking };
    await answerForHosts(tx, booking, "confirmed", now);
    const confirmed = await changeStatus(tx, booking, { status: "confirmed", now });
    await recordMove(tx, { booking, move: "confirmed", actor, now });
    await scheduleReminder(tx, confirmed, now);
    await tellEverybody(tx, confirmed, "confirmed");
    return { ok: true, booking: confirmed };
  });
}

/** Turns a request down and gives its time back. */
export async function decline({
  booking: wanted,
  reason,
  actor,
  now,
}: Answer & { reason: string }): Promise<ChangeResult> {
  return db.transaction(async (tx) => {
    const booking = await lockBooking(tx, wanted);
    if (!mayDecline(booking)) return { ok: false, reason: "not_changeable", booking };
    await answerForHosts(tx, booking, "declined", now);
    const declined = await changeStatus(tx, booking, { status: "cancelled", cancellationReason: reason || null, now });
    await recordMove(tx, { booking, move: "declined", actor, reason, startBefore: booking.start, now });
    await tellOfDecline(tx, declined, actor, { reason, ...doneBy(actor, booking) });
    return { ok: true, booking: declined };
  });
}

/**
 * The invitee is told that it was declined, everybody else whom it concerns that it is off: the other hosts, and of what had
 * been a meeting before whoever may have it in a calendar.
 */
async function tellOfDecline(
  tx: Transaction,
  declined: Booking,
  actor: Actor,
  about: Parameters<typeof mailsAbout>[2],
) {
  const isKnown = declined.confirmedAt !== null;
  const decliner = declined.attendees.find((each) => actor.kind === "user" && each.userId === actor.userId);
  const others = mailsAbout(declined, "cancelled", about).filter(({ kind, recipient }) =>
    kind === "booking_cancelled_host" ? isKnown || recipient !== decliner?.email : kind !== "booking_cancelled_invitee",
  );
  await notify(tx, [...mailsAbout(declined, "declined", about), ...others]);
}

async function answerForHosts(tx: Transaction, booking: Booking, status: "confirmed" | "declined", now: number) {
  await tx
    .update(bookingAttendees)
    .set({ status, respondedAt: new Date(now) })
    .where(
      and(
        eq(bookingAttendees.workspaceId, booking.workspaceId),
        eq(bookingAttendees.bookingId, booking.id),
        eq(bookingAttendees.kind, "host"),
      ),
    );
}
