import { z } from "zod";
import { assignmentTypes, locationTypes, quorums } from "~/domain/event-types/event-type";
import { instantAnswer } from "./booking-answer";

/** What is answered about event types, as schemas: for the API's document. */

export const EventTypeAnswer = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    slug: z.string(),
    description: z.string(),
    duration_minutes: z.int(),
    duration_options: z.array(z.int()).describe("Other lengths on offer."),
    slot_interval_minutes: z.int().nullable().describe("Between starts; null for the length of the meeting."),
    buffer_before: z.int().describe("Minutes."),
    buffer_after: z.int().describe("Minutes."),
    minimum_notice_minutes: z.int(),
    booking_window_days: z.int(),
    max_per_day: z.int().nullable(),
    max_per_week: z.int().nullable(),
    excluded_dates: z.array(z.iso.date()),
    location: z.strictObject({ type: z.enum(locationTypes), value: z.string() }),
    requires_confirmation: z.boolean(),
    is_team_event: z.boolean(),
    team_id: z.uuid().nullable(),
    assignment_type: z.enum(assignmentTypes).nullable(),
    member_ids: z.array(z.uuid()).describe("Its hosts."),
    rsvp_quorum: z.enum(quorums).describe("How many hosts of a meeting of all hands have to accept."),
    schedule_id: z.uuid().nullable().describe("Null for the default hours of each host."),
    template_id: z.uuid().nullable(),
    invitee_may_cancel: z.boolean(),
    cancel_notice_hours: z.int(),
    invitee_may_reschedule: z.boolean(),
    reschedule_notice_hours: z.int(),
    requires_reason: z.boolean().describe("Of whoever cancels or moves."),
    takes_time_requests: z.boolean().describe("Invitees may ask for a time that is not on offer."),
    shows_hosts: z.boolean(),
    email_followup_enabled: z.boolean(),
    is_active: z.boolean(),
    is_listed: z.boolean(),
    url: z.url().nullable().describe("Its public page; null for one that is reached by links alone."),
    created_at: instantAnswer,
    updated_at: instantAnswer,
  })
  .meta({ id: "EventType" });
