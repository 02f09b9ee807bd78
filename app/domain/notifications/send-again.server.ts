import { and, eq, inArray, sql } from "drizzle-orm";
import { db } from "~db/client";
import { addJobs } from "~db/queue";
import { notifications } from "~db/schema";
import { record, type Actor } from "../audit/audit.server";
import { isUuid } from "../fields";
import { mailJobs } from "./notify.server";

type Wish = { workspaceId: string; bookingId: string; notificationId: string; actor: Actor; now: number };

export type SendAgainResult = { ok: true } | { ok: false; reason: "not_found" | "not_failed" };

/** Has a mail sent once more that failed or came back: written anew, and a new one for the mail service. */
export async function sendAgain({
  workspaceId,
  bookingId,
  notificationId,
  actor,
  now,
}: Wish): Promise<SendAgainResult> {
  if (!isUuid(notificationId)) return { ok: false, reason: "not_found" };
  const isIt = and(
    eq(notifications.workspaceId, workspaceId),
    eq(notifications.bookingId, bookingId),
    eq(notifications.id, notificationId),
  );
  return db.transaction(async (tx) => {
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
      .where(and(isIt, inArray(notifications.state, ["failed", "bounced"])))
      .returning({ kind: notifications.kind, round: notifications.round });
    if (!again) {
      const isKnown = (await tx.$count(notifications, isIt)) > 0;
      return { ok: false, reason: isKnown ? "not_failed" : "not_found" } as const;
    }
    await tx.execute(sql`select ${addJobs(mailJobs(sql`notifications where id = ${notificationId}`))}`);
    const details = { notificationId, ...again };
    await record(tx, { workspaceId, actor, action: "notification.sent_again", subjectId: bookingId, details });
    return { ok: true } as const;
  });
}
