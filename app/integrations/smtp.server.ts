import { Readable } from "node:stream";
import nodemailer, { type NodemailerError, type SendMailOptions } from "nodemailer";
import {
  automaticHeaders,
  calendarFileName,
  calendarMethod,
  type MailService,
  type Outcome,
  type OutgoingMail,
} from "./outgoing-mail.server";

const limits = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 45_000, dnsTimeout: 15_000 };
const patience = 90_000;

export function smtpService({ url, from }: { url: string; from: string }): MailService {
  async function deliver(mail: OutgoingMail): Promise<Outcome> {
    let hasLeft = false;
    const transport = nodemailer.createTransport({ url, ...limits, disableFileAccess: true, disableUrlAccess: true });
    transport.use("stream", ({ message }, done) => {
      message.processFunc((content) => whenRead(content, () => (hasLeft = true)));
      done();
    });
    try {
      const { response } = await transport.sendMail({
        ...toMime(mail),
        from,
        // The same each time it is handed over, so that a reader's mail server can tell a duplicate.
        messageId: messageId(mail, from),
        signal: AbortSignal.timeout(patience),
      });
      return { kind: "taken", answer: response ?? "The mail server took it.", providerId: null };
    } catch (error) {
      return outcomeOf(error as NodemailerError, hasLeft);
    }
  }

  // A bounce is a mail to the sender, which nobody here reads.
  return { name: "smtp", keyLifetime: 0, deliver, findFate: async () => null };
}

/** A mail in the form in which SMTP carries it, headers first. */
export async function toMessage(mail: OutgoingMail, { from, date }: { from: string; date: Date }): Promise<string> {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  const { message } = await transport.sendMail({ ...toMime(mail), from, messageId: messageId(mail, from), date });
  return message.toString();
}

function messageId({ key }: OutgoingMail, from: string) {
  return `<${key}@${/@([^\s>]+)/.exec(from)?.[1] ?? "localhost"}>`;
}

/** The calendar file is both an alternative of the text, which calendars act on, and a file for everybody else. */
function toMime({ to, replyTo, subject, html, text, ics }: OutgoingMail): SendMailOptions {
  const icalEvent =
    ics === null ? undefined : { method: calendarMethod(ics), filename: calendarFileName, content: ics };
  return { to, replyTo: replyTo ?? undefined, subject, html, text, icalEvent, headers: automaticHeaders };
}

/** Tells when the content is asked for, which is once the server has said that it takes it. */
function whenRead(content: Readable, tell: () => void) {
  async function* read() {
    tell();
    yield* content;
  }
  return Readable.from(read(), { objectMode: false });
}

/** A connection that breaks after the content left says nothing about whether it was taken. */
function outcomeOf({ message, code, command, responseCode, permanent }: NodemailerError, hasLeft: boolean): Outcome {
  const error = `The mail server: ${message}`;
  if (responseCode === undefined) {
    if (hasLeft) return { kind: "unknown", error };
    return code === "EENVELOPE" || code === "EMESSAGE" ? { kind: "refused", error } : { kind: "not_taken", error };
  }
  // The greeting and the sign-in are about us, which can be put right; what comes after is about the mail.
  const isAboutMail = command === "MAIL FROM" || command === "RCPT TO" || command === "DATA";
  return isAboutMail && permanent ? { kind: "refused", error } : { kind: "not_taken", error };
}
