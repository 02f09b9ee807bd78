import { json } from "@remix-run/node";
import { deleteTemplate } from "~/domain/templates/delete-template.server";
import { changeTemplate } from "~/domain/templates/save-template.server";
import { TemplatePatch } from "~/domain/templates/template";
import { findTemplate } from "~/domain/templates/templates.server";
import { api, noContent, operation } from "~/http/api.server";
import { OwnWorkspace, requireOwnWorkspace } from "~/http/own-workspace.server";
import { notFound } from "~/http/problem.server";
import { TemplateAnswer } from "~/http/template-answer";
import { templateJson } from "~/http/template-json.server";
import { templateRefusal } from "~/http/template-refusal.server";

export const { loader, action } = api("/api/v1/bookings/templates/{id}", {
  GET: operation({
    auth: "user",
    summary: "Read a template",
    query: OwnWorkspace,
    answers: { 200: TemplateAnswer },
    async handle({ request, user, params }) {
      const { workspace } = await requireOwnWorkspace(request, user, "templates.read");
      const found = await findTemplate(workspace.id, params.id);
      return found ? json(templateJson(found)) : notFound();
    },
  }),
  PATCH: operation({
    auth: "user",
    summary: "Change a template",
    description: "What is left out stays as it is. Bookings keep the questions that they were asked.",
    query: OwnWorkspace,
    body: TemplatePatch,
    answers: { 200: TemplateAnswer },
    example: { name: "Second talk" },
    async handle({ request, user, params, body }) {
      const { workspace, role } = await requireOwnWorkspace(request, user, "templates.create");
      const member = { userId: user.id, role };
      const changed = await changeTemplate({ workspaceId: workspace.id, id: params.id, member, patch: body });
      return changed.ok ? json(templateJson(changed.template)) : templateRefusal(changed);
    },
  }),
  DELETE: operation({
    auth: "user",
    summary: "Delete a template",
    query: OwnWorkspace,
    answers: { 204: null },
    async handle({ request, user, params, now }) {
      const { workspace, role } = await requireOwnWorkspace(request, user, "templates.create");
      const member = { userId: user.id, role };
      const deleted = await deleteTemplate({ workspaceId: workspace.id, id: params.id, member, now });
      return deleted.ok ? noContent() : templateRefusal(deleted);
    },
  }),
});
