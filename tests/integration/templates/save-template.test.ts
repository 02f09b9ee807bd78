import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { auditLog, bookingTemplateVersions } from "~db/schema";
import { book } from "~/domain/bookings/book.server";
import { findBooking } from "~/domain/bookings/bookings.server";
import { changeEventType } from "~/domain/event-types/save-event-type.server";
import { changeTemplate, createTemplate } from "~/domain/templates/save-template.server";
import { TemplateInput, TemplatePatch } from "~/domain/templates/template";
import { findTemplate } from "~/domain/templates/templates.server";
import { addMember, createWorkspace } from "../../support/factories";
import { now, office, wish } from "../../support/orders";

const company = { type: "text", label: "Company", required: true };
const size = { type: "radio", label: "Size", options: ["Small", "Large"] };

async function studio(given: { workspace: { id: string }; owner: { id: string; name: string } } | null = null) {
  const { workspace, owner } = given ?? (await createWorkspace());
  const member = { userId: owner.id, role: "owner" as const };
  const make = (input: object = {}) =>
    createTemplate({
      workspaceId: workspace.id,
      member,
      input: TemplateInput.parse({ name: "Intake", questions: [company, size], ...input }),
    });
  const change = (id: string | undefined, patch: object, as = member) =>
    changeTemplate({ workspaceId: workspace.id, id, member: as, patch: TemplatePatch.parse(patch) });
  return { workspace, owner, member, make, change };
}

function versionsOf(templateId: string) {
  const { version, questions } = bookingTemplateVersions;
  return db
    .select({ version, questions })
    .from(bookingTemplateVersions)
    .where(eq(bookingTemplateVersions.templateId, templateId))
    .orderBy(asc(version));
}

describe("a new template", () => {
  it("asks its first version, and belongs to whoever made it", async () => {
    const { workspace, owner, make } = await studio();
    const made = await make({ email_followup_enabled: true, followup_text: "Thanks" });
    expect(made).toMatchObject({
      ownerId: owner.id,
      ownerName: owner.name,
      name: "Intake",
      version: 1,
      emailFollowupEnabled: true,
      followupText: "Thanks",
      eventTypes: [],
      questions: [
        { id: "company", type: "text", label: "Company", help: "", required: true, options: [] },
        { id: "size", type: "radio", options: ["Small", "Large"] },
      ],
    });
    expect(await findTemplate(workspace.id, made.id.toUpperCase())).toEqual(made);
    expect(await findTemplate((await createWorkspace()).workspace.id, made.id)).toBeNull();
  });

  it("leaves a line in the audit, as every change does", async () => {
    const { workspace, owner, make, change } = await studio();
    const { id } = await make();
    await change(id, { name: "First meeting", questions: [company] });
    const lines = await db.select().from(auditLog).where(eq(auditLog.workspaceId, workspace.id));
    expect(lines.map(({ action, actorId, subjectId, details }) => ({ action, actorId, subjectId, details }))).toEqual([
      { action: "template.created", actorId: owner.id, subjectId: id, details: { name: "Intake" } },
      {
        action: "template.changed",
        actorId: owner.id,
        subjectId: id,
        details: { fields: ["name", "questions"], version: 2 },
      },
    ]);
  });
});

