import { z } from "zod";
import { assignmentTypes, locationTypes } from "~/domain/event-types/event-type";
import { questionTypes } from "~/domain/templates/question";

/** What is answered about bookings and what can be booked, as schemas: for the API's document. */

export const instantAnswer = z.iso.datetime();

export const SlotAnswer = z.strictObject({ start: instantAnswer, end: instantAnswer }).meta({ id: "Slot" });

export const SlotsAnswer = z
  .strictObject({ timezone: z.string(), duration_minutes: z.int(), slots: z.array(SlotAnswer) })
  .meta({ id: "Slots" });

export const locationAnswer = z.strictObject({
  type: z.string().describe(`One of ${locationTypes.join(", ")}.`),
  value: z.string(),
});

export const answersAnswer = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
  .describe("By the ids of the questions.");

export const askedAnswer = z.array(z.strictObject({ id: z.string(), type: z.enum(questionTypes), label: z.string() }));

const status = z.enum(["pending", "confirmed", "cancelled", "completed"]);

const Attendee = z
  .strictObject({
    id: z.uuid(),
    user_id: z.uuid().nullable().describe("Of a host; null for whoever was invited."),
    name: z.string(),
    email: z.string(),
    status: z.enum(["pending", "confirmed", "declined"]),
  })
  .meta({ id: "Attendee" });

export const BookingAnswer = z
  .strictObject({
    id: z.uuid(),
    uid: z.string().describe("The key by which its invitee sees and changes it."),
    event_type_id: z.uuid(),
    host_id: z.uuid(),
    invitee_name: z.string(),
    invitee_email: z.string(),
    start_time: instantAnswer,
    end_time: instantAnswer,
    timezone: z.string().describe("The invitee's."),
    status,
    notes: z.string(),
    answers: answersAnswer,
    questions: askedAnswer.optional().describe("What was asked, where a template asks."),
    location: locationAnswer,
    meeting_url: z.string().nullable(),
    attendees: z.array(Attendee),
    cancellation_reason: z.string().nullable(),
    created_at: instantAnswer,
    updated_at: instantAnswer,
  })
  .meta({ id: "Booking" });

export const PublicBookingAnswer = BookingAnswer.extend({
  attendees: z.array(Attendee.extend({ email: z.string().nullable().describe("Null for hosts.") })),
  manage_url: z.string().describe("Where its invitee moves or cancels it."),
}).meta({ id: "PublicBooking" });

export const PublicEventTypeAnswer = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    slug: z.string(),
    description: z.string(),
    duration_minutes: z.int(),
    duration_options: z.array(z.int()).describe("All lengths that can be booked, the shortest first."),
    location: locationAnswer,
    requires_confirmation: z.boolean(),
    is_team_event: z.boolean(),
    assignment_type: z.enum(assignmentTypes).nullable(),
  })
  .meta({ id: "PublicEventType" });
