import { describe, expect, it } from "vitest";
import { findEventType } from "~/domain/event-types/event-types.server";
import { listTemplates } from "~/domain/templates/templates.server";
import * as editEventType from "~/routes/booking.event-types.$id._index";
import * as remove from "~/routes/booking.templates.$id.delete";
import * as edit from "~/routes/booking.templates.$id._index";
import * as list from "~/routes/booking.templates._index";
import * as make from "~/routes/booking.templates.new";
import { addMember, createEventType, createWorkspace, signIn } from "../../support/factories";
import { aQuestion, createTemplate } from "../../support/links";
import { get, noticeOf, postForm } from "../../support/requests";

async function studio() {
  const { workspace, owner } = await createWorkspace();
  const { cookie } = await signIn(owner);
  const every = () => listTemplates(workspace.id, { limit: 100, offset: 0 });
  return { workspace, owner, cookie, every };
}

const url = "/booking/templates/new";

/** Two questions as the form sends them, the second with a row number that does not follow. */
const typed = {
  name: "Intake",
  followup_text: "Half typed",
  "questions.0.id": "",
  "questions.0.type": "text",
  "questions.0.label": "Company",
  "questions.0.help": "As registered",
  "questions.0.required": "on",
  "questions.0.options": "",
  "questions.7.id": "size",
  "questions.7.type": "radio",
  "questions.7.label": "Size",
  "questions.7.help": "",
  "questions.7.options": "Small\r\nLarge\r\n",
};

const company = { id: "", type: "text", label: "Company", help: "As registered", required: true, options: "" };
const size = { id: "size", type: "radio", label: "Size", help: "", required: false, options: "Small\nLarge\n" };

describe("the form of a template", () => {
  it("begins with a starter, or with nothing", async () => {
    const { cookie } = await studio();
    const draft = async (query: string) => (await get(make, url + query, { cookie })).body.draft;
    expect(await draft("?starter=sales-call")).toMatchObject({ name: "Sales call", emailFollowupEnabled: true });
    for (const query of ["", "?starter=", "?starter=toString", "?starter=%00"])
      expect(await draft(query)).toMatchObject({ name: "", questions: [] });
  });

  it("makes a template and leads to its page", async () => {
    const { cookie, every } = await studio();
    const answer = await postForm(make, url, { ...typed, email_followup_enabled: "on", intent: "save" }, { cookie });
    const [template] = await every();
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, `/booking/templates/${template!.id}`]);
    expect(await noticeOf(answer)).toMatchObject({ kind: "ok", text: expect.stringContaining("Intake") });
    expect(template).toMatchObject({
      name: "Intake",
      emailFollowupEnabled: true,
      followupText: "Half typed",
      questions: [
        { id: "company", label: "Company", required: true, help: "As registered" },
        { id: "size", type: "radio", options: ["Small", "Large"] },
      ],
    });
  });

  it("comes back from any other button with everything that was typed, and saves nothing", async () => {
    const { cookie, every } = await studio();
    const press = async (intent: string) => {
      const { status, body } = await postForm(make, url, { ...typed, intent }, { cookie });
      expect([status, body.errors, body.draft]).toMatchObject([
        200,
        [],
        { name: "Intake", followupText: "Half typed" },
      ]);
      return body;
    };
    const empty = { id: "", type: "text", label: "", help: "", required: false, options: "" };
    expect(await press("add")).toMatchObject({
      draft: { questions: [company, size, empty] },
      focus: "questions.2.label",
    });
    expect(await press("up:1")).toMatchObject({ draft: { questions: [size, company] }, focus: "question-0" });
    expect(await press("down:0")).toMatchObject({ draft: { questions: [size, company] }, focus: "question-1" });
    expect(await press("remove:0")).toMatchObject({ draft: { questions: [size] }, focus: "question-0" });
    expect(await press("remove:9")).toMatchObject({ draft: { questions: [company, size] } });
    expect(await every()).toEqual([]);
  });

  it("shows what an invitee will see of what is typed, and goes on showing it", async () => {
    const { cookie } = await studio();
    const half = { "questions.8.type": "select", "questions.8.label": "City", "questions.8.options": "Oslo" };
    const sent = { ...typed, ...half };
    const shown = await postForm(make, url, { ...sent, intent: "preview" }, { cookie });
    expect([shown.status, shown.body]).toMatchObject([
      200,
      {
        focus: "preview",
        preview: {
          questions: [{ id: "company" }, { id: "size" }],
          missing: [{ number: 3, message: expect.stringContaining("two options") }],
        },
      },
    ]);
    const later = await postForm(make, url, { ...sent, preview: "on", intent: "remove:0" }, { cookie });
    expect(later.body.preview!.questions).toMatchObject([{ id: "size" }]);
    expect((await postForm(make, url, { ...sent, intent: "add" }, { cookie })).body.preview).toBeNull();
  });

  it("names the question in what is wrong, at its field", async () => {
    const { cookie, every } = await studio();
    const wrong = { name: "", "questions.0.label": " ", "questions.7.options": "Small\nSmall" };
    const { status, body } = await postForm(make, url, { ...typed, ...wrong }, { cookie });
    expect([status, body.errors]).toEqual([
      400,
      [
        { path: "name", message: "The name is missing." },
        {
          path: "questions.0.label",
          message: "The question is missing.",
          label: "Question 1: The question is missing.",
        },
        {
          path: "questions.1.options",
          message: "The option “Small” is there twice.",
          label: "Question 2: The option “Small” is there twice.",
        },
      ],
    ]);
    expect(body.draft.questions).toMatchObject([{ label: " " }, { options: "Small\nSmall" }]);
    expect(await every()).toEqual([]);
  });

  it("takes any input without breaking", async () => {
    const { cookie, every } = await studio();
    const rows = Array.from({ length: 200 }, (_, at) => [`questions.${at}.type`, "text"] as [string, string]);
    const odd: [string, string][][] = [
      [["name", "x"], ...rows],
      [["questions.0.type", "file"]],
      [
        ["questions.0.type", "text"],
        ["questions.0.type", "radio"],
      ],
      [
        ["questions.__proto__.type", "text"],
        ["questions.999999999.type", "text"],
      ],
      [
        ["name", "x"],
        ["questions.0.type", "text"],
        ["questions.0.id", "__proto__"],
        ["questions.0.label", "a"],
      ],
      [
        ["intent", "up:999"],
        ["name", "x"],
      ],
    ];
    for (const fields of odd) {
      const { status } = await postForm(make, url, fields, { cookie });
      expect([200, 400]).toContain(status);
    }
    expect(await every()).toEqual([]);
  });

  it("changes a template, and is read only for whoever may not", async () => {
    const { workspace, owner, cookie, every } = await studio();
    const template = await createTemplate({ workspaceId: workspace.id, ownerId: owner.id });
    const member = await signIn(await addMember(workspace));
    const stranger = await studio();
    const at = `/booking/templates/${template.id}`;
    const as = (who: string) => ({ cookie: who, params: { id: template.id } });
    expect((await get(edit, at, as(member.cookie))).body).toMatchObject({ mayChange: false });
    expect((await get(edit, at, as(stranger.cookie))).status).toBe(404);
    for (const [who, status] of [
      [member.cookie, 403],
      [stranger.cookie, 404],
    ] as const) {
      expect((await postForm(edit, at, typed, as(who))).status).toBe(status);
      expect((await get(remove, `${at}/delete`, as(who))).status).toBe(status);
      expect((await postForm(remove, `${at}/delete`, {}, as(who))).status).toBe(status);
    }
    expect(await every()).toMatchObject([{ name: "Intake", version: 1 }]);
    const saved = await postForm(edit, at, { ...typed, name: "First meeting" }, as(cookie));
    expect([saved.status, saved.headers.get("Location")]).toEqual([303, at]);
    expect(await every()).toMatchObject([{ name: "First meeting", version: 2 }]);
  });
});

