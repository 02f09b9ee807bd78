import type { calendar_v3 } from "@googleapis/calendar";
import { z } from "zod";
import type { CalendarProvider, ProviderEvent, Stretch } from "./calendar-provider";
import {
  askGoogle,
  calendarUrl,
  type FieldsOf,
  flag,
  type GoogleConfig,
  readPages,
  text,
  unreadable,
} from "./google-client.server";
import { bookingMark } from "./google-event-body.server";
import { explainApi } from "./google-refusals.server";
import type { Explanation, Refusal } from "./provider-http.server";

export const Time = z.object({
  date: text,
  dateTime: text,
} satisfies FieldsOf<calendar_v3.Schema$EventDateTime>);

/** What is read of a host's events: when, and not what about. */
const Event = z.object({
  id: z.string().min(1),
  recurringEventId: text,
  iCalUID: text,
  etag: text,
  status: text,
  start: Time.optional(),
  end: Time.optional(),
  transparency: text,
  eventType: text,
  attendees: z.array(z.object({ self: flag, responseStatus: text })).optional(),
  extendedProperties: z.object({ private: z.record(z.string(), z.string()).optional() }).optional(),
} satisfies FieldsOf<calendar_v3.Schema$Event>);

const EventsPage = z.object({
  items: z.array(Event).optional(),
  nextPageToken: text,
  nextSyncToken: text,
} satisfies FieldsOf<calendar_v3.Schema$Events>);

/** The same for each reading, as a sync token is good for no other. Of more attendees only the calendar's owner is told. */
const always = {
  singleEvents: "true",
  maxResults: "1000",
  maxAttendees: "1",
  fields: `nextPageToken,nextSyncToken,items(${Object.keys(Event.shape).join()})`,
};

export function googleChanges(config: GoogleConfig): Pick<CalendarProvider, "listChanges"> {
  return {
    async listChanges(access, { calendarId, window, token }) {
      const { from, to } = window;
      const start: Record<string, string> =
        token === null
          ? { timeMin: new Date(from).toISOString(), timeMax: new Date(to).toISOString() }
          : { syncToken: token };
      const path = `calendars/${encodeURIComponent(calendarId)}/events`;
      const pages = await readPages((page) => {
        const url = calendarUrl(config, path, { ...always, ...start, ...page });
        return askGoogle({ url, access, secrets: token ? [token] : [] }, EventsPage, explainerOf(token));
      });
      if (!pages.ok) return pages;
      const next = pages.value.at(-1)?.nextSyncToken;
      if (!next) return unreadable();
      // An event that changes while the pages are read is told twice, the last time as it is.
      const last = new Map(pages.value.flatMap(({ items = [] }) => items).map((item) => [item.id, toEvent(item)]));
      const events = [...last.values()].filter((event) => event !== null);
      const removed = [...last.keys()].filter((id) => last.get(id) === null);
      return { ok: true, value: { isFull: token === null, events, removed, token: next } };
    },
  };
}

/** Whatever Google has against a token, without it the calendar can be read. */
function explainerOf(token: string | null) {
  return (refusal: Refusal): Explanation => {
    const explained = explainApi(refusal);
    if (refusal.status !== 410 && refusal.status !== 400) return explained;
    if (token !== null) return { ...explained, kind: "expired" };
    return refusal.status === 410 ? { ...explained, kind: "later" } : explained;
  };
}

/** Null: it is not there any more. */
function toEvent(item: z.infer<typeof Event>): ProviderEvent | null {
  const when = stretchOf(item.start, item.end);
  if (item.status === "cancelled" || !when) return null;
  return {
    id: item.id,
    seriesId: item.recurringEventId ?? null,
    icalUid: item.iCalUID ?? null,
    etag: item.etag ?? null,
    when,
    isCancelled: false,
    answer: answerOf(item),
    showAs: isEmpty(when) ? "free" : showAsOf(item),
    bookingId: item.extendedProperties?.private?.[bookingMark] ?? null,
  };
}

function stretchOf(start?: z.infer<typeof Time>, end?: z.infer<typeof Time>): Stretch | null {
  if (start?.date && end?.date) return { firstDay: start.date, endDay: end.date };
  const [from, to] = [Date.parse(start?.dateTime ?? ""), Date.parse(end?.dateTime ?? "")];
  return Number.isNaN(from) || Number.isNaN(to) ? null : { from, to };
}

function isEmpty(when: Stretch) {
  return "from" in when ? when.from >= when.to : when.firstDay >= when.endDay;
}

function answerOf({ attendees }: z.infer<typeof Event>): ProviderEvent["answer"] {
  const response = attendees?.find(({ self }) => self)?.responseStatus;
  return response === "accepted" || response === "tentative" || response === "declined" ? response : "none";
}

function showAsOf({ transparency, eventType, status }: z.infer<typeof Event>): ProviderEvent["showAs"] {
  if (transparency === "transparent" || eventType === "workingLocation" || eventType === "birthday") return "free";
  if (eventType === "outOfOffice") return "out_of_office";
  return status === "tentative" ? "tentative" : "busy";
}
