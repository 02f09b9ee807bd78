import { duplicateLink } from "~/domain/links/duplicate-link.server";
import { api, created, operation } from "~/http/api.server";
import { LinkAnswer } from "~/http/link-answer";
import { linkJson, linkRefusal } from "~/http/link-json.server";
import { ownLocation, OwnWorkspace, requireOwnWorkspace } from "~/http/own-workspace.server";

export const { loader, action } = api("/api/v1/bookings/links/{id}:duplicate", {
  POST: operation({
    auth: "user",
    summary: "Duplicate a link",
    description: "Switched off, with an address of its own.",
    query: OwnWorkspace,
    answers: { 201: LinkAnswer },
    creates: true,
    async handle({ request, user, params }) {
      const { workspace, role } = await requireOwnWorkspace(request, user, "links.own");
      const member = { userId: user.id, role };
      const copied = await duplicateLink({ workspaceId: workspace.id, member, id: params.id });
      if (!copied.ok) return linkRefusal(copied);
      return created(linkJson(copied.link), ownLocation(request, `/api/v1/bookings/links/${copied.link.id}`));
    },
  }),
});
