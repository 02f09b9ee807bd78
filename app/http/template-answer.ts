import { z } from "zod";
import { questionTypes } from "~/domain/templates/question";
import { instantAnswer } from "./booking-answer";

/** What is answered about templates, as schemas: for the API's document. */

export const questionAnswer = z.strictObject({
  id: z.string().describe("Its name among the answers."),
  type: z.enum(questionTypes),
  label: z.string(),
  help: z.string(),
  required: z.boolean(),
  options: z.array(z.string()),
});

export const TemplateAnswer = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    questions: z.array(questionAnswer),
    email_followup_enabled: z.boolean(),
    followup_text: z.string().describe("What the mail after the meeting says; empty for our own words."),
    version: z.int().describe("Of its questions."),
    created_at: instantAnswer,
    updated_at: instantAnswer,
  })
  .meta({ id: "Template" });
