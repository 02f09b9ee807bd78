import type { BookingKind } from "~/domain/notifications/notification";

/** What hosts call the mails about a booking. */
export const mailTitles: Record<BookingKind, string> = {
  booking_requested_invitee: "Request received",
  booking_requested_host: "New request",
  booking_rsvp_host: "Can you come?",
  booking_answered_host: "Somebody answered",
  booking_confirmed_invitee: "Confirmed",
  booking_confirmed_host: "New booking",
  booking_confirmed_guest: "Confirmed",
  booking_declined_invitee: "Declined",
  booking_rescheduled_invitee: "Moved",
  booking_rescheduled_host: "Moved",
  booking_rescheduled_guest: "Moved",
  booking_reassigned_invitee: "New host",
  booking_reassigned_host: "Handed over",
  booking_reassigned_guest: "New host",
  booking_unassigned_host: "Handed over",
  booking_cancelled_invitee: "Cancelled",
  booking_cancelled_host: "Cancelled",
  booking_cancelled_guest: "Cancelled",
  booking_reminder_invitee: "Reminder",
  booking_reminder_guest: "Reminder",
  booking_followup_invitee: "Thank you",
};
