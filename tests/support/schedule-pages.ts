import { listSchedules } from "~/domain/availability/schedules.server";
import * as edit from "~/routes/booking.availability.$id._index";
import { createWorkspace, signIn } from "./factories";
import { get, postForm } from "./requests";

type Fields = Record<string, string | string[]>;
type Row = [weekday: string, start: string, end: string];

/** What the page of a schedule sends. */
export function scheduleForm(rows: Row[], more: Fields = {}): Fields {
  const hours = rows.flatMap(([weekday, start, end], place) => [
    [`availability.${place}.weekday`, weekday],
    [`availability.${place}.start`, start],
    [`availability.${place}.end`, end],
  ]);
  const fresh = { "fresh.date": "", "fresh.ranges.0.start": "", "fresh.ranges.0.end": "" };
  return { name: "Working hours", timezone: "Europe/Oslo", ...Object.fromEntries(hours), ...fresh, ...more };
}

/** A host in Oslo at the page of the schedule that everybody starts with. */
export async function schedulePage() {
  const { workspace, owner } = await createWorkspace();
  const { cookie } = await signIn(owner);
  const [schedule] = await listSchedules(workspace.id, owner.id);
  const id = schedule!.id;
  const url = `/booking/availability/${id}`;
  const send = (fields: Fields, query = "") => postForm(edit, url + query, fields, { cookie, params: { id } });
  const page = (query = "") => get(edit, url + query, { cookie, params: { id } });
  const read = async () => (await listSchedules(workspace.id, owner.id)).find((each) => each.id === id)!;
  return { workspace, owner, cookie, id, url, send, page, read };
}
