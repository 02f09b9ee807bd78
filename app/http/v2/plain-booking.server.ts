import { z } from "zod";
import { nameField } from "~/domain/accounts/account";
import { BookFields, type Booking } from "~/domain/bookings/booking";
import { hostsToMeet } from "~/domain/bookings/rsvp";
import { emailField, zoneField } from "~/domain/fields";
import { numbersOf } from "~/domain/numbers.server";
import { isoInstant } from "~/domain/time";
import { manageUrl } from "../meeting-page.server";
import { numberField } from "./fields";

const { start, notes, duration_minutes, answers, guests } = BookFields.shape;

/** A booking as MyPortal's clients send it. */
export const PlainBook = z.strictObject({
  event_type_id: numberField,
  start,
  attendee: z.strictObject(
    { name: nameField, email: emailField, timezone: zoneField, notes },
    { error: "The attendee has a name, an email and a timezone." },
  ),
  duration_minutes,
  answers,
  guests,
});

/** What `attendee` and its like are called in what is refused. */
export const plainNames = { timezone: "attendee.timezone", notes: "attendee.notes" };

const answer = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

export const PlainBooking = z
  .strictObject({
    id: z.int(),
    uid: z.string().describe("The key to the booking: whoever has it may move and cancel it."),
    event_type_id: z.int(),
    title: z.string().describe("The event type's name."),
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    duration_minutes: z.int(),
    status: z.enum(["pending", "confirmed", "cancelled", "completed"]),
    attendee: z.strictObject({ name: z.string(), email: z.string(), timezone: z.string(), notes: z.string() }),
    guests: z.array(z.string()),
    answers: z.record(z.string(), answer),
    hosts: z.array(z.strictObject({ name: z.string() })),
    location_type: z.string(),
    location_value: z.string(),
    meeting_url: z.string().nullable(),
    cancellation_reason: z.string().nullable(),
    manage_url: z.url().describe("The page where the attendee moves or cancels it."),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
  })
  .meta({ id: "V2Booking" });

export async function plainBooking(booking: Booking) {
  return (await plainBookings(booking.workspaceId, [booking]))[0]!;
}

/** Of one workspace. */
export async function plainBookings(workspaceId: string, bookings: Booking[]) {
  const numbers = await numbersOf({ workspaceId, eventTypes: bookings.map(({ eventTypeId }) => eventTypeId) });
  return bookings.map((booking) => rendered(booking, numbers.get(booking.eventTypeId)!));
}

function rendered(booking: Booking, eventTypeNumber: number): z.input<typeof PlainBooking> {
  const { inviteeName, inviteeEmail, timezone, notes: written, start: from, end } = booking;
  return {
    id: booking.number,
    uid: booking.uid,
    event_type_id: eventTypeNumber,
    title: booking.eventType.name,
    start: isoInstant(from),
    end: isoInstant(end),
    duration_minutes: (end - from) / 60_000,
    status: booking.status,
    attendee: { name: inviteeName, email: inviteeEmail, timezone, notes: written },
    guests: booking.attendees.filter(({ kind }) => kind === "guest").map(({ email }) => email),
    answers: booking.answers,
    hosts: hostsToMeet(booking).map(({ name }) => ({ name })),
    location_type: booking.locationType,
    location_value: booking.locationValue,
    meeting_url: booking.meetingUrl,
    cancellation_reason: booking.cancellationReason,
    manage_url: manageUrl(booking.uid),
    created_at: isoInstant(booking.createdAt),
    updated_at: isoInstant(booking.updatedAt),
  };
}
