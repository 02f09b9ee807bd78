import type { Attendee, Booking } from "~/domain/bookings/booking";
import type { BookingKind, BookingPayload, PlainKind } from "~/domain/notifications/notification";
import { aBooking, aGuest, now } from "./a-booking";

const hour = 60 * 60 * 1000;

type Given = { booking?: Partial<Booking>; payload?: Partial<BookingPayload> };

/** When each kind leaves: what its booking is by then, and what is said beside it. */
export const bookingMails: Record<BookingKind, Given> = {
  booking_requested_invitee: { booking: { status: "pending" } },
  booking_requested_host: { booking: { status: "pending" } },
  booking_rsvp_host: { booking: allHands(), payload: { token: "secret-of-a-host" } },
  booking_answered_host: { booking: allHands(), payload: { answeredBy: "Bo Lind", answer: "accepted" } },
  booking_confirmed_invitee: {},
  booking_confirmed_host: {},
  booking_confirmed_guest: {},
  booking_declined_invitee: { booking: { status: "cancelled", sequence: 1 }, payload: { reason: "Fog" } },
  booking_rescheduled_invitee: { booking: { sequence: 1 }, payload: moved() },
  booking_rescheduled_host: { booking: { status: "pending", sequence: 1 }, payload: moved() },
  booking_rescheduled_guest: { booking: { sequence: 1 }, payload: moved() },
  booking_reassigned_invitee: { booking: { sequence: 1 }, payload: handed() },
  booking_reassigned_host: { booking: { sequence: 1 }, payload: handed() },
  booking_reassigned_guest: { booking: { sequence: 1 }, payload: handed() },
  booking_unassigned_host: { booking: { sequence: 1 }, payload: handed() },
  booking_cancelled_invitee: {
    booking: { status: "cancelled", sequence: 1 },
    payload: { byHost: true, reason: "Fog" },
  },
  booking_cancelled_host: { booking: { status: "cancelled", sequence: 1 }, payload: { byHost: true, reason: "Fog" } },
  booking_cancelled_guest: { booking: { status: "cancelled", sequence: 1 }, payload: { byHost: true, reason: "Fog" } },
  booking_reminder_invitee: { payload: { hours: 24 } },
  booking_reminder_guest: { payload: { hours: 24 } },
  booking_followup_invitee: { booking: { status: "completed", sequence: 1 } },
};

/** What a mail of a kind is written from. Its booking has a guest, a note and an answer, and is given what is asked for. */
export function aboutBooking(kind: BookingKind, given: Partial<Booking> = {}, payload: Partial<BookingPayload> = {}) {
  const usual = bookingMails[kind];
  const booking = aBooking({
    notes: "By the lagoon.\nBring boots.",
    answers: { "Survey area": "Chilika" },
    ...usual.booking,
    ...given,
  });
  const attendees = given.attendees ?? [...booking.attendees, aGuest("guest@example.org")];
  return {
    kind,
    recipient: recipientOf(kind, booking),
    payload: { sequence: booking.sequence, ...usual.payload, ...payload },
    booking: { ...booking, attendees },
  };
}

function recipientOf(kind: BookingKind, { host, inviteeEmail }: Booking) {
  if (kind === "booking_unassigned_host") return "bo@northlight.example";
  if (kind.endsWith("_guest")) return "guest@example.org";
  return kind.endsWith("_host") ? host.email : inviteeEmail;
}

/** What the kinds without a booking are written from, in a language. */
export function plainMails(locale = "en"): Record<PlainKind, { recipient: string; payload: Record<string, unknown> }> {
  const account = { recipient: "v.raghunathan@example.in", payload: { token: "a-secret", language: locale } };
  const asked = {
    workspace: { name: "Northlight Instruments", slug: "northlight" },
    eventType: {
      id: "33333333-3333-4333-8333-333333333333",
      name: "Route planning consultation",
      slug: "route-planning",
    },
    hostName: "Ingrid Halvorsen-Nakamura",
    hostEmail: "ingrid@northlight.example",
    name: "Venkat Raghunathan",
    email: "v.raghunathan@example.in",
    timezone: "Asia/Kolkata",
    locale,
    wish: "Mondays after 19:00,\nor any Friday.",
    hostTimezone: "Europe/Oslo",
  };
  return {
    verify_email: account,
    reset_password: account,
    member_invitation: {
      ...account,
      payload: { ...account.payload, workspaceName: "Northlight Instruments", inviterName: "Ingrid", role: "admin" },
    },
    time_requested_host: { recipient: asked.hostEmail, payload: asked },
    time_requested_invitee: { recipient: asked.email, payload: asked },
    one_time_link: {
      recipient: asked.email,
      payload: {
        token: "secret-of-a-link",
        workspaceName: asked.workspace.name,
        eventName: asked.eventType.name,
        durationMinutes: 30,
        hostName: asked.hostName,
        hostEmail: asked.hostEmail,
        expiresAt: now + 48 * hour,
        timezone: asked.timezone,
        locale,
      },
    },
    broken_connection: {
      recipient: asked.hostEmail,
      payload: {
        workspaceName: asked.workspace.name,
        provider: "google",
        calendar: "ingrid@gmail.example",
        since: now - 2 * hour,
        timezone: asked.hostTimezone,
      },
    },
    webhook_trouble: {
      recipient: asked.hostEmail,
      payload: {
        trouble: "failing",
        workspaceName: asked.workspace.name,
        subscriberUrl: "https://hooks.northlight.example/meridian",
        number: 7,
        since: now - 2 * hour,
        said: "It answered 503.",
        timezone: asked.hostTimezone,
      },
    },
  };
}

function allHands(): Partial<Booking> {
  const { attendees } = aBooking();
  const [leader, invitee] = attendees;
  const other: Attendee = { ...leader!, id: "bo", name: "Bo Lind", email: "bo@northlight.example" };
  return { status: "pending", confirmedAt: null, attendees: [{ ...leader!, status: "pending" }, other, invitee!] };
}

function moved(): Partial<BookingPayload> {
  return { byHost: true, reason: "Fog", startBefore: aBooking().start - 24 * hour };
}

function handed(): Partial<BookingPayload> {
  const { name, email } = aBooking().host;
  return { hostBefore: "Bo Lind", hostAfter: name, successor: email, ledBefore: true, reason: "On leave" };
}
