import { listPublicTeams } from "~/domain/event-types/hosts.server";
import { findWorkspace } from "~/domain/workspaces/workspaces.server";
import { api, operation } from "~/http/api.server";
import { withEtag } from "~/http/etag.server";
import { notFound } from "~/http/problem.server";

const read = operation({
  auth: "none",
  async handle({ request, params }) {
    const workspace = await findWorkspace(params.ws!);
    return workspace ? withEtag(request, { teams: await listPublicTeams(workspace.id) }) : notFound();
  },
});

export const { loader, action } = api({ GET: read }, { cors: true });
