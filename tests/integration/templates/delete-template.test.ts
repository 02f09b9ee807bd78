import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { auditLog, bookingEventTypes, bookingTemplates } from "~db/schema";
import { findEventType } from "~/domain/event-types/event-types.server";
import { changeEventType } from "~/domain/event-types/save-event-type.server";
import { askedQuestions } from "~/domain/templates/asked-questions.server";
import { deleteTemplate } from "~/domain/templates/delete-template.server";
import { countTemplates, findTemplate, listTemplates } from "~/domain/templates/templates.server";
import { addMember, createEventType, createWorkspace } from "../../support/factories";
import { createTemplate } from "../../support/links";

async function studio() {
  const { workspace, owner } = await createWorkspace();
  const member = { userId: owner.id, role: "owner" as const };
  const template = await createTemplate({ workspaceId: workspace.id, ownerId: owner.id });
  const asking = (given: object = {}) => createEventType(workspace, { owner, templateId: template.id, ...given });
  const remove = (id: string | undefined, as: { userId: string; role: "owner" | "member" } = member) =>
    deleteTemplate({ workspaceId: workspace.id, id, member: as, now: Date.now() });
  const named = (id: string) =>
    changeEventType({ workspaceId: workspace.id, id, member, patch: { template_id: template.id } });
  return { workspace, owner, template, asking, remove, named };
}

const gone = { ok: false, reason: "invalid", errors: [{ path: "template_id", message: "There is no such template." }] };

describe("deleting a template", () => {
  it("keeps its rows for what was answered, and shows it nowhere", async () => {
    const { workspace, template, remove } = await studio();
    expect(await remove(template.id)).toEqual({ ok: true });
    expect(await findTemplate(workspace.id, template.id)).toBeNull();
    expect(await listTemplates(workspace.id, { limit: 10, offset: 0 })).toEqual([]);
    expect(await countTemplates(workspace.id)).toBe(0);
    const [row] = await db.select().from(bookingTemplates).where(eq(bookingTemplates.id, template.id));
    expect(row!.archivedAt).not.toBeNull();
    expect(await remove(template.id)).toEqual({ ok: false, reason: "not_found" });
  });

  it("takes it from the event types that use it, and from no other", async () => {
    const { workspace, owner, template, asking, remove } = await studio();
    const other = await createTemplate({ workspaceId: workspace.id, ownerId: owner.id });
    const longAgo = new Date("2026-01-01T00:00:00Z");
    const using = await asking({ updatedAt: longAgo });
    const elsewhere = await createEventType(workspace, { owner, templateId: other.id, updatedAt: longAgo });
    await remove(template.id);
    const after = (await findEventType(workspace.id, using.id))!;
    expect(after.templateId).toBeNull();
    expect(after.updatedAt.getTime()).toBeGreaterThan(longAgo.getTime());
    expect(await askedQuestions(after)).toBeNull();
    expect(await findEventType(workspace.id, elsewhere.id)).toMatchObject({
      templateId: other.id,
      updatedAt: longAgo,
    });
    const lines = await db.select().from(auditLog).where(eq(auditLog.action, "template.deleted"));
    expect(lines.filter(({ subjectId }) => subjectId === template.id)).toMatchObject([
      { actorId: owner.id, details: { name: "Intake", event_types: [using.id] } },
    ]);
  });

  it("is its owner's, and that of owners and admins", async () => {
    const { workspace, template, remove } = await studio();
    const { id: userId } = await addMember(workspace);
    expect(await remove(template.id, { userId, role: "member" })).toEqual({ ok: false, reason: "not_allowed" });
    const own = await createTemplate({ workspaceId: workspace.id, ownerId: userId });
    expect(await remove(own.id, { userId, role: "member" })).toEqual({ ok: true });
    for (const id of ["x", undefined, (await studio()).template.id])
      expect(await remove(id)).toEqual({ ok: false, reason: "not_found" });
  });

  it("leaves no event type behind that names it, whoever is faster", async () => {
    const { workspace, owner, template, remove, named, asking } = await studio();
    const plain = await createEventType(workspace, { owner });
    const using = await asking();
    for (let round = 0; round < 15; round++) {
      await db.update(bookingTemplates).set({ archivedAt: null }).where(eq(bookingTemplates.id, template.id));
      await db.update(bookingEventTypes).set({ templateId: null }).where(eq(bookingEventTypes.id, plain.id));
      const [saved, deleted] = await Promise.all([named(plain.id), remove(template.id), named(using.id)]);
      expect(deleted).toEqual({ ok: true });
      if (!saved.ok) expect(saved).toEqual(gone);
      expect(await db.$count(bookingEventTypes, eq(bookingEventTypes.templateId, template.id))).toBe(0);
    }
  });
});

describe("the template of an event type", () => {
  it("is one of its workspace that is there", async () => {
    const { workspace, owner, template, remove, named } = await studio();
    const { id } = await createEventType(workspace, { owner });
    expect(await named(id)).toMatchObject({ ok: true, eventType: { templateId: template.id } });
    const member = { userId: owner.id, role: "owner" as const };
    const change = (templateId: string) =>
      changeEventType({ workspaceId: workspace.id, id, member, patch: { template_id: templateId } });
    expect(await change((await studio()).template.id)).toEqual(gone);
    expect(await change("3d7a3ef5-9d0b-4c3b-b0f5-7f9d27c9bd4a")).toEqual(gone);
    await remove(template.id);
    expect(await named(id)).toEqual(gone);
  });
});
