import * as one from "~/routes/api.v1.workspaces.$ws.booking.event-types.$id";
import * as all from "~/routes/api.v1.workspaces.$ws.booking.event-types._index";
import { createWorkspace, signIn } from "../../support/factories";
import { callApi } from "../../support/requests";

export type Json = Record<string, unknown> & {
  id: string;
  errors: { path: string; message: string }[];
  items: { id: string }[];
};

/** A workspace whose owner calls the event types of the API; another token can be given. */
export async function studio() {
  const { workspace, owner } = await createWorkspace();
  const { token } = await signIn(owner);
  const base = `/api/v1/workspaces/${workspace.slug}/booking/event-types`;
  const call = (method: string, body?: unknown, as = token) =>
    callApi<Json>(all, method, base, { params: { ws: workspace.slug }, token: as, body });
  const callOne = (method: string, id: string, body?: unknown, as = token) =>
    callApi<Json>(one, method, `${base}/${id}`, { params: { ws: workspace.slug, id }, token: as, body });
  return { workspace, owner, token, base, call, callOne };
}

export const minimal = { name: "Route planning", duration_minutes: 30 };
