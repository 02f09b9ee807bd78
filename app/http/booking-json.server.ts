import type { z } from "zod";
import { offeredDurations, type EventType } from "~/domain/event-types/event-type";
import type { Slot } from "~/domain/bookings/alternatives.server";
import type { Booking } from "~/domain/bookings/booking";
import { refusalSentence } from "~/domain/availability/reasons";
import type { Reason } from "~/domain/availability/slots";
import { isoInstant } from "~/domain/time";
import { env } from "~/env.server";
import { paths } from "~/paths";
import type { BookingAnswer, PublicBookingAnswer, PublicEventTypeAnswer, SlotAnswer } from "./booking-answer";
import { problem } from "./problem.server";

/** How the Aexy dialect writes bookings, slots, and what invitees may know of an event type. */
export function bookingJson(booking: Booking): z.input<typeof BookingAnswer> {
  return {
    id: booking.id,
    uid: booking.uid,
    event_type_id: booking.eventTypeId,
    host_id: booking.hostId,
    invitee_name: booking.inviteeName,
    invitee_email: booking.inviteeEmail,
    start_time: isoInstant(booking.start),
    end_time: isoInstant(booking.end),
    timezone: booking.timezone,
    status: booking.status,
    notes: booking.notes,
    answers: booking.answers,
    ...askedJson(booking),
    location: { type: booking.locationType, value: booking.locationValue },
    meeting_url: booking.meetingUrl,
    attendees: booking.attendees.map(({ id, userId, name, email, status }) => ({
      id,
      user_id: userId,
      name,
      email,
      status,
    })),
    cancellation_reason: booking.cancellationReason,
    created_at: isoInstant(booking.createdAt),
    updated_at: isoInstant(booking.updatedAt),
  };
}

/** What the answers are answers to, where a template asked. */
export function askedJson({ questions }: Booking) {
  return questions && { questions: questions.map(({ id, type, label }) => ({ id, type, label })) };
}

/** The invitee's own view: hosts by name, without their addresses, and the way to change the booking. */
export function publicBookingJson(booking: Booking): z.input<typeof PublicBookingAnswer> {
  const json = bookingJson(booking);
  const attendees = json.attendees.map((attendee, index) =>
    booking.attendees[index]!.kind === "host" ? { ...attendee, email: null } : attendee,
  );
  return { ...json, attendees, manage_url: env.APP_URL + paths.meeting(booking.uid) };
}

export function slotJson({ start, end }: Slot): z.input<typeof SlotAnswer> {
  return { start: isoInstant(start), end: isoInstant(end) };
}

type Offered = { timezone: string; minutes: number; slots: readonly number[] };

/** A list of slots as text: to make an object of each takes longer than to find them. */
export function slotsText({ timezone, minutes, slots }: Offered): string {
  let list = "";
  for (const start of slots) {
    list += `${list && ","}{"start":"${isoInstant(start)}","end":"${isoInstant(start + minutes * 60_000)}"}`;
  }
  return `{"timezone":${JSON.stringify(timezone)},"duration_minutes":${minutes},"slots":[${list}]}`;
}

export function publicEventTypeJson(eventType: EventType): z.input<typeof PublicEventTypeAnswer> {
  return {
    id: eventType.id,
    name: eventType.name,
    slug: eventType.slug,
    description: eventType.description,
    duration_minutes: eventType.durationMinutes,
    duration_options: offeredDurations(eventType),
    // A link to join is for those who have booked.
    location: {
      type: eventType.locationType,
      value: eventType.locationType === "in_person" ? eventType.locationValue : "",
    },
    requires_confirmation: eventType.requiresConfirmation,
    is_team_event: eventType.isTeamEvent,
    assignment_type: eventType.assignmentType,
  };
}

type Refused = { code: Reason; alternatives: Slot[] };
type Asked = { start: number; zone: string; noticeMinutes: number; now: number };

/** In the words that the pages use, with the time as the caller's zone has it. */
export function slotTaken({ code, alternatives }: Refused, asked: Asked) {
  return problem(409, refusalSentence({ code, language: "en", locale: "en", ...asked }), {
    code: "slot_unavailable",
    reason: code,
    alternatives: alternatives.map(slotJson),
  });
}
