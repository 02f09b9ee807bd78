import { listPublicTeams } from "~/domain/event-types/hosts.server";
import { findWorkspace } from "~/domain/workspaces/workspaces.server";
import { api, listOf, operation, Page } from "~/http/api.server";
import { withEtag } from "~/http/etag.server";
import { notFound } from "~/http/problem.server";
import { TeamNameAnswer } from "~/http/team-answer";

const read = operation({
  auth: "none",
  summary: "List the teams that can be booked",
  query: Page,
  answers: { 200: listOf(TeamNameAnswer) },
  hasEtag: true,
  async handle({ request, params, query: { limit, offset } }) {
    const workspace = await findWorkspace(params.ws!);
    if (!workspace) return notFound();
    const teams = await listPublicTeams(workspace.id);
    return withEtag(request, { items: teams.slice(offset, offset + limit), total: teams.length, limit, offset });
  },
});

export const { loader, action } = api("/api/v1/public/book/{ws}/teams", { GET: read }, { cors: true });
