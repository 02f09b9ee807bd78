import { writeMail } from "~/emails/mail";
import { keepNotification, loadNotification, noteFailure } from "~/domain/notifications/send.server";
import { env } from "~/env.server";

/** Reads what a mail is about as it is now, writes it, and keeps it. A second run finds nothing left to do. */
export async function sendNotification(id: string, { now, isLastTry }: { now: number; isLastTry: boolean }) {
  try {
    const about = await loadNotification(id, now);
    if (about) await keepNotification(id, writeMail(about, { appUrl: env.APP_URL, now }), now);
  } catch (error) {
    await noteFailure(id, error instanceof Error ? error.message : String(error), isLastTry);
    throw error;
  }
}
