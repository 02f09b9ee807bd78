import { and, eq } from "drizzle-orm";
import { db, type Database, type Transaction } from "~db/client";
import { bookingTemplates, bookingTemplateVersions } from "~db/schema";
import type { EventType } from "../event-types/event-type";
import type { Question, QuestionSet } from "./question";

/** What its booking form asks now; null where it asks nothing more than who comes. */
export async function askedQuestions(
  { workspaceId, templateId }: Pick<EventType, "workspaceId" | "templateId">,
  on: Database | Transaction = db,
): Promise<QuestionSet | null> {
  if (templateId === null) return null;
  const [found] = await on
    .select({ versionId: bookingTemplateVersions.id, questions: bookingTemplateVersions.questions })
    .from(bookingTemplates)
    .innerJoin(
      bookingTemplateVersions,
      and(
        eq(bookingTemplateVersions.workspaceId, bookingTemplates.workspaceId),
        eq(bookingTemplateVersions.templateId, bookingTemplates.id),
        eq(bookingTemplateVersions.version, bookingTemplates.version),
      ),
    )
    .where(and(eq(bookingTemplates.workspaceId, workspaceId), eq(bookingTemplates.id, templateId)));
  return found ? { versionId: found.versionId, templateId, questions: found.questions as Question[] } : null;
}
