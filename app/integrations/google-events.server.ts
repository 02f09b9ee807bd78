import type { calendar_v3 } from "@googleapis/calendar";
import { z } from "zod";
import type { CalendarProvider, Outcome, WantedEvent, WrittenEvent } from "./calendar-provider";
import { Time } from "./google-changes.server";
import { askGoogle, calendarUrl, type FieldsOf, type GoogleConfig, text, unreadable } from "./google-client.server";
import { bodyOf, bookingMark } from "./google-event-body.server";
import { eventKey } from "./google-event-key.server";
import { failed, nothing } from "./provider-http.server";

type Events = Pick<CalendarProvider, "createEvent" | "getEvent" | "changeEvent" | "removeEvent">;

const Event = z.object({
  id: z.string().min(1),
  iCalUID: text,
  etag: text,
  status: text,
  start: Time.optional(),
  end: Time.optional(),
  hangoutLink: text,
  // Read to be written back as they are.
  attendees: z.array(z.looseObject({ email: z.string().optional() })).optional(),
  extendedProperties: z.object({ private: z.record(z.string(), z.string()).optional() }).optional(),
  conferenceData: z
    .object({
      createRequest: z.object({ requestId: text, status: z.object({ statusCode: text }).optional() }).optional(),
      entryPoints: z.array(z.object({ entryPointType: text, uri: text })).optional(),
    })
    .optional(),
} satisfies FieldsOf<calendar_v3.Schema$Event>);

type GoogleEvent = z.infer<typeof Event>;

/** Google mails nobody because of what is written: invitations are ours. Version 1 keeps conferences in sight. */
const quietly = { sendUpdates: "none", conferenceDataVersion: "1" };

export function googleEvents(config: GoogleConfig): Events {
  const urlOf = (calendarId: string, id?: string, query?: Record<string, string>) => {
    const events = `calendars/${encodeURIComponent(calendarId)}/events`;
    return calendarUrl(config, id === undefined ? events : `${events}/${encodeURIComponent(id)}`, query);
  };
  const read = (access: string, calendarId: string, id: string) =>
    askGoogle({ url: urlOf(calendarId, id), access }, Event);

  async function change(access: string, calendarId: string, known: GoogleEvent, event: WantedEvent) {
    const request = {
      method: "PATCH" as const,
      url: urlOf(calendarId, known.id, quietly),
      access,
      ...(known.etag && { headers: { "if-match": known.etag } }),
      json: bodyOf(event, known),
    };
    return toWritten(await askGoogle(request, Event), true);
  }

  /** The id is taken: by an earlier try of which no answer came, whose words may be old by now, or by what is deleted. */
  async function takeOver(access: string, calendarId: string, event: WantedEvent): Promise<Outcome<WrittenEvent>> {
    const there = await read(access, calendarId, eventKey(event.bookingId, event.generation));
    if (!there.ok) return there;
    const { status, extendedProperties } = there.value;
    if (extendedProperties?.private?.[bookingMark] !== event.bookingId) {
      return failed({ kind: "conflict", said: "Google has another event under the key of this one." });
    }
    if (status === "cancelled") return failed({ kind: "gone", said: "This event was deleted in Google Calendar." });
    const changed = await change(access, calendarId, there.value, event);
    if (changed.ok || changed.failure.kind !== "conflict") return changed;
    return failed({ ...changed.failure, kind: "later", mayHaveHappened: true });
  }

  return {
    async createEvent(access, calendarId, event) {
      const json = {
        ...bodyOf(event),
        id: eventKey(event.bookingId, event.generation),
        reminders: { useDefault: true },
      };
      const request = { method: "POST" as const, url: urlOf(calendarId, undefined, quietly), access, json };
      const made = toWritten(await askGoogle(request, Event), true);
      if (made.ok || made.failure.kind !== "conflict") return made;
      return takeOver(access, calendarId, event);
    },

    async getEvent(access, calendarId, id) {
      return toWritten(await read(access, calendarId, id), false);
    },

    async changeEvent(access, calendarId, known, event) {
      const there = await read(access, calendarId, known.id);
      if (!there.ok) return there;
      const { status, etag } = there.value;
      if (status === "cancelled") return failed({ kind: "gone", said: "This event was deleted in Google Calendar." });
      if (known.etag && etag !== known.etag) {
        return failed({ kind: "conflict", said: "This event has changed in Google Calendar." });
      }
      return change(access, calendarId, there.value, event);
    },

    async removeEvent(access, calendarId, id) {
      const url = urlOf(calendarId, id, { sendUpdates: "none" });
      const removed = await askGoogle({ method: "DELETE", url, access }, nothing);
      return !removed.ok && removed.failure.kind === "gone" ? { ok: true, value: null } : removed;
    },
  };
}

function toWritten(answer: Outcome<GoogleEvent>, isWrite: boolean): Outcome<WrittenEvent> {
  if (!answer.ok) return answer;
  const event = answer.value;
  const [start, end] = [instantOf(event.start), instantOf(event.end)];
  const isCancelled = event.status === "cancelled";
  if (Number.isNaN(start) || Number.isNaN(end)) {
    // Of what is deleted Google owes no more than the id.
    if (isCancelled) return failed({ kind: "gone", said: "This event was deleted in Google Calendar." });
    return unreadable(undefined, isWrite);
  }
  const { id, iCalUID, etag } = event;
  return {
    ok: true,
    value: { id, icalUid: iCalUID ?? null, etag: etag ?? null, start, end, isCancelled, ...meetingOf(event) },
  };
}

/** A host may make it an event of whole days, which begins at some midnight. */
function instantOf(time: GoogleEvent["start"]) {
  return Date.parse(time?.dateTime ?? time?.date ?? "");
}

function meetingOf({ hangoutLink, conferenceData }: GoogleEvent): Pick<WrittenEvent, "meetingUrl" | "conference"> {
  const video = conferenceData?.entryPoints?.find(({ entryPointType }) => entryPointType === "video");
  const url = hangoutLink ?? video?.uri;
  if (url?.startsWith("https://")) return { meetingUrl: url, conference: "ready" };
  const status = conferenceData?.createRequest?.status?.statusCode;
  if (status === "pending") return { meetingUrl: null, conference: "pending" };
  return { meetingUrl: null, conference: status === "failure" ? "failed" : "none" };
}