describe("the pages of templates", () => {
  it("list them with what they ask and who uses them, whatever the page number says", async () => {
    const { workspace, owner, cookie } = await studio();
    expect((await get(list, "/booking/templates", { cookie })).body).toMatchObject({ items: [], total: 0 });
    const template = await createTemplate({ workspaceId: workspace.id, ownerId: owner.id }, [aQuestion()]);
    const { id } = await createEventType(workspace, { owner, templateId: template.id, name: "Site visit" });
    await createEventType(workspace, { owner, templateId: template.id, archivedAt: new Date() });
    for (const page of ["", "?page=0", "?page=x", "?page=-1"]) {
      expect((await get(list, `/booking/templates${page}`, { cookie })).body).toMatchObject({
        total: 1,
        items: [{ id: template.id, questions: [{ id: "company" }], eventTypes: [{ id, name: "Site visit" }] }],
      });
    }
    expect((await get(list, "/booking/templates?page=7", { cookie })).body).toMatchObject({ total: 1, items: [] });
  });

  it("say which event types lose a template before it is deleted", async () => {
    const { workspace, owner, cookie, every } = await studio();
    const template = await createTemplate({ workspaceId: workspace.id, ownerId: owner.id });
    const { id } = await createEventType(workspace, { owner, templateId: template.id, name: "Site visit" });
    const at = `/booking/templates/${template.id}/delete`;
    const options = { cookie, params: { id: template.id } };
    expect((await get(remove, at, options)).body.eventTypes).toEqual([{ id, name: "Site visit" }]);
    const deleted = await postForm(remove, at, {}, options);
    expect([deleted.status, deleted.headers.get("Location")]).toEqual([303, "/booking/templates"]);
    expect(await every()).toEqual([]);
    expect((await findEventType(workspace.id, id))!.templateId).toBeNull();
    expect((await get(remove, at, options)).status).toBe(404);
  });

  it("let an event type choose among them", async () => {
    const { workspace, owner, cookie } = await studio();
    const template = await createTemplate({ workspaceId: workspace.id, ownerId: owner.id });
    await createTemplate({ workspaceId: workspace.id, ownerId: owner.id }, [], { archivedAt: new Date() });
    const eventType = await createEventType(workspace, { owner });
    const at = `/booking/event-types/${eventType.id}`;
    const options = { cookie, params: { id: eventType.id } };
    const { choices } = (await get(editEventType, at, options)).body;
    expect(choices.templates).toEqual([{ id: template.id, name: "Intake" }]);
    const sent = {
      name: eventType.name,
      slug: eventType.slug,
      duration_minutes: "30",
      booking_window_days: "60",
      "location.type": "google_meet",
      template_id: template.id,
    };
    expect((await postForm(editEventType, at, sent, options)).status).toBe(303);
    expect((await findEventType(workspace.id, eventType.id))!.templateId).toBe(template.id);
    const gone = { ...sent, template_id: "3d7a3ef5-9d0b-4c3b-b0f5-7f9d27c9bd4a" };
    const refused = await postForm(editEventType, at, gone, options);
    expect([refused.status, refused.body.errors]).toEqual([
      400,
      [{ path: "template_id", message: "There is no such template." }],
    ]);
    expect((await postForm(editEventType, at, { ...sent, template_id: "" }, options)).status).toBe(303);
    expect((await findEventType(workspace.id, eventType.id))!.templateId).toBeNull();
  });
});
