import { findTeam } from "~/domain/teams/teams.server";
import { findWorkspace } from "~/domain/workspaces/workspaces.server";
import { api, operation } from "~/http/api.server";
import { withEtag } from "~/http/etag.server";
import { notFound } from "~/http/problem.server";
import { PublicTeamAnswer } from "~/http/team-answer";

const read = operation({
  auth: "none",
  summary: "See a team that can be booked",
  answers: { 200: PublicTeamAnswer },
  hasEtag: true,
  async handle({ request, params }) {
    const workspace = await findWorkspace(params.ws!);
    const team = workspace && (await findTeam(workspace.id, params.team));
    if (!team) return notFound();
    const members = team.members.map(({ userId, name }) => ({ user_id: userId, name }));
    return withEtag(request, { name: team.name, slug: team.slug, members });
  },
});

export const { loader, action } = api("/api/v1/public/book/{ws}/team/{team}", { GET: read }, { cors: true });
