import type { Event } from "@microsoft/microsoft-graph-types";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Conference, ProviderEvent, WantedEvent, WrittenEvent } from "./calendar-provider";

const moment = z.object({ dateTime: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/) });

const fields = {
  id: z.string(),
  start: moment,
  end: moment,
  iCalUId: z.string().nullish(),
  isAllDay: z.boolean().nullish(),
  isCancelled: z.boolean().nullish(),
  showAs: z.string().nullish(),
  responseStatus: z.object({ response: z.string().nullish() }).nullish(),
  type: z.string().nullish(),
  seriesMasterId: z.string().nullish(),
  transactionId: z.string().nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeeting: z
    .object({
      joinUrl: z
        .url({ protocol: /^https$/ })
        .nullish()
        .catch(null),
    })
    .nullish(),
} satisfies Partial<Record<keyof Event, z.ZodType>>;

/** What we read of an event as Graph tells it: in UTC, which every call asks for. */
export const graphEvent = z.object({ ...fields, "@odata.etag": z.string().nullish() });

export type GraphEvent = z.infer<typeof graphEvent>;

/** Exchange refuses more. */
const longestTitle = 255;

const answers: Record<string, ProviderEvent["answer"]> = {
  accepted: "accepted",
  tentativelyAccepted: "tentative",
  declined: "declined",
};

const showings: Record<string, ProviderEvent["showAs"]> = {
  free: "free",
  workingElsewhere: "free",
  tentative: "tentative",
  oof: "out_of_office",
};

/**
 * Names an event that we make, in a form that can be read back from what Graph tells unasked. A mailbox takes each such
 * name once, whichever of its calendars it is for.
 */
export function transactionIdOf({ bookingId, generation }: WantedEvent, calendarId: string) {
  const calendar = createHash("sha256").update(calendarId).digest("hex").slice(0, 16);
  return `meridian-${bookingId}-${generation}-${calendar}`;
}

export function toProviderEvent(event: GraphEvent): ProviderEvent {
  return {
    id: event.id,
    seriesId: event.seriesMasterId ?? null,
    icalUid: event.iCalUId ?? null,
    etag: event["@odata.etag"] ?? null,
    when: event.isAllDay
      ? { firstDay: dayOf(event.start), endDay: dayOf(event.end) }
      : { from: instantOf(event.start), to: instantOf(event.end) },
    isCancelled: event.isCancelled ?? false,
    answer: answers[event.responseStatus?.response ?? ""] ?? "none",
    showAs: showings[event.showAs ?? ""] ?? "busy",
    bookingId: /^meridian-([\da-f-]{36})-\d+-/.exec(event.transactionId ?? "")?.[1] ?? null,
  };
}

/** `asked`: the video link that was asked for just now. */
export function toWrittenEvent(event: GraphEvent, asked: Conference | null): WrittenEvent {
  const meetingUrl = event.onlineMeeting?.joinUrl ?? null;
  const missing = event.isOnlineMeeting ? "pending" : asked ? "failed" : "none";
  return {
    id: event.id,
    icalUid: event.iCalUId ?? null,
    etag: event["@odata.etag"] ?? null,
    start: instantOf(event.start),
    end: instantOf(event.end),
    isCancelled: event.isCancelled ?? false,
    meetingUrl,
    conference: meetingUrl ? "ready" : missing,
  };
}

/** What of a booking Graph is told, beside the text. Nobody is listed: Outlook would mail them. */
export function contentOf({ title, location, start, end, isTentative }: WantedEvent) {
  return {
    // Half of a character is none.
    subject: title.slice(0, longestTitle).replace(/[\uD800-\uDBFF]$/, ""),
    location: { displayName: location },
    start: inUtc(start),
    end: inUtc(end),
    showAs: isTentative ? "tentative" : "busy",
  } satisfies Event;
}

/** Whoever comes is named here, as they are nowhere else. */
export function textOf({ description, attendees, url }: WantedEvent) {
  const people = attendees.map(({ name, email }) => (name ? `${name} <${email}>` : email));
  const missing = [people.filter((person) => !description.includes(person)).join("\n"), url];
  const parts = [description, ...missing.filter((part) => !description.includes(part))].filter(Boolean);
  return { body: { contentType: "html", content: parts.map(paragraph).join("") } } satisfies Event;
}

function paragraph(text: string) {
  const parts = text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/).map(escape);
  const linked = parts.map((part, index) => (index % 2 === 1 ? `<a href="${part}">${part}</a>` : part)).join("");
  return `<p>${linked.replaceAll(/\r?\n/g, "<br>")}</p>`;
}

export function teamsMeeting({ conference }: WantedEvent): Event {
  return conference === "microsoft_teams" ? { isOnlineMeeting: true, onlineMeetingProvider: "teamsForBusiness" } : {};
}

type Moment = z.infer<typeof moment>;

function instantOf({ dateTime }: Moment) {
  return Date.parse(`${dateTime.slice(0, 19)}Z`);
}

function dayOf({ dateTime }: Moment) {
  return dateTime.slice(0, 10);
}

/** Graph knows no offsets here: a zone stands beside the time. */
function inUtc(instant: number) {
  return { dateTime: new Date(instant).toISOString().replace("Z", "0000"), timeZone: "UTC" };
}

function escape(text: string) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
