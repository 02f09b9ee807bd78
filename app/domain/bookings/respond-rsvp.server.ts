import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { bookingAttendees, bookingRsvps, claims } from "~db/schema";
import { notify } from "../notifications/notify.server";
import { hostsOf, type Booking } from "./booking";
import { findBooking } from "./bookings.server";
import { lockBooking } from "./change-status.server";
import { passLead } from "./pass-lead.server";
import { recordMove } from "./record-move.server";
import { bearsAnotherNo, stateOfAsking, type Answer, type AskingState } from "./rsvp";
import { findAsking, type AskingRow } from "./rsvps.server";
import { settleByQuorum } from "./settle-request.server";
import { mailTo } from "./tell.server";

type Response = { answer: Answer; comment: string; now: number };

export type RespondResult =
  | { ok: true; booking: Booking }
  | { ok: false; reason: Exclude<AskingState, "open">; booking: Booking; said: Answer | null };

/**
 * A host of all hands answers by the key that they were mailed. The meeting's status follows in the same transaction. Of
 * two answers by one key the first one counts. Null: the key opens nothing.
 */
export async function respondRsvp({ token, ...response }: Response & { token: string }): Promise<RespondResult | null> {
  const found = await findAsking(token);
  if (!found) return null;
  return db.transaction(async (tx) => {
    const booking = await lockBooking(tx, { workspaceId: found.workspaceId, id: found.bookingId });
    const asking = await findAsking(token, tx);
    return asking && answerAsking(tx, { booking, asking, ...response });
  });
}

/** `booking` is locked, and `asking` was read after that. */
export async function answerAsking(
  tx: Transaction,
  { booking, asking, answer, comment, now }: Response & { booking: Booking; asking: AskingRow },
): Promise<RespondResult> {
  const state = stateOfAsking(asking, booking, now);
  if (state !== "open") return { ok: false, reason: state, booking, said: asking.response };
  const { workspaceId, id: bookingId } = booking;
  const { attendeeId } = asking;
  const host = hostsOf(booking).find(({ id }) => id === attendeeId)!;
  const userId = host.userId!;
  const respondedAt = new Date(now);
  await tx
    .update(bookingRsvps)
    .set({ response: answer, comment, respondedAt })
    .where(and(eq(bookingRsvps.workspaceId, workspaceId), eq(bookingRsvps.id, asking.id)));
  await tx
    .update(bookingAttendees)
    .set({ status: answer === "accepted" ? "confirmed" : "declined", respondedAt })
    .where(and(eq(bookingAttendees.workspaceId, workspaceId), eq(bookingAttendees.id, attendeeId)));
  const move = answer === "accepted" ? "host_accepted" : "host_declined";
  await recordMove(tx, { booking, move, actor: { kind: "user", userId }, reason: comment, now });
  if (answer === "declined") {
    await tx
      .delete(claims)
      .where(and(eq(claims.workspaceId, workspaceId), eq(claims.bookingId, bookingId), eq(claims.hostId, userId)));
    // One that stands already keeps the organizer whom its calendar entries name; one that is lost needs none.
    const needsLead = userId === booking.hostId && booking.status === "pending" && bearsAnotherNo(booking);
    if (needsLead) await passLead(tx, booking);
  }
  const answered = (await findBooking(workspaceId, bookingId, tx))!;
  const settled = await settleByQuorum(tx, answered, { from: host, comment, now });
  if (!settled && userId !== answered.hostId) {
    const mail = mailTo(answered, "booking_answered_host", answered.host, {
      answeredBy: host.name,
      answer,
      reason: comment,
    });
    // One for each answer, of which several may come between two changes of the meeting.
    await notify(tx, [{ ...mail, dedupeKey: `${asking.id}/${mail.kind}` }]);
  }
  return { ok: true, booking: settled ?? answered };
}
