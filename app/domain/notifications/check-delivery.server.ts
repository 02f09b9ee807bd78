import { and, eq } from "drizzle-orm";
import { db } from "~db/client";
import { notifications } from "~db/schema";
import { mailService } from "~/integrations/mail-service.server";

/**
 * Asks the mail service what became of a mail that it took. Asked for, because an instance at home is not reached by
 * anybody who would tell it.
 */
export async function checkDelivery({ notificationId, round }: { notificationId: string; round: number }, now: number) {
  const isSent = and(
    eq(notifications.id, notificationId),
    eq(notifications.round, round),
    eq(notifications.state, "sent"),
  );
  const [row] = await db.select({ providerId: notifications.providerId }).from(notifications).where(isSent);
  const fate = row?.providerId ? await mailService?.findFate(row.providerId) : null;
  if (!fate) return;
  await db
    .update(notifications)
    .set(fate.isLost ? { state: "bounced", lastError: fate.said, finishedAt: new Date(now) } : { answer: fate.said })
    .where(isSent);
}
