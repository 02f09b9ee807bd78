import { z } from "zod";
import { EventTypePatch } from "../event-types/event-type-input";
import { paragraph } from "../fields";

/** What a host says to clients, and whether they take sessions at all. */
export const CoachingInput = z.strictObject({
  takes_sessions: z.boolean({ error: "takes_sessions is true or false." }),
  about: paragraph("What you say about yourself", 600),
});

export type CoachingInput = z.output<typeof CoachingInput>;

/** The same as its page sends it, with the place of the sessions. */
export const CoachingForm = CoachingInput.extend({ location: EventTypePatch.shape.location.unwrap() });
