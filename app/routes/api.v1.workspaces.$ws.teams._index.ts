import { createTeam } from "~/domain/teams/save-team.server";
import { TeamInput } from "~/domain/teams/team";
import { countTeams, listTeams } from "~/domain/teams/teams.server";
import { api, created, list, listOf, operation, Page } from "~/http/api.server";
import { requireMember } from "~/http/member.server";
import { TeamAnswer } from "~/http/team-answer";
import { teamJson } from "~/http/team-json.server";
import { teamRefusal } from "~/http/team-refusal.server";

export const { loader, action } = api("/api/v1/workspaces/{ws}/teams", {
  GET: operation({
    auth: "user",
    summary: "List teams",
    query: Page,
    answers: { 200: listOf(TeamAnswer) },
    async handle({ user, params, query }) {
      const { workspace } = await requireMember(user, params.ws, "teams.read");
      const [found, total] = await Promise.all([listTeams(workspace.id, query), countTeams(workspace.id)]);
      return list(found.map(teamJson), total, query);
    },
  }),
  POST: operation({
    auth: "user",
    summary: "Make a team",
    description: "Without a slug it gets one from its name.",
    body: TeamInput,
    answers: { 201: TeamAnswer },
    creates: true,
    example: { name: "Kitchens", slug: "kitchens", member_ids: [] },
    async handle({ request, user, params, body }) {
      const { workspace } = await requireMember(user, params.ws, "teams.change");
      const made = await createTeam({ workspaceId: workspace.id, userId: user.id, input: body });
      if (!made.ok) return teamRefusal(made);
      return created(teamJson(made.team), `${new URL(request.url).pathname}/${made.team.id}`);
    },
  }),
});
