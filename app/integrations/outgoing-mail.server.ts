export type Person = { name: string; address: string };

/** A written mail on its way to a mail service. */
export type OutgoingMail = {
  /** Names the mail to the service: one that can tell duplicates takes one mail for each key. */
  key: string;
  to: Person;
  replyTo: Person | null;
  subject: string;
  html: string;
  text: string;
  ics: string | null;
};

/** What a service made of a mail. `not_taken`: certainly not, and it may be later. `unknown`: it may have been taken. */
export type Outcome =
  | { kind: "taken"; answer: string; providerId: string | null }
  | { kind: "refused"; error: string }
  | { kind: "not_taken"; error: string; retryAfter?: number }
  | { kind: "unknown"; error: string };

/** What became of a mail after it was taken. `isLost`: its reader will not see it. */
export type Fate = { isLost: boolean; said: string };

export type MailService = {
  name: "resend" | "smtp";
  /** For how many milliseconds handing over the same key again makes no second mail; 0 where it always does. */
  keyLifetime: number;
  /** Never throws, and never waits for ever. */
  deliver(mail: OutgoingMail): Promise<Outcome>;
  /** Null where the service does not say. Throws when it cannot be asked. */
  findFate(providerId: string): Promise<Fate | null>;
};

/** Machines that answer mail, such as with "I am on holiday", leave out mail that says so (RFC 3834). */
export const automaticHeaders = { "Auto-Submitted": "auto-generated" };

export const calendarFileName = "invite.ics";

/** The method inside a calendar file, which the part that carries it has to name as well. */
export function calendarMethod(ics: string): string {
  return /^METHOD:(\w+)/m.exec(ics)?.[1] ?? "PUBLISH";
}
