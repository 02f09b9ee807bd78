import { isoInstant } from "~/domain/time";
import type { Question } from "~/domain/templates/question";
import { createEventType, createWorkspace } from "../../support/factories";
import { aQuestion, createTemplate } from "../../support/links";
import { inOslo } from "../../support/orders";

type Given = Partial<Parameters<typeof createEventType>[1]> & { questions?: Question[] };

/** An event type of one host, for links to lead to. With `questions` it asks them. */
export async function linkedOffer({ questions, ...given }: Given = {}) {
  const { workspace, owner } = await createWorkspace();
  const asked = questions && (await createTemplate({ workspaceId: workspace.id, ownerId: owner.id }, questions));
  const templateId = asked?.id ?? null;
  const eventType = await createEventType(workspace, { owner, templateId, ...given });
  return { workspace, owner, eventType };
}

/** A hand-picked time on the Wednesday that all tests book on. */
export function pickedAt(hour: number, minutes: number) {
  const start = inOslo(hour);
  return { start: isoInstant(start), end: isoInstant(start + minutes * 60_000) };
}

/** What somebody types who answers nothing yet. */
export function typedAt(start: number) {
  return {
    start: isoInstant(start),
    timezone: "Asia/Kolkata",
    duration_minutes: "30",
    submission_key: crypto.randomUUID(),
    name: "Vidya Raghunathan",
    email: "vidya@example.in",
    guests: "",
    notes: "",
  };
}

/** Two that need an answer, and one that takes several. */
export const intake = [
  aQuestion({ id: "company", required: true }),
  aQuestion({ id: "size", type: "number", label: "How many people?", required: true }),
  aQuestion({ id: "topics", type: "multiselect", label: "What about?", options: ["Routes", "Prices", "Trucks"] }),
];
