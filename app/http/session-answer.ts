import { z } from "zod";
import { instantAnswer } from "./booking-answer";

/** What is answered about coaches and their sessions, as schemas. */

export const CoachAnswer = z
  .strictObject({
    user_id: z.uuid(),
    name: z.string(),
    about: z.string().describe("What they say about themselves; may be empty."),
    timezone: z.string(),
    next_available: instantAnswer.nullable().describe("The first time that is free for a session of the usual length."),
    workspace_id: z.uuid(),
  })
  .meta({ id: "Coach" });

export const CoachesAnswer = z.strictObject({ coaches: z.array(CoachAnswer) });

export const SessionAnswer = z
  .strictObject({
    id: z.uuid(),
    client_id: z.uuid(),
    coach_id: z.uuid(),
    session_datetime: instantAnswer,
    duration_minutes: z.int(),
    status: z.enum(["pending", "confirmed", "cancelled", "completed"]),
    payment_id: z.string().nullable(),
    meeting_link: z.string().nullable(),
    notes: z.string(),
    created_at: instantAnswer,
    updated_at: instantAnswer,
  })
  .meta({ id: "Session" });

export const SessionSlotsAnswer = z.strictObject({
  coach_id: z.uuid(),
  available_slots: z.array(z.strictObject({ start: instantAnswer, end: instantAnswer, duration_minutes: z.int() })),
});
