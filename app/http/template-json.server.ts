import type { z } from "zod";
import type { Template } from "~/domain/templates/template";
import { isoInstant } from "~/domain/time";
import type { TemplateAnswer } from "./template-answer";

/** A template as the API answers it. */
export function templateJson(template: Template): z.input<typeof TemplateAnswer> {
  return {
    id: template.id,
    name: template.name,
    questions: template.questions.map(({ id, type, label, help, required, options }) => {
      return { id, type, label, help, required, options };
    }),
    email_followup_enabled: template.emailFollowupEnabled,
    followup_text: template.followupText,
    version: template.version,
    created_at: isoInstant(template.createdAt.getTime()),
    updated_at: isoInstant(template.updatedAt.getTime()),
  };
}
