import type { Event } from "@microsoft/microsoft-graph-types";
import { keptBody } from "./bodies";
import { type Place, touch } from "./store";
import type { Instance } from "./types";

/** Writes fields over those of an event. Over those of one of a series, it becomes an exception. */
export function changeInstance(place: Place, { event, originalStart }: Instance, patch: Event) {
  const fields: Event = { ...patch };
  if (patch.body) fields.body = keptBody(patch.body);
  if (patch.attendees) fields.attendees = withStatus(patch, event.fields);
  if (originalStart === null) Object.assign(event.fields, fields);
  else event.exceptions.set(originalStart, { ...event.exceptions.get(originalStart), ...fields });
  touch(place, event);
}

/** Who was asked before keeps the answer given. */
function withStatus({ attendees }: Event, before: Event): Event["attendees"] {
  return (attendees ?? []).map((each) => {
    const same = (old: NonNullable<Event["attendees"]>[number]) =>
      old.emailAddress?.address?.toLowerCase() === each.emailAddress?.address?.toLowerCase();
    const status = before.attendees?.find(same)?.status ?? { response: "none", time: "0001-01-01T00:00:00Z" };
    return { type: "required", status, ...each } as NonNullable<Event["attendees"]>[number];
  });
}
