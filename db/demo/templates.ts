import { randomUUID } from "node:crypto";
import type { Transaction } from "../client";
import { bookingTemplates, bookingTemplateVersions, type StoredQuestion } from "../schema";
import type { Firm } from "./people";

const plain = { help: "", required: false, options: [] };

const questions: StoredQuestion[] = [
  {
    ...plain,
    id: "stage",
    type: "radio",
    label: "How far are the drawings?",
    required: true,
    options: ["First sketches", "Ready to be priced", "Already at the printer’s"],
  },
  { ...plain, id: "drawings", type: "url", label: "Where can we read them?", help: "A link to a folder will do." },
  { ...plain, id: "signs", type: "number", label: "About how many signs?" },
  {
    ...plain,
    id: "languages",
    type: "text",
    label: "Which languages stand on them?",
    help: "Tell us which of them are written from right to left.",
  },
];

/** What somebody has answered to them. */
export const reviewAnswers = { stage: "Ready to be priced", signs: 140, languages: "Japanese, English, Korean" };

/** The questions of a design review, in their first version. */
export async function insertTemplate(tx: Transaction, { workspaceId, userIds }: Firm) {
  const template = { id: randomUUID(), versionId: randomUUID() };
  await tx.insert(bookingTemplates).values({
    workspaceId,
    id: template.id,
    ownerId: userIds.maya,
    name: "Before a design review",
    emailFollowupEnabled: true,
    followupText:
      "Thank you for going through the drawings with us.\n\nThe notes come by mail within two days. If something on the plans changes until then, reply to this one.",
  });
  const version = { id: template.versionId, templateId: template.id, version: 1, questions };
  await tx.insert(bookingTemplateVersions).values({ workspaceId, ...version });
  return template;
}
