import { randomBytes } from "node:crypto";
import { db } from "~db/client";
import { bookingLinks, bookingTemplates, bookingTemplateVersions, oneTimeLinks } from "~db/schema";
import type { Question } from "~/domain/templates/question";
import { hashToken, makeToken } from "~/domain/tokens.server";

type EventTypeRow = { workspaceId: string; id: string; ownerId: string };

/** An evergreen link that leads to an event type. */
export async function createLink(
  { workspaceId, id, ownerId }: EventTypeRow,
  given: Partial<typeof bookingLinks.$inferInsert> = {},
) {
  const token = randomBytes(16).toString("base64url");
  const values = { workspaceId, ownerId, eventTypeId: id, title: "Newsletter, November", token, ...given };
  const [link] = await db.insert(bookingLinks).values(values).returning();
  return link!;
}

/** A link for one person, with the token that its address has. */
export async function createOneTimeLink(
  { workspaceId, id, ownerId }: EventTypeRow,
  given: Partial<typeof oneTimeLinks.$inferInsert> = {},
) {
  const token = makeToken();
  const recipient = { recipientEmail: "wolfgang@hohenstein.example", recipientName: "Wolfgang von Hohenstein" };
  const values = { workspaceId, ownerId, eventTypeId: id, ...recipient, tokenHash: hashToken(token), ...given };
  const [link] = await db.insert(oneTimeLinks).values(values).returning();
  return { ...link!, token };
}

export function aQuestion(given: Partial<Question> = {}): Question {
  return { id: "company", type: "text", label: "Your company", help: "", required: false, options: [], ...given };
}

/** A template with its first version. */
export async function createTemplate(
  owner: { workspaceId: string; ownerId: string },
  questions: Question[] = [aQuestion()],
  given: Partial<typeof bookingTemplates.$inferInsert> = {},
) {
  const [template] = await db
    .insert(bookingTemplates)
    .values({ workspaceId: owner.workspaceId, ownerId: owner.ownerId, name: "Intake", ...given })
    .returning();
  const key = { workspaceId: owner.workspaceId, templateId: template!.id, version: template!.version };
  await db.insert(bookingTemplateVersions).values({ ...key, questions });
  return template!;
}
