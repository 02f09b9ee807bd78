import { createTemplate } from "~/domain/templates/save-template.server";
import { TemplateInput } from "~/domain/templates/template";
import { countTemplates, listTemplates } from "~/domain/templates/templates.server";
import { api, created, list, operation, Page } from "~/http/api.server";
import { requireOwnWorkspace } from "~/http/own-workspace.server";
import { templateJson } from "~/http/template-json.server";
import { withQuery } from "~/paths";

export const { loader, action } = api("/api/v1/bookings/templates", {
  GET: operation({
    auth: "user",
    query: Page,
    async handle({ request, user, query }) {
      const { workspace } = await requireOwnWorkspace(request, user, "templates.read");
      const [found, total] = await Promise.all([listTemplates(workspace.id, query), countTemplates(workspace.id)]);
      return list(found.map(templateJson), total, query);
    },
  }),
  POST: operation({
    auth: "user",
    body: TemplateInput,
    async handle({ request, user, body }) {
      const { workspace, role } = await requireOwnWorkspace(request, user, "templates.create");
      const member = { userId: user.id, role };
      const made = await createTemplate({ workspaceId: workspace.id, member, input: body });
      const { pathname, searchParams } = new URL(request.url);
      const location = withQuery(`${pathname}/${made.id}`, { workspace: searchParams.get("workspace") });
      return created(templateJson(made), location);
    },
  }),
});
