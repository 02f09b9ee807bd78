import { json } from "@remix-run/node";
import { deleteLink } from "~/domain/links/delete-link.server";
import { LinkPatch, linkChange } from "~/domain/links/link-input";
import { findLink } from "~/domain/links/links.server";
import { changeLink } from "~/domain/links/save-link.server";
import { api, noContent, operation } from "~/http/api.server";
import { LinkAnswer } from "~/http/link-answer";
import { linkJson, linkRefusal, presentHours } from "~/http/link-json.server";
import { OwnWorkspace, requireOwnWorkspace } from "~/http/own-workspace.server";
import { notFound } from "~/http/problem.server";

export const { loader, action } = api("/api/v1/bookings/links/{id}", {
  GET: operation({
    auth: "user",
    summary: "Read a link",
    query: OwnWorkspace,
    answers: { 200: LinkAnswer },
    async handle({ request, user, params }) {
      const { workspace, role } = await requireOwnWorkspace(request, user, "links.own");
      const link = await findLink(workspace.id, params.id, { userId: user.id, role });
      return link ? json(linkJson(link)) : notFound();
    },
  }),
  PATCH: operation({
    auth: "user",
    summary: "Change a link",
    description: "What is left out stays as it is.",
    query: OwnWorkspace,
    answers: { 200: LinkAnswer },
    example: { title: "Autumn fair", settings: { buffer_after: 10 } },
    body: LinkPatch,
    async handle({ request, user, params, body, now }) {
      const { workspace, role } = await requireOwnWorkspace(request, user, "links.own");
      const member = { userId: user.id, role };
      const link = await findLink(workspace.id, params.id, member);
      if (!link) return notFound();
      const change = linkChange(body, await presentHours(workspace.id, user, link));
      const changed = await changeLink({ workspaceId: workspace.id, member, id: link.id, change, now });
      return changed.ok ? json(linkJson(changed.link)) : linkRefusal(changed);
    },
  }),
  DELETE: operation({
    auth: "user",
    summary: "Delete a link",
    description: "What was booked by it stays.",
    query: OwnWorkspace,
    answers: { 204: null },
    async handle({ request, user, params, now }) {
      const { workspace, role } = await requireOwnWorkspace(request, user, "links.own");
      const member = { userId: user.id, role };
      const deleted = await deleteLink({ workspaceId: workspace.id, member, id: params.id, now });
      return deleted.ok ? noContent() : linkRefusal(deleted);
    },
  }),
});
