import { z } from "zod";
import { nameField } from "../accounts/account";
import type { Quorum } from "../event-types/event-type";
import { emailField, instantField, line, paragraph, zoneField } from "../fields";
import type { Question } from "../templates/question";
import type { InviteePolicy } from "./invitee-policy";

export type BookingStatus = "pending" | "confirmed" | "cancelled" | "completed";

export type Attendee = {
  id: string;
  userId: string | null;
  kind: "host" | "invitee" | "guest";
  name: string;
  email: string;
  status: "pending" | "confirmed" | "declined";
  isNoShow: boolean;
};

/** One appointment. Instants are epoch milliseconds. */
export type Booking = {
  workspaceId: string;
  id: string;
  number: number;
  uid: string;
  eventTypeId: string;
  hostId: string;
  /** The client whose session it is; null where the invitee needs no account. */
  clientId: string | null;
  inviteeName: string;
  inviteeEmail: string;
  start: number;
  end: number;
  timezone: string;
  locale: string;
  status: BookingStatus;
  /** When it first became a meeting; null for a request that never was one. */
  confirmedAt: number | null;
  notes: string;
  /** By the ids of the questions, where there were some. */
  answers: Answers;
  /** What was asked, as it was then; null where nothing was. */
  templateVersionId: string | null;
  questions: Question[] | null;
  locationType: string;
  locationValue: string;
  meetingUrl: string | null;
  /** The UID of its invitations where that is a calendar provider's; else its id is. The same for life. */
  icalUid: string | null;
  sequence: number;
  cancellationReason: string | null;
  /** What the program that made it keeps with it. */
  metadata: Record<string, string>;
  attendees: Attendee[];
  createdAt: number;
  updatedAt: number;
  eventType: {
    name: string;
    slug: string;
    policy: InviteePolicy;
    rsvpQuorum: Quorum;
    /** Whether a mail follows the meeting, for the event type or for the template. */
    emailFollowupEnabled: boolean;
    /** It has no page of its own. */
    isLinkOnly: boolean;
    /** It is what clients book with its host. */
    isSession: boolean;
  };
  host: { name: string; email: string; timezone: string };
  workspace: { name: string; slug: string };
  /** Through whose page it was booked, as long as there is such a team. */
  team: { name: string; slug: string } | null;
  /** The evergreen link that it was booked through, as long as there is one. */
  link: { title: string; token: string; isActive: boolean } | null;
};

export type Answers = Record<string, string | number | boolean | string[]>;

/** Whose time it takes. */
export function hostIdsOf(booking: Pick<Booking, "attendees">): string[] {
  return booking.attendees.flatMap((each) => (each.kind === "host" && each.userId ? [each.userId] : []));
}

export function hostsOf(booking: Pick<Booking, "attendees">): Attendee[] {
  return booking.attendees.filter((attendee) => attendee.kind === "host");
}

/** Who makes a move. An invitee needs no account: whoever has the meeting's address may make theirs. */
export type { Actor } from "../audit/audit.server";

const answer = z.union(
  [
    paragraph("An answer", 2000),
    z.number(),
    z.boolean(),
    z.array(paragraph("An answer", 200)).max(50, "An answer takes 50 choices at most."),
  ],
  { error: "An answer is a text, a number, true or false, or a list of texts." },
);

const answersField = z
  .record(line("A question", 100), answer, { error: wrongAnswers })
  .refine((answers) => Object.keys(answers).length <= 50, "There are more than 50 answers.");

function wrongAnswers({ code }: { code: string }) {
  return code === "invalid_key"
    ? "A question is 1 to 100 characters, none of them invisible."
    : "The answers are an object.";
}

const guestsField = z
  .array(emailField, { error: "The guests are a list of email addresses." })
  .max(10, "10 guests at most.")
  .transform((guests) => [...new Map(guests.map((guest) => [guest.toLowerCase(), guest])).values()]);

export const minutesField = z
  .number({ error: "The length is a number of minutes." })
  .int("The length is a whole number of minutes.")
  .min(5, "The length is 5 minutes or more.")
  .max(1440, "The length is 1440 minutes at most.");

/** What the invitee wrote, and hosts may change. */
export const notesField = paragraph("The note", 2000);

/** What an invitee sends, by form and by API alike. */
export const BookFields = z.strictObject({
  start: instantField,
  timezone: zoneField,
  name: nameField,
  email: emailField,
  notes: notesField.default(""),
  duration_minutes: minutesField.optional(),
  answers: answersField.default({}),
  guests: guestsField.default([]),
});

export const BookInput = BookFields.transform(toBookInput);
export type BookInput = z.output<typeof BookInput>;

export function toBookInput({ duration_minutes, ...rest }: z.output<typeof BookFields>) {
  return { ...rest, durationMinutes: duration_minutes };
}

export const reasonField = paragraph("The reason", 500);

/** pending → confirmed | cancelled, confirmed → completed | cancelled; the other two are final. */
const moves: Record<BookingStatus, readonly BookingStatus[]> = {
  pending: ["confirmed", "cancelled"],
  confirmed: ["completed", "cancelled"],
  cancelled: [],
  completed: [],
};

export function canBecome(from: BookingStatus, to: BookingStatus) {
  return moves[from].includes(to);
}

/** Until it ends: who is late must still be able to say that they won't come. */
export function mayCancel(booking: Pick<Booking, "status" | "end">, now: number) {
  return canBecome(booking.status, "cancelled") && now < booking.end;
}

/** A request can be accepted until it would begin; then it is cancelled by itself. */
export function mayConfirm(booking: Pick<Booking, "status" | "start">, now: number) {
  return booking.status === "pending" && now < booking.start;
}

/** A request can be turned down as long as it waits. */
export function mayDecline(booking: Pick<Booking, "status">) {
  return booking.status === "pending";
}

export function mayReschedule(booking: Pick<Booking, "status" | "end">, now: number) {
  return mayCancel(booking, now);
}

/** Handing a meeting to somebody else takes as long as moving it does. */
export function mayReassign(booking: Pick<Booking, "status" | "end">, now: number) {
  return mayCancel(booking, now);
}

/** Whether somebody came shows once it has begun. */
export function mayMarkNoShow(booking: Pick<Booking, "status" | "start">, now: number) {
  return (booking.status === "confirmed" || booking.status === "completed") && now >= booking.start;
}
