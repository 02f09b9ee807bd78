import { createTemplate } from "~/domain/templates/save-template.server";
import { TemplateInput } from "~/domain/templates/template";
import { countTemplates, listTemplates } from "~/domain/templates/templates.server";
import { api, created, list, listOf, operation, Page } from "~/http/api.server";
import { inWorkspace, ownLocation, OwnWorkspace, requireOwnWorkspace } from "~/http/own-workspace.server";
import { TemplateAnswer } from "~/http/template-answer";
import { templateJson } from "~/http/template-json.server";

export const { loader, action } = api("/api/v1/bookings/templates", {
  GET: operation({
    auth: "user",
    summary: "List templates",
    query: Page.extend(inWorkspace),
    answers: { 200: listOf(TemplateAnswer) },
    async handle({ request, user, query }) {
      const { workspace } = await requireOwnWorkspace(request, user, "templates.read");
      const [found, total] = await Promise.all([listTemplates(workspace.id, query), countTemplates(workspace.id)]);
      return list(found.map(templateJson), total, query);
    },
  }),
  POST: operation({
    auth: "user",
    summary: "Make a template",
    description: "Questions for booking forms, which all members of the workspace may use.",
    query: OwnWorkspace,
    body: TemplateInput,
    answers: { 201: TemplateAnswer },
    creates: true,
    example: {
      name: "First talk",
      questions: [
        { type: "text", label: "What is it about?", required: true },
        { type: "select", label: "How did you find us?", options: ["A friend", "The fair"] },
      ],
      email_followup_enabled: true,
    },
    async handle({ request, user, body }) {
      const { workspace, role } = await requireOwnWorkspace(request, user, "templates.create");
      const member = { userId: user.id, role };
      const made = await createTemplate({ workspaceId: workspace.id, member, input: body });
      return created(templateJson(made), ownLocation(request, `/api/v1/bookings/templates/${made.id}`));
    },
  }),
});
