import { writeMail } from "~/emails/mail";
import { handOver, type Loss } from "~/domain/notifications/hand-over.server";
import { postpone } from "~/domain/notifications/mail-state.server";
import { loadNotification } from "~/domain/notifications/send.server";
import type { Turn } from "~/domain/notifications/tries";
import { env } from "~/env.server";

/** The address that mail comes from, without the name beside it. */
const sender = /<([^<>]+)>/.exec(env.MAIL_FROM)?.[1] ?? env.MAIL_FROM;

/** What hosts read of a failure that is ours. What it was is for the log. */
const unreadable = "Meridian could not read what this mail is about.";

/**
 * Reads what a mail is about as it is now, writes it, and sends it. A second run finds nothing left to do. Tells how it
 * went wrong on the way out; it is tried again by a job of its own, or given up.
 */
export async function sendNotification(turn: Turn, now: number): Promise<Loss | null> {
  const ready = await prepare(turn, now).catch(async (error: unknown) => {
    await postpone(turn, { kind: "not_tried", error: unreadable }, now);
    throw error;
  });
  return ready && handOver(turn, ready, now);
}

async function prepare(turn: Turn, now: number) {
  const due = await loadNotification(turn, now);
  return due && { ...due, mail: due.written ?? writeMail(due, { appUrl: env.APP_URL, sender, now }) };
}
