import { z } from "zod";
import type { Booking } from "../bookings/booking";

/** Mails about no booking: all that their words need is in their payload. */
export const plainKinds = [
  "verify_email",
  "reset_password",
  "member_invitation",
  "time_requested_host",
  "time_requested_invitee",
] as const;
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

/** What the words of a mail need beside the booking, by kind. */
export const TokenPayload = z.object({ token: z.string(), language: z.string().optional() });

export const InvitationPayload = z.object({
  token: z.string(),
  workspaceName: z.string(),
  inviterName: z.string(),
  role: z.string(),
  language: z.string().optional(),
});

/** "No time fits? Ask for one": to the host, and a copy to whoever asked. */
export const TimeRequestPayload = z.object({
  workspace: z.object({ name: z.string(), slug: z.string() }),
  eventType: z.object({ id: z.string(), name: z.string(), slug: z.string() }),
  hostName: z.string(),
  hostEmail: z.string(),
  /** Whoever asks, in whose zone and language. */
  name: z.string(),
  email: z.string(),
  timezone: z.string(),
  locale: z.string(),
  /** When it would suit them, in their own words. */
  wish: z.string(),
  /** The reader's zone where that is a host. */
  hostTimezone: z.string(),
});

export type TimeRequestPayload = z.infer<typeof TimeRequestPayload>;
export type TokenPayload = z.infer<typeof TokenPayload>;
export type InvitationPayload = z.infer<typeof InvitationPayload>;

export const BookingPayload = z.object({
  /** The booking's sequence when the mail was asked for: a later one makes most mails untrue. */
  sequence: z.number().int(),
  startBefore: z.number().optional(),
  reason: z.string().nullish(),
  /** Missing where nobody did it: time did. */
  byHost: z.boolean().optional(),
  /** Of a reminder: how long before the start. */
  hours: z.number().optional(),
  /** The names of whoever handed it over, and to whom. */
  hostBefore: z.string().optional(),
  hostAfter: z.string().optional(),
});

export type BookingPayload = z.infer<typeof BookingPayload>;

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

type Present = Pick<Booking, "status" | "sequence" | "start" | "attendees">;

/** Whether a booking mail still says what is so. One that has been overtaken is not sent: its successor is on its way. */
export function isStillTrue(kind: BookingKind, sequence: number, booking: Present, now: number) {
  const [, change] = kind.split("_");
  const { status } = booking;
  const isPresent = booking.sequence === sequence;
  switch (change) {
    case "requested":
      return isPresent && status === "pending";
    case "confirmed":
      return isPresent && status === "confirmed";
    case "rescheduled":
    case "reassigned":
      return isPresent && (status === "pending" || status === "confirmed");
    case "reminder":
      return isPresent && status === "confirmed" && now < booking.start;
    case "followup":
      return status === "completed" && booking.attendees.every((each) => each.kind !== "invitee" || !each.isNoShow);
    case "unassigned":
      return true;
    default:
      return status === "cancelled";
  }
}
