import { createWorkspace } from "~/domain/workspaces/create-workspace.server";
import { NewWorkspaceInput } from "~/domain/workspaces/workspace";
import { listMemberships } from "~/domain/workspaces/workspaces.server";
import { api, created, list, listOf, operation, Page } from "~/http/api.server";
import { problem } from "~/http/problem.server";
import { WorkspaceAnswer } from "~/http/workspace-answer";
import { workspaceJson } from "~/http/workspace-json.server";

const readAll = operation({
  auth: "user",
  summary: "List one's workspaces",
  query: Page,
  answers: { 200: listOf(WorkspaceAnswer) },
  async handle({ user, query: { limit, offset } }) {
    const newestFirst = (await listMemberships(user.id)).toReversed();
    return list(newestFirst.slice(offset, offset + limit).map(workspaceJson), newestFirst.length, { limit, offset });
  },
});

const create = operation({
  auth: "user",
  summary: "Make a workspace",
  description: "Whoever makes it is its owner.",
  body: NewWorkspaceInput,
  answers: { 201: WorkspaceAnswer },
  creates: true,
  example: { name: "Nordlys Studio", slug: "nordlys-studio" },
  async handle({ user, body }) {
    const result = await createWorkspace(user, body);
    if (!result.ok) return problem(409, "Another workspace has that address.", { code: "slug_taken" });
    const { workspace } = result;
    return created(workspaceJson({ workspace, role: "owner" }), `/api/v1/workspaces/${workspace.id}`);
  },
});

export const { loader, action } = api("/api/v1/workspaces", { GET: readAll, POST: create });
