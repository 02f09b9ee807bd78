import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { bookingAttendees } from "~db/schema";
import { mayConfirm, mayDecline, type Actor, type Booking } from "./booking";
import type { ChangeResult } from "./cancel.server";
import { lockBooking } from "./change-status.server";
import { answerAsking } from "./respond-rsvp.server";
import { mayAnswer, type Answer } from "./rsvp";
import { standingOf } from "./rsvps.server";
import { acceptRequest, turnDownRequest } from "./settle-request.server";

type Deed = { booking: Pick<Booking, "workspaceId" | "id">; actor: Actor; reason?: string; now: number };

/**
 * `isOwn`: of all hands, only the actor's own answer was given. `not_yours`: they have none to give. `answered`: they have
 * given it.
 */
export type AnswerResult =
  | { ok: true; booking: Booking; isOwn?: boolean }
  | Exclude<ChangeResult, { ok: true }>
  | { ok: false; reason: "not_yours" | "answered"; booking: Booking };

/**
 * Accepts a request; of all hands, says yes for the actor alone. Of two answers at once the first one counts, and the second
 * is told so.
 */
export async function confirm({ booking: wanted, actor, reason = "", now }: Deed): Promise<AnswerResult> {
  return db.transaction(async (tx) => {
    const booking = await lockBooking(tx, wanted);
    const own = await answerForOneself(tx, booking, { actor, answer: "accepted", comment: reason, now });
    if (own) return own;
    if (!mayConfirm(booking, now)) return { ok: false, reason: "not_changeable", booking };
    await answerForHosts(tx, booking, "confirmed", now);
    return { ok: true, booking: await acceptRequest(tx, booking, actor, now) };
  });
}

/** Turns a request down and gives its time back; of all hands, says no for the actor alone. */
export async function decline({ booking: wanted, actor, reason = "", now }: Deed): Promise<AnswerResult> {
  return db.transaction(async (tx) => {
    const booking = await lockBooking(tx, wanted);
    const own = await answerForOneself(tx, booking, { actor, answer: "declined", comment: reason, now });
    if (own) return own;
    if (!mayDecline(booking)) return { ok: false, reason: "not_changeable", booking };
    await answerForHosts(tx, booking, "declined", now);
    return { ok: true, booking: await turnDownRequest(tx, booking, { actor, reason, now }) };
  });
}

type Own = { actor: Actor; answer: Answer; comment: string; now: number };

/** Null where one host answers for the meeting. */
async function answerForOneself(tx: Transaction, booking: Booking, own: Own): Promise<AnswerResult | null> {
  const { actor, now, ...said } = own;
  const standing = await standingOf(booking, actor.kind === "user" ? actor.userId : "", tx);
  if (!standing) return null;
  if (!mayAnswer(booking, now)) return { ok: false, reason: "not_changeable", booking };
  if (standing.kind === "outsider") return { ok: false, reason: "not_yours", booking };
  if (standing.kind === "answered") return { ok: false, reason: "answered", booking };
  const done = await answerAsking(tx, { booking, asking: standing.asking, ...said, now });
  if (!done.ok) throw new Error("an asking that was open under the lock did not take its answer");
  return { ...done, isOwn: true };
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
