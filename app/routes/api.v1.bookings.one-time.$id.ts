import { json } from "@remix-run/node";
import { findOneTimeLink } from "~/domain/links/one-time-links.server";
import { revokeOneTimeLink } from "~/domain/links/revoke-one-time-link.server";
import { api, noContent, operation } from "~/http/api.server";
import { OneTimeAnswer } from "~/http/link-answer";
import { oneTimeJson } from "~/http/one-time-json.server";
import { OwnWorkspace, requireOwnWorkspace } from "~/http/own-workspace.server";
import { notFound, problem } from "~/http/problem.server";

export const { loader, action } = api("/api/v1/bookings/one-time/{id}", {
  GET: operation({
    auth: "user",
    summary: "Read a one-time link",
    query: OwnWorkspace,
    answers: { 200: OneTimeAnswer },
    async handle({ request, user, params, now }) {
      const { workspace, role } = await requireOwnWorkspace(request, user, "links.own");
      const viewer = { userId: user.id, role };
      const link = await findOneTimeLink({ workspaceId: workspace.id, viewer, id: params.id, now });
      return link ? json(oneTimeJson(link)) : notFound();
    },
  }),
  DELETE: operation({
    auth: "user",
    summary: "Take a one-time link back",
    query: OwnWorkspace,
    answers: { 204: null },
    async handle({ request, user, params, now }) {
      const { workspace, role } = await requireOwnWorkspace(request, user, "links.own");
      const member = { userId: user.id, role };
      const revoked = await revokeOneTimeLink({ workspaceId: workspace.id, member, id: params.id, now });
      if (revoked.ok) return noContent();
      if (revoked.reason === "not_found") return notFound();
      return problem(409, "It is booked, so there is nothing left to revoke.", { code: "booked" });
    },
  }),
});
