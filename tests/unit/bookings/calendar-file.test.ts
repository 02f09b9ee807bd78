import ICAL from "ical.js";
import { expect, test } from "vitest";
import { calendarFile } from "~/domain/bookings/calendar-file";
import { aBooking, aGuest, now } from "../emails/a-booking";

const options = { method: "REQUEST" as const, domain: "meet.northlight.example", now };

function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const event = calendar.getFirstSubcomponent("vevent")!;
  return { calendar, event, value: (name: string) => String(event.getFirstPropertyValue(name)) };
}

/** What mail programs trip over: line ends, folding, bare properties. */
function lint(file: string) {
  expect(file.endsWith("END:VCALENDAR\r\n") || file.endsWith("END:VCALENDAR")).toBe(true);
  expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of file.split("\r\n")) {
    expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
    expect(Buffer.from(line).toString("utf8")).toBe(line);
  }
  for (const line of file.replaceAll("\r\n ", "").split("\r\n").filter(Boolean)) {
    expect(line).toMatch(/^[A-Z-]+(;[A-Z-]+=("[^"]*"|[^";:,]*))*:/);
  }
}

test("an invitation holds the meeting in UTC, its people and their answers", () => {
  const booking = aBooking({ attendees: [...aBooking().attendees, aGuest("guest@example.org")] });
  const file = calendarFile(booking, { ...options, manageUrl: "https://meet.northlight.example/meeting/secret" });
  lint(file);
  const { calendar, event, value } = read(file);
  expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
  expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
  expect(calendar.getAllSubcomponents("vevent")).toHaveLength(1);
  expect(value("uid")).toBe("22222222-2222-4222-8222-222222222222@meet.northlight.example");
  expect(value("sequence")).toBe("0");
  expect(file).toContain("DTSTART:20261123T103000Z\r\n");
  expect(file).toContain("DTEND:20261123T110000Z\r\n");
  expect(file).toContain("DTSTAMP:20261118T094400Z\r\n");
  expect(value("status")).toBe("CONFIRMED");
  expect(value("location")).toBe("https://meet.example/kva-roeh-tzm");
  expect(value("url")).toBe("https://meet.northlight.example/meeting/secret");
  expect(value("description")).toContain("https://meet.northlight.example/meeting/secret");
  expect(value("organizer").toLowerCase()).toBe("mailto:ingrid@northlight.example");
  const people = event
    .getAllProperties("attendee")
    .map((property) => [
      String(property.getFirstValue()).toLowerCase(),
      property.getParameter("partstat"),
      property.getParameter("rsvp"),
    ]);
  expect(people).toEqual([
    ["mailto:v.raghunathan@example.in", "ACCEPTED", "FALSE"],
    ["mailto:guest@example.org", "NEEDS-ACTION", "TRUE"],
  ]);
});

test("a moved meeting keeps its entry and counts up", () => {
  const before = read(calendarFile(aBooking(), options));
  const after = read(
    calendarFile(aBooking({ sequence: 3, start: now, end: now + 60_000 }), { ...options, now: now + 5000 }),
  );
  expect(after.value("uid")).toBe(before.value("uid"));
  expect(after.value("sequence")).toBe("3");
  expect(after.value("dtstamp") > before.value("dtstamp")).toBe(true);
});

test("a cancellation names the same entry, people and time", () => {
  const booking = aBooking({ status: "cancelled", sequence: 1 });
  const file = calendarFile(booking, { ...options, method: "CANCEL" });
  lint(file);
  const { calendar, event, value } = read(file);
  expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
  expect(value("status")).toBe("CANCELLED");
  expect(value("sequence")).toBe("1");
  expect(file).toContain("DTSTART:20261123T103000Z");
  expect(event.getAllProperties("attendee")).toHaveLength(1);
  expect(value("organizer").toLowerCase()).toBe("mailto:ingrid@northlight.example");
});

test("a meeting that waits for an answer is tentative", () => {
  expect(read(calendarFile(aBooking({ status: "pending" }), options)).value("status")).toBe("TENTATIVE");
});

test("without the manage address the file does not hold the invitee's key", () => {
  expect(calendarFile(aBooking(), options).replaceAll("\r\n ", "")).not.toContain("secret-of-the-invitee");
});

test("long, foreign and hostile words survive", () => {
  const name = `Ж"ö\\;,:日本語🎈 `.repeat(9).trim();
  const hostile = `x\r\nATTENDEE:mailto:evil@example.org\n;,\\ "quoted"`;
  const booking = aBooking({
    inviteeName: name,
    meetingUrl: null,
    locationType: "custom",
    locationValue: hostile,
    eventType: { name: hostile, slug: "x" },
    host: { ...aBooking().host, name },
  });
  const file = calendarFile(booking, options);
  lint(file);
  const { event, value } = read(file);
  expect(event.getAllProperties("attendee")).toHaveLength(1);
  expect(value("location")).toBe(hostile.replaceAll("\r\n", "\n"));
  expect(value("summary")).toContain(name);
  expect(event.getFirstProperty("organizer")!.getParameter("cn")).toBe(name.replace(/["\\]/g, "'"));
});
