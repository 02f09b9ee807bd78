import { json } from "@remix-run/node";
import { toggleLink } from "~/domain/links/toggle-link.server";
import { api, operation } from "~/http/api.server";
import { LinkAnswer } from "~/http/link-answer";
import { linkJson, linkRefusal } from "~/http/link-json.server";
import { OwnWorkspace, requireOwnWorkspace } from "~/http/own-workspace.server";

export const { loader, action } = api("/api/v1/bookings/links/{id}:toggle", {
  POST: operation({
    auth: "user",
    summary: "Switch a link on or off",
    query: OwnWorkspace,
    answers: { 200: LinkAnswer },
    async handle({ request, user, params, now }) {
      const { workspace, role } = await requireOwnWorkspace(request, user, "links.own");
      const member = { userId: user.id, role };
      const toggled = await toggleLink({ workspaceId: workspace.id, member, id: params.id, now });
      return toggled.ok ? json(linkJson(toggled.link)) : linkRefusal(toggled);
    },
  }),
});
