import { createWorkspace } from "~/domain/workspaces/create-workspace.server";
import { NewWorkspaceInput } from "~/domain/workspaces/workspace";
import { listMemberships } from "~/domain/workspaces/workspaces.server";
import { api, created, list, operation, Page } from "~/http/api.server";
import { problem } from "~/http/problem.server";
import { workspaceJson } from "~/http/workspace-json.server";

const readAll = operation({
  auth: "user",
  query: Page,
  async handle({ user, query: { limit, offset } }) {
    const newestFirst = (await listMemberships(user.id)).toReversed();
    return list(newestFirst.slice(offset, offset + limit).map(workspaceJson), newestFirst.length, { limit, offset });
  },
});

const create = operation({
  auth: "user",
  body: NewWorkspaceInput,
  async handle({ user, body }) {
    const result = await createWorkspace(user, body);
    if (!result.ok) return problem(409, "Another workspace has that address.", { code: "slug_taken" });
    const { workspace } = result;
    return created(workspaceJson({ workspace, role: "owner" }), `/api/v1/workspaces/${workspace.id}`);
  },
});

export const { loader, action } = api("/api/v1/workspaces", { GET: readAll, POST: create });
