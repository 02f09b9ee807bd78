import { describe, expect, it } from "vitest";
import * as one from "~/routes/api.v1.bookings.templates.$id";
import * as all from "~/routes/api.v1.bookings.templates._index";
import { addMember, createEventType, createWorkspace, signIn } from "../../support/factories";
import { createTemplate } from "../../support/links";
import { callApi } from "../../support/requests";
import * as eventTypes from "./event-type-studio";

type Json = Record<string, unknown> & { id: string; errors: { path: string; message: string }[]; items: Json[] };

const base = "/api/v1/bookings/templates";

async function studio() {
  const { workspace, owner } = await createWorkspace();
  const { token } = await signIn(owner);
  const call = (method: string, body?: unknown, { query = "", as = token } = {}) =>
    callApi<Json>(all, method, base + query, { token: as, body });
  const callOne = (method: string, id: string, body?: unknown, { query = "", as = token } = {}) =>
    callApi<Json>(one, method, `${base}/${id}${query}`, { params: { id }, token: as, body });
  return { workspace, owner, token, call, callOne };
}

const intake = {
  name: "Intake",
  questions: [
    { type: "text", label: "Company", required: true },
    { id: "how_big", type: "select", label: "Size", help: "Roughly.", options: ["Small", "Large"] },
  ],
  email_followup_enabled: true,
  followup_text: "Thanks.\nUntil soon.",
};

describe("templates over the API", () => {
  it("give back what was sent, with an id for each question", async () => {
    const { call, callOne } = await studio();
    const made = await call("POST", intake);
    expect(made.status).toBe(201);
    expect(made.headers.get("Location")).toBe(`${base}/${made.body.id}`);
    expect(made.body).toEqual({
      ...intake,
      id: expect.any(String),
      questions: [
        { id: "company", type: "text", label: "Company", help: "", required: true, options: [] },
        {
          id: "how_big",
          type: "select",
          label: "Size",
          help: "Roughly.",
          required: false,
          options: ["Small", "Large"],
        },
      ],
      version: 1,
      created_at: expect.stringMatching(/Z$/),
      updated_at: expect.stringMatching(/Z$/),
    });
    const found = await callOne("GET", made.body.id.toUpperCase());
    expect([found.status, found.body]).toEqual([200, made.body]);
    expect(await call("POST", { name: "Bare" })).toMatchObject({
      status: 201,
      body: { questions: [], email_followup_enabled: false, followup_text: "" },
    });
  });

  it("are listed newest first, some at a time, and only those of the workspace", async () => {
    const { call } = await studio();
    await (await studio()).call("POST", intake);
    for (const name of ["First", "Second", "Third"]) await call("POST", { name });
    const { status, body } = await call("GET", undefined, { query: "?limit=2&offset=1" });
    expect([status, body]).toMatchObject([200, { total: 3, limit: 2, offset: 1, items: [{}, {}] }]);
    expect(body.items.map(({ name }) => name)).toEqual(["Second", "First"]);
    expect((await call("GET", undefined, { query: "?limit=0" })).status).toBe(400);
  });

  it("are changed in part, and what was asked otherwise before has a version of its own", async () => {
    const { call, callOne } = await studio();
    const { id } = (await call("POST", intake)).body;
    const renamed = await callOne("PATCH", id, { name: "First meeting" });
    expect([renamed.status, renamed.body]).toMatchObject([200, { name: "First meeting", version: 1, ...rest(intake) }]);
    const questions = [{ id: "company", type: "text", label: "Firm" }];
    expect((await callOne("PATCH", id, { questions })).body).toMatchObject({ version: 2, questions });
  });

  it("are deleted, and then they are not there", async () => {
    const { call, callOne } = await studio();
    const { id } = (await call("POST", intake)).body;
    const deleted = await callOne("DELETE", id);
    expect([deleted.status, deleted.text]).toEqual([204, ""]);
    for (const method of ["GET", "DELETE"]) expect((await callOne(method, id)).status).toBe(404);
    expect((await callOne("PATCH", id, { name: "Back" })).status).toBe(404);
    expect((await call("GET")).body).toMatchObject({ total: 0 });
  });

  it("say what is wrong, and where", async () => {
    const { call } = await studio();
    const wrong: [unknown, string[]][] = [
      [{}, ["name"]],
      [{ ...intake, colour: "red" }, ["colour"]],
      [{ ...intake, questions: [{ type: "file", label: "x" }] }, ["questions.0.type"]],
      [{ ...intake, questions: [{ type: "radio", label: "x" }] }, ["questions.0.options"]],
      [{ ...intake, questions: [{ type: "text", label: "x", size: 3 }] }, ["questions.0.size"]],
      [{ ...intake, questions: "none" }, ["questions"]],
      [{ ...intake, questions: [5] }, ["questions.0"]],
      [{ ...intake, name: "\u200b \u00ad" }, ["name"]],
      [{ ...intake, email_followup_enabled: "yes" }, ["email_followup_enabled"]],
      [{ ...intake, name: "a\u0000b" }, ["name"]],
      [[], [""]],
      [null, [""]],
    ];
    for (const [body, paths] of wrong) {
      const answer = await call("POST", body);
      expect(answer.text).not.toContain("Invalid input");
      expect([answer.status, answer.body.errors.map(({ path }) => path)]).toEqual([400, paths]);
      expect(answer.headers.get("Content-Type")).toContain("application/problem+json");
    }
    expect((await call("GET")).body).toMatchObject({ total: 0 });
  });

  it("are everybody's to use, their owner's and admins' to change, and no stranger's", async () => {
    const { workspace, call, callOne } = await studio();
    const as = (await signIn(await addMember(workspace))).token;
    const { id } = (await call("POST", intake)).body;
    expect((await callOne("GET", id, undefined, { as })).status).toBe(200);
    const refused = await callOne("PATCH", id, { name: "Mine" }, { as });
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining("Only its owner")]);
    expect((await callOne("DELETE", id, undefined, { as })).status).toBe(403);
    const own = (await call("POST", intake, { as })).body.id;
    expect((await callOne("PATCH", own, { name: "Mine" }, { as })).status).toBe(200);
    expect((await callOne("PATCH", own, { name: "Ours" })).status).toBe(200);
    const stranger = { as: (await studio()).token };
    for (const method of ["GET", "DELETE"]) expect((await callOne(method, id, undefined, stranger)).status).toBe(404);
  });

  it("are those of the workspace that the query names", async () => {
    const { workspace, owner, token } = await studio();
    const { workspace: second } = await createWorkspace({ owner });
    const query = `?workspace=${second.slug}`;
    const made = await callApi<Json>(all, "POST", base + query, { token, body: intake });
    expect(made.headers.get("Location")).toBe(`${base}/${made.body.id}${query}`);
    expect((await callApi<Json>(all, "GET", base + query, { token })).body).toMatchObject({ total: 1 });
    const ofFirst = `${base}?workspace=${workspace.id}`;
    expect((await callApi<Json>(all, "GET", ofFirst, { token })).body).toMatchObject({ total: 0 });
  });
});

