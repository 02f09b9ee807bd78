import { Resend, type ErrorResponse } from "resend";
import {
  automaticHeaders,
  calendarFileName,
  calendarMethod,
  type Fate,
  type MailService,
  type Outcome,
  type OutgoingMail,
  type Person,
} from "./outgoing-mail.server";
import { retryAfter } from "./retry-after.server";

const patience = 30_000;
const hour = 60 * 60 * 1000;

/** What `last_event` says of a mail that its reader will not see, in words. */
const losses: Partial<Record<string, string>> = {
  bounced: "The recipient's mail server sent it back.",
  complained: "The recipient marked it as spam.",
  suppressed: "Resend does not write to this address: an earlier mail to it came back or was marked as spam.",
  failed: "Resend could not send it.",
  canceled: "It was cancelled at Resend.",
};

export function resendService({ apiKey, url, from }: { apiKey: string; url: string; from: string }): MailService {
  const resend = new Resend(apiKey, { baseUrl: url });

  async function deliver({ key, ...mail }: OutgoingMail): Promise<Outcome> {
    const { data, error, headers } = await resend.emails.send(
      {
        from,
        to: mailbox(mail.to),
        replyTo: mail.replyTo ? mailbox(mail.replyTo) : undefined,
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        headers: automaticHeaders,
        attachments: mail.ics === null ? undefined : [attachment(mail.ics)],
      },
      { idempotencyKey: key, signal: AbortSignal.timeout(patience) },
    );
    if (error) return outcomeOf(error, headers?.["retry-after"]);
    return { kind: "taken", answer: `Resend took it as ${data.id}.`, providerId: data.id };
  }

  async function findFate(providerId: string): Promise<Fate | null> {
    const { data, error } = await resend.emails.get(providerId, { signal: AbortSignal.timeout(patience) });
    // A key that may only send is told nothing, and Resend forgets a mail in the end.
    if (error && (error.name === "restricted_api_key" || error.statusCode === 404)) return null;
    if (error) throw new Error(`Resend does not say what became of a mail: ${error.message}`);
    const said = losses[data.last_event];
    return said ? { isLost: true, said } : { isLost: false, said: `Resend says: ${data.last_event}.` };
  }

  // Resend keeps a key for 24 hours; the last one of them is for clocks that differ.
  return { name: "resend", keyLifetime: 23 * hour, deliver, findFate };
}

function outcomeOf({ name, statusCode, message }: ErrorResponse, wait: string | undefined): Outcome {
  // The client hides why there was no answer, so even a mail that never left counts as one that may have arrived.
  if (statusCode === null) return { kind: "unknown", error: "Resend could not be reached, or did not answer in time." };
  const error = `Resend said ${statusCode}: ${message}`;
  if (name === "invalid_idempotent_request") return { kind: "refused", error: `It may have arrived. ${error}` };
  if (statusCode >= 500 || name === "concurrent_idempotent_requests") return { kind: "unknown", error };
  if (isAboutUs(statusCode, name)) return { kind: "not_taken", error, retryAfter: retryAfter(wait) };
  return { kind: "refused", error };
}

/** Of our key or our pace, which can be put right, and not of the mail. */
function isAboutUs(statusCode: number, name: ErrorResponse["name"]) {
  return statusCode === 401 || statusCode === 408 || statusCode === 429 || name === "invalid_api_key";
}

/** Resend attaches files only, so here a calendar file is no alternative of the text. */
function attachment(ics: string) {
  const contentType = `text/calendar; charset=utf-8; method=${calendarMethod(ics)}`;
  return { filename: calendarFileName, content: Buffer.from(ics), contentType };
}

function mailbox({ name, address }: Person) {
  const readable = name.replace(/[\p{Cc}"\\<>]/gu, " ").trim();
  return readable ? `"${readable}" <${address}>` : address;
}
