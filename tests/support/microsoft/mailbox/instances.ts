import type { Event } from "@microsoft/microsoft-graph-types";
import { DateTime } from "luxon";
import { dayOf, instantOf, localOf, writeDateTime } from "./date-times";
import { occurrenceIds } from "./ids";
import { startsOf } from "./recurrence";
import type { Instance, StoredEvent } from "./types";
import { ianaOf } from "./zones";

export type Window = { start: number; end: number };

/** An all-day event has days and no zone: they are those of the mailbox. */
export function spanOf({ isAllDay, start, end }: Event, mailboxZone: string): Window {
  if (!isAllDay) return { start: instantOf(start!), end: instantOf(end!) };
  const [from, to] = [start!, end!].map((each) => midnight(dayOf(each), mailboxZone).toMillis());
  return { start: from!, end: to! };
}

/** The event itself, without looking into its series. */
export function wholeOf(event: StoredEvent, zone: string): Instance {
  const type = event.fields.recurrence ? "seriesMaster" : "singleInstance";
  const { id, immutableId, fields } = event;
  return { event, id, immutableId, fields, type, originalStart: null, ...spanOf(fields, zone) };
}

/** What of an event lies in a window: itself, or those of its series. */
export function instancesIn(event: StoredEvent, zone: string, window: Window): Instance[] {
  if (!event.fields.recurrence) return [wholeOf(event, zone)].filter((each) => touches(each, window));
  const exceptions = [...event.exceptions.keys()].map((start) => occurrenceOf(event, zone, start));
  const regular: Instance[] = [];
  for (const start of originalStarts(event, zone)) {
    if (start >= window.end) break;
    if (!event.cancelled.has(start) && !event.exceptions.has(start)) regular.push(occurrenceOf(event, zone, start));
  }
  return [...regular, ...exceptions].filter((each) => touches(each, window)).sort((a, b) => a.start - b.start);
}

/** One of a series by its original start; null where the series has none then, or where it was cancelled. */
export function findOccurrence(event: StoredEvent, zone: string, originalStart: number): Instance | null {
  if (!event.fields.recurrence || event.cancelled.has(originalStart)) return null;
  for (const start of originalStarts(event, zone)) {
    if (start === originalStart) return occurrenceOf(event, zone, start);
    if (start > originalStart) return null;
  }
  return null;
}

function* originalStarts({ fields }: StoredEvent, zone: string) {
  const first = fields.isAllDay ? midnight(dayOf(fields.start!), zone) : localOf(fields.start!);
  const named = fields.recurrence!.range?.recurrenceTimeZone;
  const local = named && !fields.isAllDay ? first.setZone(ianaOf(named) ?? "UTC") : first;
  for (const start of startsOf(fields.recurrence!, local)) yield start.toMillis();
}

function occurrenceOf(event: StoredEvent, zone: string, originalStart: number): Instance {
  const exception = event.exceptions.get(originalStart);
  const fields = {
    ...event.fields,
    ...regularTimes(event.fields, zone, originalStart),
    ...exception,
    recurrence: null,
  };
  return {
    event,
    ...occurrenceIds(event, originalStart),
    fields,
    type: exception ? "exception" : "occurrence",
    originalStart,
    ...spanOf(fields, zone),
  };
}

function regularTimes(fields: Event, zone: string, start: number) {
  if (!fields.isAllDay) {
    const end = start + instantOf(fields.end!) - instantOf(fields.start!);
    return {
      start: writeDateTime(start, fields.start!.timeZone!),
      end: writeDateTime(end, fields.end!.timeZone!),
    };
  }
  const days = Math.round(
    midnight(dayOf(fields.end!), "UTC")
      .diff(midnight(dayOf(fields.start!), "UTC"))
      .as("days"),
  );
  const from = DateTime.fromMillis(start, { zone: ianaOf(zone)! });
  const write = (each: DateTime) => ({ ...fields.start, dateTime: `${each.toISODate()}T00:00:00.0000000` });
  return { start: write(from), end: write(from.plus({ days })) };
}

function midnight(day: string, zone: string) {
  return DateTime.fromISO(day, { zone: ianaOf(zone)! });
}

function touches(span: Window, window: Window) {
  return span.start < window.end && (span.end > window.start || span.start === window.start);
}
