import type { z } from "zod";
import type { User } from "~/domain/accounts/account";
import { sessionStatusField } from "~/domain/coaches/session";
import { listSessions } from "~/domain/coaches/sessions.server";
import { isUuid } from "~/domain/fields";
import { may } from "~/domain/workspaces/roles";
import { list, Page } from "./api.server";
import { inWorkspace, requireOwnWorkspace } from "./own-workspace.server";
import { notFound, problem } from "./problem.server";
import { sessionJson } from "./session-json.server";

export const SessionsQuery = Page.extend({ ...inWorkspace, status: sessionStatusField.optional() });

type Call = {
  request: Request;
  user: User;
  params: Record<string, string | undefined>;
  query: z.output<typeof SessionsQuery>;
};

/** The sessions of the client or the coach in the path: of oneself, or of anybody for those who see to the workspace. */
export async function listOwnSessions(whose: "client" | "coach", { request, user, params, query }: Call) {
  const { workspace, role } = await requireOwnWorkspace(request, user, "sessions.own");
  if (!isUuid(params.id)) throw notFound();
  const id = params.id.toLowerCase();
  if (id !== user.id && !may(role, "bookings.change-any")) throw problem(403, "You may list your own sessions only.");
  const { limit, offset, status } = query;
  const filter = { workspaceId: workspace.id, statuses: status && [status], limit, offset };
  const { items, total } = await listSessions({
    ...filter,
    ...(whose === "client" ? { clientId: id } : { coachId: id }),
  });
  return list(items.map(sessionJson), total, query);
}
