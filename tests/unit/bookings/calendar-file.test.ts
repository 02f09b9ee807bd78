import { expect, test } from "vitest";
import { calendarFile } from "~/domain/bookings/calendar-file";
import { lintCalendar } from "../../support/calendar-lint";
import { readCalendar, readWithIcalJs } from "../../support/calendar-readers";
import { aBooking, aGuest, now } from "../emails/a-booking";

const options = { method: "REQUEST" as const, now };
const manageUrl = "https://meet.northlight.example/meeting/secret-of-the-invitee";

const said = {
  notes: "Please bring\nthe new compass.",
  answers: { "Which harbour?": ["Oslo", "Bergen"], "Ever sailed?": true, "Own boat?": false, Crew: 4, Wishes: "" },
};

function unfolded(file: string) {
  return file.replaceAll("\r\n ", "");
}

test("an invitation holds the meeting in UTC", () => {
  const file = calendarFile(aBooking({ updatedAt: now - 60_000 }), options);
  lintCalendar(file);
  expect(readCalendar(file)).toMatchObject({
    method: "REQUEST",
    uid: "22222222-2222-4222-8222-222222222222",
    sequence: 0,
    stamp: now,
    modified: now - 60_000,
    status: "CONFIRMED",
    transparency: "OPAQUE",
    summary: "Route planning consultation: Venkat Raghunathan and Ingrid Halvorsen-Nakamura",
    description: "Route planning consultation\n\nhttps://meet.example/kva-roeh-tzm",
    location: "https://meet.example/kva-roeh-tzm",
    url: null,
  });
  expect(file).toContain("DTSTART:20261123T103000Z\r\n");
  expect(file).toContain("DTEND:20261123T110000Z\r\n");
  expect(file).toContain("DTSTAMP:20261118T094400Z\r\n");
});

test("the last line ends like the others", () => {
  expect(calendarFile(aBooking(), options)).toMatch(/\r\nEND:VCALENDAR\r\n$/);
});

test("a place without a link is the location, and no place leaves it out", () => {
  const inPerson = { meetingUrl: null, locationType: "in_person", locationValue: "Karl Johans gate 1, Oslo" };
  expect(readCalendar(calendarFile(aBooking(inPerson), options)).location).toBe("Karl Johans gate 1, Oslo");
  expect(readCalendar(calendarFile(aBooking({ meetingUrl: null }), options)).location).toBeNull();
});

test.each([
  ["pending", "TENTATIVE"],
  ["confirmed", "CONFIRMED"],
  ["completed", "CONFIRMED"],
  ["cancelled", "CANCELLED"],
] as const)("a %s booking is %s", (status, expected) => {
  expect(readCalendar(calendarFile(aBooking({ status }), options)).status).toBe(expected);
});

test("a cancellation is one, whatever the booking became", () => {
  const file = calendarFile(aBooking({ status: "confirmed" }), { ...options, method: "CANCEL" });
  expect(readCalendar(file)).toMatchObject({ method: "CANCEL", status: "CANCELLED" });
});

test("a file to download invites nobody", () => {
  const file = calendarFile(aBooking(), { ...options, method: "PUBLISH" });
  lintCalendar(file);
  const { attendees, organizer } = readCalendar(file);
  expect(attendees).toEqual([]);
  expect(organizer.address).toBe("ingrid@northlight.example");
});

test("the invitee's own copy holds their answers, their notes and the way to change the meeting", () => {
  const { description, url } = readCalendar(calendarFile(aBooking(said), { ...options, manageUrl }));
  expect(description.split("\n\n")).toEqual([
    "Route planning consultation",
    "https://meet.example/kva-roeh-tzm",
    "Which harbour?\nOslo, Bergen",
    "Ever sailed?\n✓",
    "Own boat?\n✗",
    "Crew\n4",
    "Notes\nPlease bring\nthe new compass.",
    manageUrl,
  ]);
  expect(url).toBe(manageUrl);
});

test("the notes are headed in the booking's language, and in English where there is none", () => {
  const headed = (locale: string) =>
    readCalendar(calendarFile(aBooking({ ...said, locale }), { ...options, withAnswers: true })).description;
  expect(headed("de-AT")).toContain("\n\nNotizen\nPlease bring\n");
  expect(headed("ja")).toContain("\n\nNotes\nPlease bring\n");
});

test("a host's copy holds what was said, but not the invitee's key", () => {
  const file = calendarFile(aBooking(said), { ...options, withAnswers: true });
  expect(readCalendar(file).description).toContain("the new compass.");
  expect(unfolded(file)).not.toContain("secret-of-the-invitee");
});

test("unless it is asked for, a file holds neither the invitee's key nor what they said", () => {
  const booking = aBooking({ ...said, attendees: [...aBooking().attendees, aGuest("guest@example.org")] });
  for (const method of ["REQUEST", "CANCEL", "PUBLISH"] as const) {
    const text = unfolded(calendarFile(booking, { ...options, method }));
    expect(text).not.toContain("secret-of-the-invitee");
    expect(text).not.toContain("compass");
    expect(text).not.toContain("harbour");
  }
});

test("answers stand under their questions as they were asked, in their order, not under ids", () => {
  const questions = [
    { id: "terms", type: "checkbox" as const, label: "Have you read the terms?" },
    { id: "where", type: "text" as const, label: "Where do you survey?" },
  ].map((each) => ({ ...each, help: "", required: false, options: [] }));
  const answers = { where: "Bergen", terms: true };
  const file = calendarFile(aBooking({ questions, answers }), { ...options, withAnswers: true });
  expect(readWithIcalJs(file).description).toContain("Have you read the terms?\n✓\n\nWhere do you survey?\nBergen");
});
