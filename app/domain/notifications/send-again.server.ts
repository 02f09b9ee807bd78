import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { addJobs } from "~db/queue";
import { notifications } from "~db/schema";
import { record, type Actor } from "../audit/audit.server";
import { findBooking } from "../bookings/bookings.server";
import { isUuid } from "../fields";
import { BookingPayload, isBookingKind, isStillTrue } from "./notification";
import { mailJobs } from "./notify.server";

type Wish = { workspaceId: string; bookingId: string; notificationId: string; actor: Actor; now: number };

export type SendAgainResult = { ok: true } | { ok: false; reason: "not_found" | "not_failed" | "overtaken" };

/** Has a mail sent once more that failed or came back: written anew, and a new one for the mail service. */
export async function sendAgain(wish: Wish): Promise<SendAgainResult> {
  const { workspaceId, bookingId, notificationId, actor, now } = wish;
  if (!isUuid(notificationId)) return { ok: false, reason: "not_found" };
  return db.transaction(async (tx) => {
    const refusal = await refusalOf(tx, wish);
    if (refusal) return { ok: false, reason: refusal };
    const [again] = await tx
      .update(notifications)
      .set({
        state: "queued",
        round: sql`${notifications.round} + 1`,
        attempts: 0,
        lastError: null,
        nextTryAt: new Date(now),
        providerId: null,
        answer: null,
        finishedAt: null,
      })
      .where(isIt(wish))
      .returning({ notificationId: notifications.id, kind: notifications.kind, round: notifications.round });
    await tx.execute(sql`select ${addJobs(mailJobs(sql`notifications where id = ${notificationId}`))}`);
    await record(tx, { workspaceId, actor, action: "notification.sent_again", subjectId: bookingId, details: again });
    return { ok: true };
  });
}

/** Holds the mail, so that of two wishes at once the second sees what the first one did. */
async function refusalOf(tx: Transaction, wish: Wish) {
  const [mail] = await tx.select().from(notifications).where(isIt(wish)).for("update");
  const booking = mail && (await findBooking(wish.workspaceId, wish.bookingId, tx));
  if (!booking || !isBookingKind(mail.kind)) return "not_found";
  if (mail.state !== "failed" && mail.state !== "bounced") return "not_failed";
  const { kind, recipient } = mail;
  const asked = { kind, recipient, payload: BookingPayload.parse(mail.payload) };
  return isStillTrue(asked, booking, wish.now) ? null : "overtaken";
}

function isIt({ workspaceId, bookingId, notificationId }: Wish) {
  return and(
    eq(notifications.workspaceId, workspaceId),
    eq(notifications.bookingId, bookingId),
    eq(notifications.id, notificationId),
  );
}
