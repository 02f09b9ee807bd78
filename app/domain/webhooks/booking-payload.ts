import { offsetAt } from "../availability/zones";
import type { Attendee, Booking } from "../bookings/booking";
import type { Question } from "../templates/question";
import type { Trigger } from "./webhook";

/** What a payload says beside the booking itself. */
export type Facts = {
  bookerUrl: string;
  eventTypeNumber: number;
  eventDescription: string;
  requiresConfirmation: boolean;
  schedulingType: "ROUND_ROBIN" | "COLLECTIVE" | null;
  hostNumber: number;
};

/** What happened to it. */
export type Happening = {
  trigger: Trigger;
  reason?: string | undefined;
  /** The address of whoever did it; missing where time did. */
  by?: string | undefined;
  startBefore?: number | undefined;
};

/** A booking as Cal.com's webhooks tell of it, with its field names and their meanings. */
export function bookingPayload(booking: Booking, facts: Facts, happening: Happening): Record<string, unknown> {
  const { start, end, eventType } = booking;
  return {
    bookerUrl: facts.bookerUrl,
    title: `${eventType.name} between ${booking.host.name} and ${booking.inviteeName}`,
    type: eventType.slug,
    description: facts.eventDescription,
    additionalNotes: booking.notes,
    customInputs: {},
    startTime: iso(start),
    endTime: iso(end),
    eventTypeId: facts.eventTypeNumber,
    organizer: organizerOf(booking, facts),
    attendees: booking.attendees.filter(({ kind }) => kind !== "host").map((person) => attendeeOf(person, booking)),
    ...teamOf(booking),
    responses: { ...fixedResponses(booking), ...ownResponses(booking) },
    userFieldsResponses: ownResponses(booking),
    location: placeOf(booking),
    destinationCalendar: null,
    iCalUID: booking.icalUid ?? booking.id,
    iCalSequence: booking.sequence,
    requiresConfirmation: facts.requiresConfirmation,
    uid: booking.uid,
    bookingId: booking.number,
    eventTitle: eventType.name,
    eventDescription: facts.eventDescription,
    price: 0,
    currency: "usd",
    length: (end - start) / 60_000,
    schedulingType: facts.schedulingType,
    seatsPerTimeSlot: null,
    seatsShowAttendees: null,
    ...(booking.meetingUrl && { videoCallData: videoCallOf(booking) }),
    hashedLink: booking.link?.token ?? null,
    oneTimePassword: null,
    organizationId: null,
    metadata: { ...booking.metadata, ...(booking.meetingUrl && { videoCallUrl: booking.meetingUrl }) },
    status: statusOf(booking, happening.trigger),
    ...whatHappened(booking, happening),
  };
}

/** Who came and who did not: all that this event says. */
export function noShowPayload(booking: Booking, changed: readonly Pick<Attendee, "email" | "isNoShow">[]) {
  const attendees = changed.map(({ email, isNoShow }) => ({ email, noShow: isNoShow }));
  const said = attendees.map(({ email, noShow }) => `${email} ${noShow ? "marked as" : "unmarked as"} no-show`);
  return { message: said.join(", "), bookingUid: booking.uid, bookingId: booking.number, attendees };
}

function whatHappened(booking: Booking, { trigger, reason, by, startBefore }: Happening) {
  switch (trigger) {
    case "BOOKING_RESCHEDULED": {
      const before = startBefore ?? booking.start;
      return {
        // A booking that is moved stays the same one.
        rescheduleId: booking.number,
        rescheduleUid: booking.uid,
        rescheduleStartTime: iso(before),
        rescheduleEndTime: iso(before + booking.end - booking.start),
        rescheduledBy: by,
        reschedulingReason: reason || undefined,
      };
    }
    case "BOOKING_CANCELLED":
      return { cancellationReason: booking.cancellationReason ?? "", cancelledBy: by, requestReschedule: false };
    case "BOOKING_REJECTED":
      return { rejectionReason: booking.cancellationReason ?? "" };
    default:
      return {};
  }
}

function statusOf({ status }: Booking, trigger: Trigger) {
  if (status === "cancelled") return trigger === "BOOKING_REJECTED" ? "REJECTED" : "CANCELLED";
  return status === "pending" ? "PENDING" : "ACCEPTED";
}

function organizerOf({ host, workspace, start }: Booking, { hostNumber }: Facts) {
  const { name, email, timezone } = host;
  return {
    id: hostNumber,
    name,
    email,
    username: workspace.slug,
    usernameInOrg: workspace.slug,
    timeZone: timezone,
    language: { locale: "en" },
    timeFormat: "HH:mm",
    utcOffset: offsetAt(timezone, start) / 60_000,
  };
}

function attendeeOf({ name, email }: Attendee, { timezone, locale, start }: Booking) {
  const [firstName = "", ...rest] = name.split(" ");
  return {
    email,
    name,
    firstName,
    lastName: rest.join(" "),
    timeZone: timezone,
    language: { locale },
    utcOffset: offsetAt(timezone, start) / 60_000,
  };
}

/** The hosts beside the organizer. */
function teamOf({ attendees, hostId, team }: Booking) {
  const others = attendees.filter(({ kind, userId }) => kind === "host" && userId !== hostId);
  if (others.length === 0 && !team) return {};
  const members = others.map(({ name, email }) => ({ name, email }));
  return { team: { name: team?.name ?? "", members } };
}

type Response = { label: string; value: unknown; isHidden: boolean };

function fixedResponses(booking: Booking): Record<string, Response> {
  const guests = booking.attendees.flatMap(({ kind, email }) => (kind === "guest" ? [email] : []));
  const location = { value: booking.locationType, optionValue: booking.locationValue };
  return {
    name: shown("your_name", booking.inviteeName),
    email: shown("email_address", booking.inviteeEmail),
    location: shown("location", location),
    ...(booking.notes && { notes: shown("additional_notes", booking.notes) }),
    ...(guests.length > 0 && { guests: shown("additional_guests", guests) }),
  };
}

/** What was asked by a template, by the ids of its questions. */
function ownResponses({ questions, answers }: Booking): Record<string, Response> {
  const asked = (questions ?? []).filter(({ id }) => answers[id] !== undefined);
  return Object.fromEntries(asked.map(({ id, label }: Question) => [id, shown(label, answers[id])]));
}

function shown(label: string, value: unknown): Response {
  return { label, value, isHidden: false };
}

function placeOf({ locationType, locationValue, meetingUrl }: Booking) {
  return meetingUrl ?? (locationValue || `integrations:${locationType}`);
}

function videoCallOf({ locationType, uid, meetingUrl }: Booking) {
  return { type: locationType, id: uid, password: "", url: meetingUrl };
}

/** With milliseconds, as Cal.com writes them. */
function iso(ms: number) {
  return new Date(ms).toISOString();
}
