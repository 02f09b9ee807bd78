import { json } from "@remix-run/node";
import { changeWorkspace } from "~/domain/workspaces/change-workspace.server";
import { WorkspacePatch } from "~/domain/workspaces/workspace";
import { api, operation } from "~/http/api.server";
import { requireMember } from "~/http/member.server";
import { problem } from "~/http/problem.server";
import { WorkspaceAnswer } from "~/http/workspace-answer";
import { workspaceJson } from "~/http/workspace-json.server";

const read = operation({
  auth: "user",
  summary: "See a workspace",
  answers: { 200: WorkspaceAnswer },
  handle: async ({ user, params }) => json(workspaceJson(await requireMember(user, params.ws, "workspace.read"))),
});

const change = operation({
  auth: "user",
  summary: "Change a workspace",
  body: WorkspacePatch,
  answers: { 200: WorkspaceAnswer },
  example: { description: "Kitchens and cupboards." },
  async handle({ user, params, body: patch }) {
    const { workspace, role } = await requireMember(user, params.ws, "workspace.change");
    const result = await changeWorkspace({ workspaceId: workspace.id, userId: user.id, patch });
    if (!result.ok) return problem(409, "Another workspace has that address.", { code: "slug_taken" });
    return json(workspaceJson({ workspace: result.workspace, role }));
  },
});

export const { loader, action } = api("/api/v1/workspaces/{ws}", { GET: read, PATCH: change });
