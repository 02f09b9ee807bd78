import type { Event, SingleValueLegacyExtendedProperty } from "@microsoft/microsoft-graph-types";
import { plainText } from "./bodies";
import { dayOf, writeDateTime } from "./date-times";
import type { Account, Instance } from "./types";
import { windowsOf } from "./zones";

export type Manner = {
  timeZone: string | null;
  immutableIds: boolean;
  textBodies: boolean;
  /** Which extended properties were asked for. Nobody gets them unasked. */
  expand?: (property: { id: string }) => boolean;
};

/** Types leave out what OData adds. */
export type EventAnswer = Event & { "@odata.etag": string; "@odata.type"?: string };

export const etagOf = ({ event }: Instance) => `W/"${event.changeKey}"`;

/** An event as Graph tells it. Where nobody asked for a zone, the mailbox's own counts. */
export function eventAnswer(instance: Instance, account: Account, manner: Manner): EventAnswer {
  const { event, fields, type, originalStart } = instance;
  const id = idIn(instance, manner);
  const text = plainText(fields.body?.content ?? "");
  const suffix = originalStart === null ? "" : new Date(originalStart).toISOString().slice(0, 10).replaceAll("-", "");
  return {
    "@odata.etag": etagOf(instance),
    id,
    createdDateTime: new Date(event.createdAt).toISOString(),
    lastModifiedDateTime: new Date(event.modifiedAt).toISOString(),
    changeKey: event.changeKey,
    iCalUId: event.iCalUId + suffix,
    ...fields,
    ...(event.transactionId === null ? {} : { transactionId: event.transactionId }),
    bodyPreview: text.slice(0, 255),
    body: manner.textBodies ? { contentType: "text", content: text } : fields.body,
    ...timesOf(instance, account, manner),
    originalStartTimeZone: fields.originalStartTimeZone ?? windowsOf(fields.start!.timeZone!),
    originalEndTimeZone: fields.originalEndTimeZone ?? windowsOf(fields.end!.timeZone!),
    ...(originalStart === null ? {} : { originalStart: new Date(originalStart).toISOString() }),
    locations: fields.location?.displayName ? [fields.location] : [],
    type,
    seriesMasterId: originalStart === null ? null : idIn(event, manner),
    onlineMeetingUrl: null,
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
    ...extendedOf(instance, manner),
  };
}

/** Of one of a series, a delta tells this and no more: everything else is the master's. */
export function bareOccurrence(instance: Instance, account: Account, manner: Manner): EventAnswer {
  return {
    "@odata.etag": etagOf(instance),
    seriesMasterId: idIn(instance.event, manner),
    type: "occurrence",
    id: idIn(instance, manner),
    ...timesOf(instance, account, manner),
  };
}

export function idIn(ids: { id: string; immutableId: string }, { immutableIds }: Pick<Manner, "immutableIds">) {
  return immutableIds ? ids.immutableId : ids.id;
}

function timesOf({ fields, start, end }: Instance, account: Account, manner: Manner) {
  const timeZone = manner.timeZone ?? account.timeZone ?? "UTC";
  if (!fields.isAllDay) return { start: writeDateTime(start, timeZone), end: writeDateTime(end, timeZone) };
  const day = (value: Event["start"]) => ({ dateTime: `${dayOf(value!)}T00:00:00.0000000`, timeZone });
  return { start: day(fields.start), end: day(fields.end) };
}

function extendedOf({ event }: Instance, { expand }: Manner) {
  const found: SingleValueLegacyExtendedProperty[] = expand ? event.extended.filter(expand) : [];
  return found.length > 0 ? { singleValueExtendedProperties: found } : {};
}
