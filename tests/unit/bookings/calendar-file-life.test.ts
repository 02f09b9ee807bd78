import { describe, expect, test } from "vitest";
import type { Booking } from "~/domain/bookings/booking";
import { calendarFile } from "~/domain/bookings/calendar-file";
import { lintCalendar, lintLife } from "../../support/calendar-lint";
import { readCalendar } from "../../support/calendar-readers";
import { aBooking, aGuest, anEventType, now } from "../emails/a-booking";

const hour = 3_600_000;
const manageUrl = "https://meet.northlight.example/meeting/secret";
const hostile = `x\r\nATTENDEE:mailto:evil@example.org\nEND:VEVENT\r;,:\\ "quoted" \\\\`;
const asText = hostile.replace(/\r\n?/g, "\n");
const asName = `x ATTENDEE:mailto:evil@example.org END:VEVENT ,,:' 'quoted' ''`;
const guests = Array.from({ length: 40 }, (_, at) => aGuest(`a.guest.with.a.long.address.${at}@visitors.example.org`));

type Life = { given: Partial<Booking>; summary: string; location: string; said: string; host: string; invitee: string };

/** A booking as it is given, and what both parsers must make of it. */
const lives: Record<string, Life> = {
  German: {
    given: {
      locale: "de",
      inviteeName: "Jürgen Groß-Übelhör",
      host: { ...aBooking().host, name: "Käthe Müller" },
      eventType: anEventType({ name: "Beratung über Größen, Maße; Gewichte" }),
      meetingUrl: null,
      locationType: "in_person",
      locationValue: "Straße der Einheit 7, 3. Stock; bitte läuten",
      notes: "Ich hätte gern Auskunft über die Größe: 3,5 m; danke!",
    },
    summary: "Beratung über Größen, Maße; Gewichte: Jürgen Groß-Übelhör und Käthe Müller",
    location: "Straße der Einheit 7, 3. Stock; bitte läuten",
    said: "Notizen\nIch hätte gern Auskunft über die Größe: 3,5 m; danke!",
    host: "Käthe Müller",
    invitee: "Jürgen Groß-Übelhör",
  },
  emoji: {
    given: {
      inviteeName: "🎈".repeat(60),
      host: { ...aBooking().host, name: "👩‍👩‍👧‍👦🏳️‍🌈 Ånn ^^" },
      eventType: anEventType({ name: "🧭 Route" }),
      meetingUrl: null,
      locationValue: "🏝️".repeat(40),
      notes: "🙏🏽".repeat(50),
    },
    summary: `🧭 Route: ${"🎈".repeat(60)} and 👩‍👩‍👧‍👦🏳️‍🌈 Ånn ^^`,
    location: "🏝️".repeat(40),
    said: `Notes\n${"🙏🏽".repeat(50)}`,
    host: "👩‍👩‍👧‍👦🏳️‍🌈 Ånn ˆˆ",
    invitee: "🎈".repeat(60),
  },
  "Devanagari, and many guests": {
    given: {
      inviteeName: "वेंकट राघुनाथन ".repeat(8).trim(),
      attendees: [...aBooking({ inviteeName: "वेंकट" }).attendees, ...guests],
      answers: { "क्या आप पहले आ चुके हैं?": "हाँ, दो बार" },
    },
    summary: `Route planning consultation: ${"वेंकट राघुनाथन ".repeat(8).trim()} and Ingrid Halvorsen-Nakamura`,
    location: "https://meet.example/kva-roeh-tzm",
    said: "क्या आप पहले आ चुके हैं?\nहाँ, दो बार",
    host: "Ingrid Halvorsen-Nakamura",
    invitee: "वेंकट",
  },
  hostile: {
    given: {
      inviteeName: hostile,
      host: { ...aBooking().host, name: hostile },
      eventType: anEventType({ name: hostile }),
      meetingUrl: null,
      locationValue: hostile,
      answers: { [hostile]: [hostile, hostile] },
      notes: hostile,
    },
    summary: `${asText}: ${asText} and ${asText}`,
    location: asText,
    said: `${asText}\n${asText}, ${asText}\n\nNotes\n${asText}`,
    host: asName,
    invitee: asName,
  },
};

describe.each(Object.entries(lives))(
  "a booking in %s words",
  (_, { given, summary, location, said, host, invitee }) => {
    const booked = aBooking({ createdAt: now - hour, ...given });
    const moved = { ...booked, sequence: 1, start: booked.start + hour, end: booked.end + hour, updatedAt: now + 1000 };
    const cancelled = { ...moved, sequence: 2, status: "cancelled" as const, updatedAt: now + 2000 };
    const file = (booking: Booking, method: "REQUEST" | "CANCEL", stamp: number) =>
      calendarFile(booking, { method, now: stamp, manageUrl });
    const files = [
      file(booked, "REQUEST", now),
      file(moved, "REQUEST", now + 1000),
      file(cancelled, "CANCEL", now + 2000),
    ];

    test("is one entry for life, and each file outranks the one before", () => {
      files.forEach(lintCalendar);
      lintLife(files);
    });

    test.each([
      ["booked", 0, booked, "REQUEST", "CONFIRMED"],
      ["moved", 1, moved, "REQUEST", "CONFIRMED"],
      ["cancelled", 2, cancelled, "CANCEL", "CANCELLED"],
    ] as const)("reads the same in every parser when it is %s", (_, at, booking, method, status) => {
      const { attendees, organizer, description, ...entry } = readCalendar(files[at]!);
      expect(entry).toEqual({
        method,
        uid: booking.id,
        sequence: at,
        stamp: now + at * 1000,
        start: booking.start,
        end: booking.end,
        created: now - hour,
        modified: now + at * 1000,
        summary,
        location,
        url: manageUrl,
        status,
        transparency: "OPAQUE",
      });
      expect(description).toContain(`\n\n${said}\n\n${manageUrl}`);
      expect(organizer).toEqual({ name: host, address: "ingrid@northlight.example", sentBy: null });
      expect(attendees.map(({ name }) => name)).toEqual([
        host,
        invitee,
        ...booking.attendees.slice(2).map(({ email }) => email),
      ]);
    });
  },
);
