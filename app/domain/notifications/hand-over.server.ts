import { mailService } from "~/integrations/mail-service.server";
import { begin, fail, keep, noteTaken, postpone } from "./mail-state.server";
import type { Mail } from "./notification";
import type { Due } from "./send.server";
import type { Turn } from "./tries";

type Ready = Pick<Due, "recipient" | "recipientName" | "written"> & { mail: Mail };

export type Loss = "refused" | "unknown" | "not_taken";

/** Hands a mail to the mail service, or keeps it where there is none. Tells how it went wrong; the mail's row knows why. */
export async function handOver(turn: Turn, ready: Ready, now: number): Promise<Loss | null> {
  if (!mailService) {
    await keep(turn, ready.mail, now);
    return null;
  }
  if (!(await begin(turn, ready.mail, mailService.name, now))) return null;
  const key = `${turn.notificationId}.${turn.round}`;
  const to = { name: ready.recipientName, address: ready.recipient };
  const outcome = await mailService.deliver({ ...ready.mail, key, to });
  if (outcome.kind === "taken") {
    await noteTaken(turn, outcome, now);
    return null;
  }
  if (outcome.kind === "refused") await fail(turn, outcome.error, now);
  else if (outcome.kind === "unknown" && mailService.keyLifetime === 0)
    await fail(turn, `It may have arrived. ${outcome.error}`, now);
  // That it was not taken now says nothing about the tries before.
  else await postpone(turn, { ...outcome, kind: ready.written ? "unknown" : outcome.kind }, now);
  return outcome.kind;
}
