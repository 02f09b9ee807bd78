import type { calendar_v3 } from "@googleapis/calendar";
import { z } from "zod";
import type { CalendarProvider, ProviderCalendar } from "./calendar-provider";
import {
  askGoogle,
  calendarUrl,
  type FieldsOf,
  flag,
  type GoogleConfig,
  readPages,
  text,
} from "./google-client.server";
import { nothing } from "./provider-http.server";
import { shownName } from "./shown-name";

type Calendars = Pick<CalendarProvider, "listCalendars" | "watch" | "renew" | "stop">;

const Entry = z.object({
  id: z.string().min(1),
  summary: text,
  summaryOverride: text,
  timeZone: text,
  primary: flag,
  deleted: flag,
  accessRole: text,
  conferenceProperties: z.object({ allowedConferenceSolutionTypes: z.array(z.string()).nullish() }).optional(),
} satisfies FieldsOf<calendar_v3.Schema$CalendarListEntry>);

const ListPage = z.object({
  items: z.array(Entry).optional(),
  nextPageToken: text,
} satisfies FieldsOf<calendar_v3.Schema$CalendarList>);

const OpenChannel = z.object({
  id: z.string().min(1),
  resourceId: z.string().min(1),
  expiration: z.coerce.string().optional(),
} satisfies FieldsOf<calendar_v3.Schema$Channel>);

const writing = ["writer", "writerWithoutPrivateAccess", "owner"];

/** The list of calendars, and who tells us that one of them changed. */
export function googleCalendars(config: GoogleConfig): Calendars {
  return {
    async listCalendars(access) {
      const fields = `nextPageToken,items(${Object.keys(Entry.shape).join()})`;
      const pages = await readPages((page) => {
        const query = { maxResults: "250", fields, ...page };
        return askGoogle({ url: calendarUrl(config, "users/me/calendarList", query), access }, ListPage);
      });
      if (!pages.ok) return pages;
      const entries = pages.value.flatMap(({ items = [] }) => items);
      return { ok: true, value: entries.filter(({ deleted }) => !deleted).map(toCalendar) };
    },

    async watch(access, { calendarId, channelId, secret, until }) {
      const url = calendarUrl(config, `calendars/${encodeURIComponent(calendarId)}/events/watch`);
      const channel: calendar_v3.Schema$Channel = {
        id: channelId,
        type: "web_hook",
        address: `${config.APP_URL}/api/v1/calendar-notices/google`,
        token: secret,
        expiration: String(until),
      };
      const opened = await askGoogle({ method: "POST", url, access, json: channel, secrets: [secret] }, OpenChannel);
      if (!opened.ok) return opened;
      const { id, resourceId, expiration } = opened.value;
      return { ok: true, value: { channelId: id, resourceId, expiresAt: Number(expiration) || until } };
    },

    async renew() {
      return null;
    },

    async stop(access, { channelId, resourceId }) {
      const json: calendar_v3.Schema$Channel = { id: channelId, resourceId };
      const url = calendarUrl(config, "channels/stop");
      const stopped = await askGoogle({ method: "POST", url, access, json }, nothing);
      return !stopped.ok && stopped.failure.kind === "gone" ? { ok: true, value: null } : stopped;
    },
  };
}

function toCalendar(entry: z.infer<typeof Entry>): ProviderCalendar {
  const conferences = entry.conferenceProperties?.allowedConferenceSolutionTypes ?? [];
  return {
    id: entry.id,
    name: shownName(entry.summaryOverride || entry.summary || entry.id),
    timezone: entry.timeZone || "UTC",
    isPrimary: entry.primary ?? false,
    isWritable: writing.includes(entry.accessRole ?? ""),
    conferences: conferences.includes("hangoutsMeet") ? ["google_meet"] : [],
  };
}
