import { DAY_MS, weekday } from "~/domain/availability/calendar-days";
import { wallToInstant } from "~/domain/availability/zones";
import * as oneRoute from "~/routes/api.v1.workspaces.$ws.booking.bookings.$id";
import * as allRoute from "~/routes/api.v1.workspaces.$ws.booking.bookings._index";
import { createEventType, createWorkspace, signIn } from "../../support/factories";
import { callApi } from "../../support/requests";

export type Json = Record<string, unknown> & {
  items: { id: string; host_id: string }[];
  errors: { path: string; message: string }[];
  alternatives: { start: string }[];
};

export const hour = 3_600_000;
const today = Math.floor(Date.now() / DAY_MS);
const monday = today + 10 + ((7 - weekday(today + 10)) % 7);
/** 10:00 in Oslo, where everybody of these tests works from 9 to 17. */
export const ten = wallToInstant("Europe/Oslo", monday, 600);
export const yesterday = Date.now() - DAY_MS;

/** A workspace with one host and one event type, and the calls about its bookings. */
export async function studio(columns: Partial<Parameters<typeof createEventType>[1]> = {}) {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner, ...columns });
  const { token } = await signIn(owner);
  const base = `/api/v1/workspaces/${workspace.slug}/booking/bookings`;
  const list = (query = "", as: string | undefined = token) =>
    callApi<Json>(allRoute, "GET", `${base}?${query}`, { params: { ws: workspace.slug }, token: as });
  const one = (method: string, id: string, body?: unknown, as: string | undefined = token, query = "") =>
    callApi<Json>(oneRoute, method, `${base}/${id}?${query}`, { params: { ws: workspace.slug, id }, token: as, body });
  return { workspace, owner, eventType, token, base, list, one };
}

export function ids(answer: { body: Json }) {
  return answer.body.items.map(({ id }) => id);
}
