import type { Booking } from "../bookings/booking";
import { isOpenFor, mayAnswer } from "../bookings/rsvp";
import type { BookingPayload } from "./payloads";

export * from "./payloads";

/** Mails about no booking: all that their words need is in their payload. */
export const plainKinds = [
  "verify_email",
  "reset_password",
  "member_invitation",
  "time_requested_host",
  "time_requested_invitee",
  "one_time_link",
  "broken_connection",
  "webhook_trouble",
] as const;
export const bookingKinds = [
  "booking_requested_invitee",
  "booking_requested_host",
  "booking_rsvp_host",
  "booking_answered_host",
  "booking_confirmed_invitee",
  "booking_confirmed_host",
  "booking_confirmed_guest",
  "booking_declined_invitee",
  "booking_rescheduled_invitee",
  "booking_rescheduled_host",
  "booking_rescheduled_guest",
  "booking_reassigned_invitee",
  "booking_reassigned_host",
  "booking_reassigned_guest",
  "booking_unassigned_host",
  "booking_cancelled_invitee",
  "booking_cancelled_host",
  "booking_cancelled_guest",
  "booking_reminder_invitee",
  "booking_reminder_guest",
  "booking_followup_invitee",
] as const;

export type PlainKind = (typeof plainKinds)[number];
export type BookingKind = (typeof bookingKinds)[number];
export type NotificationKind = PlainKind | BookingKind;

export function isBookingKind(kind: string): kind is BookingKind {
  return (bookingKinds as readonly string[]).includes(kind);
}

/** A written mail, as it is kept and sent. `ics` is the text of the attached invitation, `replyTo` the other side. */
export type Mail = {
  subject: string;
  html: string;
  text: string;
  ics: string | null;
  replyTo: { name: string; address: string } | null;
};

/** One mail to write: to whom, about what. The same `dedupeKey` never makes a second one. */
export type NewNotification = {
  kind: NotificationKind;
  recipient: string;
  recipientName: string;
  workspaceId: string | null;
  bookingId: string | null;
  payload?: Record<string, unknown>;
  dedupeKey: string;
};

type Asked = { kind: BookingKind; recipient: string; payload: Pick<BookingPayload, "sequence" | "start"> };
type Present = Pick<Booking, "status" | "sequence" | "start" | "attendees">;

/** Whether a booking mail still says what is so. One that has been overtaken is not sent: its successor is on its way. */
export function isStillTrue({ kind, recipient, payload }: Asked, booking: Present, now: number) {
  const [, change] = kind.split("_");
  const { status, attendees } = booking;
  const isPresent = booking.sequence === payload.sequence;
  const isLive = status === "pending" || status === "confirmed";
  switch (change) {
    case "requested":
      return isPresent && status === "pending";
    case "rsvp":
      // Another host's place may change hands meanwhile, which raises the sequence and changes nothing for this one.
      return mayAnswer(booking, now) && payload.start === booking.start && isOpenFor(booking, recipient);
    case "confirmed":
      return isPresent && status === "confirmed";
    case "answered":
    case "rescheduled":
    case "reassigned":
      return isPresent && isLive;
    case "reminder":
      return status === "confirmed" && payload.start === booking.start && now < booking.start;
    case "followup":
      return status === "completed" && attendees.every((each) => each.kind !== "invitee" || !each.isNoShow);
    case "unassigned":
      // Whoever got it back must not lose it from their calendar.
      return !attendees.some((each) => each.kind === "host" && each.email === recipient);
    default:
      return status === "cancelled";
  }
}