describe("a change of a template", () => {
  it("makes a new version where something else is asked, and only then", async () => {
    const { make, change } = await studio();
    const { id } = await make();
    expect(await change(id, { name: "First meeting", followup_text: "Thanks" })).toMatchObject({
      ok: true,
      template: { name: "First meeting", followupText: "Thanks", version: 1 },
    });
    expect(await change(id, { questions: [company, size] })).toMatchObject({ template: { version: 1 } });
    expect(await change(id, { questions: [size, company] })).toMatchObject({
      template: { version: 2, questions: [{ id: "size" }, { id: "company" }] },
    });
    expect(await change(id, { questions: [] })).toMatchObject({ template: { version: 3, questions: [] } });
    expect((await versionsOf(id)).map(({ version, questions }) => [version, questions.length])).toEqual([
      [1, 2],
      [2, 2],
      [3, 0],
    ]);
  });

  it("leaves what it does not name", async () => {
    const { make, change } = await studio();
    const { id } = await make({ email_followup_enabled: true, followup_text: "Thanks" });
    expect(await change(id, { name: "First meeting" })).toMatchObject({
      template: { emailFollowupEnabled: true, followupText: "Thanks", questions: [{}, {}] },
    });
  });

  it("keeps the id of a question that comes with it, and later by the words that it has now", async () => {
    const { make, change } = await studio();
    const { id } = await make();
    const changed = await change(id, { questions: [{ ...company, id: "company", label: "Firm" }, company] });
    expect(changed).toMatchObject({
      template: {
        questions: [
          { id: "company", label: "Firm" },
          { id: "company-2", label: "Company" },
        ],
      },
    });
    expect(await change(id, { questions: [{ type: "text", label: "Firm" }] })).toMatchObject({
      template: { questions: [{ id: "company", label: "Firm" }] },
    });
  });

  it("never alters what was answered before, nor what was asked then", async () => {
    const { eventType, workspace, owner } = await office();
    const { member, make, change } = await studio({ workspace, owner });
    const { id } = await make();
    const named = await changeEventType({
      workspaceId: workspace.id,
      id: eventType.id,
      member,
      patch: { template_id: id },
    });
    if (!named.ok) throw new Error(named.reason);
    const input = wish({ answers: { company: "Northlight", size: "Large" } });
    const result = await book({ eventType: named.eventType, input, locale: "en", now });
    if (!result.ok) throw new Error(result.reason);
    const before = await findBooking(workspace.id, result.booking.id);
    expect(before).toMatchObject({ questions: [{ label: "Company" }, { label: "Size" }] });
    await change(id, { questions: [{ id: "company", type: "number", label: "How many employees?" }] });
    expect(await findBooking(workspace.id, result.booking.id)).toEqual(before);
    expect((await versionsOf(id))[0]!.questions).toEqual(before!.questions);
  });

  it("comes after another one of the same moment, and both have a version of their own", async () => {
    const { workspace, make, change } = await studio();
    const { id } = await make({ questions: [] });
    const labels = Array.from({ length: 8 }, (_, index) => `Question ${index}`);
    const saved = await Promise.all(labels.map((label) => change(id, { questions: [{ type: "text", label }] })));
    expect(saved.filter(({ ok }) => !ok)).toEqual([]);
    const versions = await versionsOf(id);
    expect(versions.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(versions.flatMap(({ questions }) => questions.map(({ label }) => label)))).toEqual(new Set(labels));
    const now = await findTemplate(workspace.id, id);
    expect([now!.version, now!.questions]).toEqual([9, versions.at(-1)!.questions]);
  });

  it("is its owner's, and that of owners and admins", async () => {
    const { workspace, make, change } = await studio();
    const [ada, ben] = [await addMember(workspace), await addMember(workspace)];
    const as = (user: { id: string }, role: "member" | "admin") => ({ userId: user.id, role }) as never;
    const theirs = await createTemplate({
      workspaceId: workspace.id,
      member: as(ada, "member"),
      input: TemplateInput.parse({ name: "Ada’s" }),
    });
    const ours = await make();
    expect(await change(theirs.id, { name: "Hers" }, as(ada, "member"))).toMatchObject({ ok: true });
    expect(await change(theirs.id, { name: "Mine" }, as(ben, "member"))).toEqual({ ok: false, reason: "not_allowed" });
    expect(await change(ours.id, { name: "Mine" }, as(ada, "member"))).toEqual({ ok: false, reason: "not_allowed" });
    expect(await change(theirs.id, { name: "All ours" }, as(ben, "admin"))).toMatchObject({ ok: true });
  });

  it("finds none of another workspace, and none by what is no id", async () => {
    const { change } = await studio();
    const theirs = await (await studio()).make();
    for (const id of [theirs.id, "x", "", "\u0000", undefined])
      expect(await change(id, { name: "Mine" })).toEqual({ ok: false, reason: "not_found" });
  });
});
