import { z } from "zod";
import { quorums } from "~/domain/event-types/event-type";
import { answersAnswer, askedAnswer, instantAnswer, locationAnswer } from "./booking-answer";

/** What is answered to a host who is asked whether they come, as a schema: for the API's document. */

const bookingStatus = z.enum(["pending", "confirmed", "cancelled", "completed"]);

const Place = z.strictObject({ name: z.string(), status: z.enum(["pending", "confirmed", "declined"]) });

export const RsvpAnswer = z
  .strictObject({
    status: z.enum(["open", "answered"]).describe("Of the key."),
    booking: z.strictObject({
      event_name: z.string(),
      start_time: instantAnswer,
      end_time: instantAnswer,
      duration_minutes: z.number(),
      timezone: z.string().describe("The invitee's."),
      status: bookingStatus,
      organizer_name: z.string(),
      invitee_name: z.string(),
      notes: z.string(),
      answers: answersAnswer,
      questions: askedAnswer.optional(),
      location: locationAnswer,
      meeting_url: z.string().nullable(),
    }),
    attendee: Place.describe("Whose key it is."),
    rsvp_quorum: z.enum(quorums),
    tally: z.strictObject({ accepted: z.int(), declined: z.int(), pending: z.int(), count: z.int() }),
    attendees: z.array(Place),
  })
  .meta({ id: "Rsvp" });

export const RespondedAnswer = z
  .strictObject({ status: z.enum(["confirmed", "declined"]), booking_status: bookingStatus })
  .meta({ id: "Responded" });
