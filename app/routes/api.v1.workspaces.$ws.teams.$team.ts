import { json } from "@remix-run/node";
import { deleteTeam } from "~/domain/teams/delete-team.server";
import { changeTeam } from "~/domain/teams/save-team.server";
import { TeamPatch } from "~/domain/teams/team";
import { findTeam } from "~/domain/teams/teams.server";
import { api, noContent, operation } from "~/http/api.server";
import { requireMember } from "~/http/member.server";
import { notFound } from "~/http/problem.server";
import { TeamAnswer } from "~/http/team-answer";
import { teamJson } from "~/http/team-json.server";
import { teamRefusal } from "~/http/team-refusal.server";

export const { loader, action } = api("/api/v1/workspaces/{ws}/teams/{team}", {
  GET: operation({
    auth: "user",
    summary: "See a team",
    answers: { 200: TeamAnswer },
    async handle({ user, params }) {
      const { workspace } = await requireMember(user, params.ws, "teams.read");
      const found = await findTeam(workspace.id, params.team);
      return found ? json(teamJson(found)) : notFound();
    },
  }),
  PATCH: operation({
    auth: "user",
    summary: "Change a team",
    body: TeamPatch,
    answers: { 200: TeamAnswer },
    example: { name: "Kitchens and baths" },
    async handle({ user, params, body }) {
      const { workspace } = await requireMember(user, params.ws, "teams.change");
      const key = { workspaceId: workspace.id, userId: user.id, idOrSlug: params.team };
      const changed = await changeTeam({ ...key, patch: body });
      return changed.ok ? json(teamJson(changed.team)) : teamRefusal(changed);
    },
  }),
  DELETE: operation({
    auth: "user",
    summary: "Delete a team",
    answers: { 204: null },
    async handle({ user, params }) {
      const { workspace } = await requireMember(user, params.ws, "teams.change");
      const deleted = await deleteTeam({ workspaceId: workspace.id, userId: user.id, idOrSlug: params.team });
      return deleted.ok ? noContent() : teamRefusal(deleted);
    },
  }),
});
