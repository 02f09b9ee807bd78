import type { z } from "zod";
import { tally, type Answer } from "~/domain/bookings/rsvp";
import type { Rsvp } from "~/domain/bookings/rsvps.server";
import { isoInstant } from "~/domain/time";
import { askedJson } from "./booking-json.server";
import { problem } from "./problem.server";
import type { RsvpAnswer } from "./rsvp-answer";

type Readable = Rsvp & { state: "open" | "answered" };

/** What a host's key says: the meeting and who comes so far, and the mail addresses of nobody. */
export function rsvpJson({ state, booking, place, places }: Readable): z.input<typeof RsvpAnswer> {
  const { accepted, declined, open, count } = tally(places.map(({ status }) => status));
  return {
    status: state,
    booking: {
      event_name: booking.eventType.name,
      start_time: isoInstant(booking.start),
      end_time: isoInstant(booking.end),
      duration_minutes: (booking.end - booking.start) / 60_000,
      timezone: booking.timezone,
      status: booking.status,
      organizer_name: booking.host.name,
      invitee_name: booking.inviteeName,
      notes: booking.notes,
      answers: booking.answers,
      ...askedJson(booking),
      location: { type: booking.locationType, value: booking.locationValue },
      meeting_url: booking.meetingUrl,
    },
    attendee: { name: place!.name, status: place!.status },
    rsvp_quorum: booking.eventType.rsvpQuorum,
    tally: { accepted, declined, pending: open, count },
    attendees: places.map(({ name, status }) => ({ name, status })),
  };
}

type Refusal = { reason: "answered" | "replaced" | "closed"; said?: Answer | null };

/** A key works once, and only for the time that it was sent for. */
export function rsvpGone({ reason, said }: Refusal) {
  const words = {
    answered: `This was answered already: ${said}. To change it, write to the organizer.`,
    replaced: "This was replaced: the meeting was moved, or the place is somebody else's.",
    closed: "The meeting is off, or has begun.",
  };
  return problem(410, words[reason], { code: reason, ...(said && { response: said }) });
}
