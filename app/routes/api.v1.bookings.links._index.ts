import { LinkInput, linkChange } from "~/domain/links/link-input";
import { countLinks, listLinks } from "~/domain/links/links.server";
import { createLink } from "~/domain/links/save-link.server";
import { api, created, list, operation, Page } from "~/http/api.server";
import { linkJson, linkRefusal, presentHours } from "~/http/link-json.server";
import { requireOwnWorkspace } from "~/http/own-workspace.server";

export const { loader, action } = api("/api/v1/bookings/links", {
  GET: operation({
    auth: "user",
    query: Page,
    async handle({ request, user, query }) {
      const { workspace, role } = await requireOwnWorkspace(request, user, "links.own");
      const member = { userId: user.id, role };
      const [links, total] = await Promise.all([
        listLinks(workspace.id, member, query),
        countLinks(workspace.id, member),
      ]);
      return list(links.map(linkJson), total, query);
    },
  }),
  POST: operation({
    auth: "user",
    body: LinkInput,
    async handle({ request, user, body, now }) {
      const { workspace, role } = await requireOwnWorkspace(request, user, "links.own");
      const member = { userId: user.id, role };
      const change = linkChange(body, await presentHours(workspace.id, user, null));
      const input = { ...change, title: body.title, follows: change.follows ?? null };
      const made = await createLink({ workspaceId: workspace.id, member, input, now });
      if (!made.ok) return linkRefusal(made);
      return created(linkJson(made.link), `${new URL(request.url).pathname}/${made.link.id}`);
    },
  }),
});
