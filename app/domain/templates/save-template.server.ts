import { db, type Transaction } from "~db/client";
import { bookingTemplates, bookingTemplateVersions } from "~db/schema";
import { isUuid } from "../fields";
import type { Question } from "./question";
import { note, rowIs, type Closed, type Member } from "./rows.server";
import { areSame, mayChange, settleIds, type Template, type TemplateInput, type TemplatePatch } from "./template";
import { findTemplate, lockTemplate } from "./templates.server";

type Create = { workspaceId: string; member: Member; input: TemplateInput };
type Change = { workspaceId: string; id: string | undefined; member: Member; patch: TemplatePatch };
type Changed = { ok: true; template: Template } | Closed;

/** Makes a template with its first version. It belongs to whoever makes it. */
export async function createTemplate({ workspaceId, member, input }: Create): Promise<Template> {
  return db.transaction(async (tx) => {
    const [made] = await tx
      .insert(bookingTemplates)
      .values({ workspaceId, ownerId: member.userId, ...columnsOf(input), name: input.name })
      .returning({ id: bookingTemplates.id });
    const id = made!.id;
    await insertVersion(tx, { workspaceId, id, version: 1, questions: settleIds(input.questions) });
    await note(tx, "template.created", { workspaceId, member, id, details: { name: input.name } });
    return (await findTemplate(workspaceId, id, tx))!;
  });
}

/** Lays a change over a template that the member may change. What is asked otherwise than before is a new version. */
export async function changeTemplate({ workspaceId, id, member, patch }: Change): Promise<Changed> {
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  return db.transaction(async (tx) => {
    const current = await lockTemplate(tx, workspaceId, id);
    if (!current) return { ok: false, reason: "not_found" };
    if (!mayChange(member, current)) return { ok: false, reason: "not_allowed" };
    const questions = patch.questions ? settleIds(patch.questions, current.questions) : current.questions;
    const version = areSame(questions, current.questions) ? current.version : current.version + 1;
    if (version > current.version) await insertVersion(tx, { workspaceId, id: current.id, version, questions });
    await tx
      .update(bookingTemplates)
      .set({ ...columnsOf(patch), version, updatedAt: new Date() })
      .where(rowIs(workspaceId, current.id));
    const details = { fields: Object.keys(patch), version };
    await note(tx, "template.changed", { workspaceId, member, id: current.id, details });
    return { ok: true, template: (await findTemplate(workspaceId, current.id, tx))! };
  });
}

type Version = { workspaceId: string; id: string; version: number; questions: Question[] };

async function insertVersion(tx: Transaction, { id: templateId, ...version }: Version) {
  await tx.insert(bookingTemplateVersions).values({ ...version, templateId });
}

function columnsOf({ name, email_followup_enabled, followup_text }: TemplatePatch) {
  return { name, emailFollowupEnabled: email_followup_enabled, followupText: followup_text };
}
