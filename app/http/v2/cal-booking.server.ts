import { z } from "zod";
import type { Attendee, Booking } from "~/domain/bookings/booking";
import { hostsToMeet, isTurnedDown } from "~/domain/bookings/rsvp";
import { numbersOf } from "~/domain/numbers.server";
import { isoInstant } from "~/domain/time";

const person = { name: z.string(), email: z.string(), displayEmail: z.string(), timeZone: z.string() };

/** A booking as clients of Cal.com read it. */
export const CalBooking = z
  .strictObject({
    id: z.int(),
    uid: z.string(),
    title: z.string(),
    description: z.string(),
    hosts: z.array(
      z.strictObject({
        id: z.int(),
        ...person,
        email: z.string().describe("Empty for those who are not members of the workspace."),
        username: z.string(),
      }),
    ),
    status: z.enum(["accepted", "pending", "cancelled", "rejected"]),
    cancellationReason: z.string().optional(),
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    duration: z.int(),
    eventTypeId: z.int(),
    eventType: z.strictObject({ id: z.int(), slug: z.string() }),
    meetingUrl: z.string().optional(),
    location: z.string(),
    absentHost: z.boolean(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    metadata: z.record(z.string(), z.string()),
    rating: z.null(),
    icsUid: z.string(),
    attendees: z.array(z.strictObject({ ...person, language: z.string(), absent: z.boolean() })),
    guests: z.array(z.string()),
    bookingFieldsResponses: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "CalBooking" });

/** `isMember`: whether who reads may know the hosts' addresses. */
export async function calBooking(booking: Booking, isMember: boolean) {
  return (await calBookings(booking.workspaceId, [booking], isMember))[0]!;
}

/** Of one workspace. */
export async function calBookings(workspaceId: string, bookings: Booking[], isMember: boolean) {
  const users = bookings.flatMap(({ attendees }) => attendees.flatMap(({ userId }) => userId ?? []));
  const numbers = await numbersOf({ workspaceId, users, eventTypes: bookings.map(({ eventTypeId }) => eventTypeId) });
  return bookings.map((booking) => rendered(booking, numbers, isMember));
}

function rendered(booking: Booking, numbers: Map<string, number>, isMember: boolean): z.input<typeof CalBooking> {
  const { inviteeName, inviteeEmail, notes, cancellationReason, meetingUrl } = booking;
  const eventTypeId = numbers.get(booking.eventTypeId)!;
  const guests = emailsOf(booking, "guest");
  return {
    id: booking.number,
    uid: booking.uid,
    title: `${booking.eventType.name} between ${booking.host.name} and ${inviteeName}`,
    description: notes,
    hosts: hostsToMeet(booking).map((host) => hostOf(host, booking, numbers, isMember)),
    status: statusOf(booking),
    ...(cancellationReason !== null && { cancellationReason }),
    start: isoInstant(booking.start),
    end: isoInstant(booking.end),
    duration: (booking.end - booking.start) / 60_000,
    eventTypeId,
    eventType: { id: eventTypeId, slug: booking.eventType.slug },
    ...(meetingUrl !== null && { meetingUrl }),
    location: meetingUrl ?? (booking.locationValue || booking.locationType),
    absentHost: false,
    createdAt: isoInstant(booking.createdAt),
    updatedAt: isoInstant(booking.updatedAt),
    metadata: booking.metadata,
    rating: null,
    icsUid: booking.icalUid ?? booking.id,
    attendees: booking.attendees
      .filter(({ kind }) => kind === "invitee")
      .map((invitee) => attendeeOf(invitee, booking)),
    guests,
    bookingFieldsResponses: {
      name: inviteeName,
      email: inviteeEmail,
      ...(notes && { notes }),
      ...(guests.length > 0 && { guests }),
      ...booking.answers,
    },
  };
}

export function statusOf(booking: Booking): "accepted" | "pending" | "cancelled" | "rejected" {
  if (booking.status === "pending") return "pending";
  if (booking.status !== "cancelled") return "accepted";
  return isTurnedDown(booking) ? "rejected" : "cancelled";
}

function hostOf({ name, email, userId }: Attendee, booking: Booking, numbers: Map<string, number>, isMember: boolean) {
  const shown = isMember ? email : "";
  return {
    id: numbers.get(userId ?? "")!,
    name,
    email: shown,
    displayEmail: shown,
    username: booking.workspace.slug,
    timeZone: booking.host.timezone,
  };
}

function attendeeOf({ name, email, isNoShow }: Attendee, { timezone, locale }: Booking) {
  return { name, email, displayEmail: email, timeZone: timezone, language: locale.split("-")[0]!, absent: isNoShow };
}

function emailsOf({ attendees }: Booking, kind: Attendee["kind"]) {
  return attendees.filter((each) => each.kind === kind).map(({ email }) => email);
}
