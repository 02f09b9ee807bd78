import { z } from "zod";
import type { Booking } from "../bookings/booking";

export const accountKinds = ["verify_email", "reset_password", "member_invitation"] as const;
export const bookingKinds = [
  "booking_requested_invitee",
  "booking_requested_host",
  "booking_confirmed_invitee",
  "booking_confirmed_host",
  "booking_confirmed_guest",
  "booking_declined_invitee",
  "booking_rescheduled_invitee",
  "booking_rescheduled_host",
  "booking_rescheduled_guest",
  "booking_cancelled_invitee",
  "booking_cancelled_host",
  "booking_cancelled_guest",
] as const;

export type AccountKind = (typeof accountKinds)[number];
export type BookingKind = (typeof bookingKinds)[number];
export type NotificationKind = AccountKind | BookingKind;

export function isBookingKind(kind: string): kind is BookingKind {
  return (bookingKinds as readonly string[]).includes(kind);
}

/** What the words of a mail need beside the booking, by kind. */
export const TokenPayload = z.object({ token: z.string(), language: z.string().optional() });

export const InvitationPayload = z.object({
  token: z.string(),
  workspaceName: z.string(),
  inviterName: z.string(),
  role: z.string(),
  language: z.string().optional(),
});

export type TokenPayload = z.infer<typeof TokenPayload>;
export type InvitationPayload = z.infer<typeof InvitationPayload>;

export const BookingPayload = z.object({
  /** The booking's sequence when the mail was asked for: a later one makes most mails untrue. */
  sequence: z.number().int(),
  startBefore: z.number().optional(),
  reason: z.string().nullish(),
  /** Missing where nobody did it: time did. */
  byHost: z.boolean().optional(),
});

export type BookingPayload = z.infer<typeof BookingPayload>;

/** A written mail, as it is kept and sent. `ics` is the text of the attached invitation. */
export type Mail = { subject: string; html: string; text: string; ics: string | null };

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

/** Whether a booking mail still says what is so. One that has been overtaken is not sent: its successor is on its way. */
export function isStillTrue(kind: BookingKind, sequence: number, booking: Pick<Booking, "status" | "sequence">) {
  const isPresent = booking.sequence === sequence;
  if (kind.startsWith("booking_requested")) return isPresent && booking.status === "pending";
  if (kind.startsWith("booking_confirmed")) return isPresent && booking.status === "confirmed";
  if (kind.startsWith("booking_rescheduled")) {
    return isPresent && (booking.status === "pending" || booking.status === "confirmed");
  }
  return booking.status === "cancelled";
}