describe("the template of an event type over the API", () => {
  it("is named, shown and taken away", async () => {
    const { workspace, owner, call, callOne } = await eventTypes.studio();
    const template = await createTemplate({ workspaceId: workspace.id, ownerId: owner.id });
    const made = await call("POST", { ...eventTypes.minimal, template_id: template.id.toUpperCase() });
    expect([made.status, made.body.template_id]).toEqual([201, template.id]);
    expect((await callOne("PATCH", made.body.id, { name: "Other" })).body.template_id).toBe(template.id);
    expect((await callOne("PATCH", made.body.id, { template_id: null })).body.template_id).toBeNull();
  });

  it("is one of this workspace", async () => {
    const { workspace, owner, call, callOne } = await eventTypes.studio();
    const { workspace: other, owner: stranger } = await createWorkspace();
    const theirs = await createTemplate({ workspaceId: other.id, ownerId: stranger.id });
    const archivedAt = new Date();
    const deleted = await createTemplate({ workspaceId: workspace.id, ownerId: owner.id }, [], { archivedAt });
    const { id } = await createEventType(workspace, { owner });
    for (const { id: template_id } of [theirs, deleted]) {
      const errors = [{ path: "template_id", message: "There is no such template." }];
      const made = await call("POST", { ...eventTypes.minimal, template_id });
      expect([made.status, made.body.errors]).toEqual([400, errors]);
      const changed = await callOne("PATCH", id, { template_id });
      expect([changed.status, changed.body.errors]).toEqual([400, errors]);
    }
  });
});

function rest({ email_followup_enabled, followup_text }: typeof intake) {
  return { email_followup_enabled, followup_text };
}
