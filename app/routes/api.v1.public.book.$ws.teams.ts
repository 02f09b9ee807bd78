import { json } from "@remix-run/node";
import { listPublicTeams } from "~/domain/event-types/hosts.server";
import { findWorkspace } from "~/domain/workspaces/workspaces.server";
import { api, operation } from "~/http/api.server";
import { notFound } from "~/http/problem.server";

const read = operation({
  auth: "none",
  async handle({ params }) {
    const workspace = await findWorkspace(params.ws!);
    return workspace ? json({ teams: await listPublicTeams(workspace.id) }) : notFound();
  },
});

export const { loader, action } = api({ GET: read }, { cors: true });
