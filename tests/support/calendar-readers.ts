import ICAL from "ical.js";
import nodeIcal, { type VEvent } from "node-ical";
import { expect } from "vitest";

/** What a calendar file says. Instants are epoch milliseconds; what is not in it is null. */
export type Entry = {
  method: string | null;
  uid: string;
  sequence: number;
  stamp: number;
  start: number;
  end: number;
  created: number;
  modified: number;
  summary: string;
  description: string;
  location: string | null;
  url: string | null;
  status: string | null;
  transparency: string;
  organizer: { name: string; address: string; sentBy: string | null };
  attendees: { address: string; name: string; role: string; answer: string | null; isAsked: boolean }[];
};

/** Reads a file with two parsers, neither of them ours, that must agree on every value. */
export function readCalendar(file: string): Entry {
  const entry = readWithIcalJs(file);
  expect(readWithNodeIcal(file)).toEqual(entry);
  return entry;
}

export function readWithIcalJs(file: string): Entry {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const events = calendar.getAllSubcomponents("vevent");
  expect(events).toHaveLength(1);
  const event = events[0]!;
  const text = (name: string) => (event.getFirstPropertyValue(name) as string | null) ?? null;
  const instant = (name: string) => (event.getFirstPropertyValue(name) as ICAL.Time).toJSDate().getTime();
  const organizer = event.getFirstProperty("organizer")!;
  return {
    method: calendar.getFirstPropertyValue("method") as string | null,
    uid: text("uid")!,
    sequence: Number(text("sequence")),
    stamp: instant("dtstamp"),
    start: instant("dtstart"),
    end: instant("dtend"),
    created: instant("created"),
    modified: instant("last-modified"),
    summary: text("summary")!,
    description: text("description")!,
    location: text("location"),
    url: text("url"),
    status: text("status"),
    transparency: text("transp")!,
    organizer: {
      name: String(organizer.getFirstParameter("cn")),
      address: addressOf(String(organizer.getFirstValue())),
      sentBy: organizer.getParameter("sent-by") ? addressOf(organizer.getFirstParameter("sent-by")) : null,
    },
    attendees: event.getAllProperties("attendee").map((attendee) => ({
      address: addressOf(String(attendee.getFirstValue())),
      name: attendee.getFirstParameter("cn"),
      role: attendee.getFirstParameter("role"),
      answer: attendee.getParameter("partstat") ? attendee.getFirstParameter("partstat") : null,
      isAsked: attendee.getParameter("rsvp") === "TRUE",
    })),
  };
}

type Valued = string | { val: string; params: Record<string, string | number | boolean | undefined> };

function readWithNodeIcal(file: string): Entry {
  const { vcalendar, ...rest } = nodeIcal.sync.parseICS(file);
  const events = Object.values(rest);
  expect(events).toHaveLength(1);
  const event = events[0] as VEvent;
  const valueOf = (valued: unknown) => (typeof valued === "object" ? (valued as { val: string }).val : String(valued));
  const text = (valued: unknown) => (valued === undefined ? null : valueOf(valued));
  const paramsOf = (valued: unknown) => (valued as Exclude<Valued, string>).params;
  const instant = (date: unknown) => (date as Date).getTime();
  const organizer = paramsOf(event.organizer);
  return {
    method: (vcalendar as { method?: string }).method ?? null,
    uid: event.uid,
    sequence: Number(event.sequence),
    stamp: instant(event.dtstamp),
    start: instant(event.start),
    end: instant(event.end),
    created: instant(event.created),
    modified: instant(event.lastmodified),
    summary: text(event.summary)!,
    description: text(event.description)!,
    location: text(event.location),
    url: text(event.url),
    status: text(event.status),
    transparency: text(event.transparency)!,
    organizer: {
      name: String(organizer.CN),
      address: addressOf(valueOf(event.organizer)),
      sentBy: organizer["SENT-BY"] ? addressOf(String(organizer["SENT-BY"])) : null,
    },
    attendees: [event.attendee ?? []].flat().map((attendee) => {
      const { CN, ROLE, PARTSTAT, RSVP } = paramsOf(attendee);
      return {
        address: addressOf(valueOf(attendee)),
        name: String(CN),
        role: String(ROLE),
        answer: PARTSTAT === undefined ? null : String(PARTSTAT),
        isAsked: RSVP === true,
      };
    }),
  };
}

/** A calendar reader must not care how `mailto:` is spelled, nor which signs are written as their codes. */
function addressOf(uri: string) {
  expect(uri).toMatch(/^mailto:/i);
  return decodeURIComponent(uri.slice("mailto:".length));
}
