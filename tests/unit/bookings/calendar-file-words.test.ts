import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarFile } from "~/domain/bookings/calendar-file";
import { calendarName, calendarText } from "~/domain/bookings/calendar-text";
import { lintCalendar } from "../../support/calendar-lint";
import { readCalendar, readWithIcalJs } from "../../support/calendar-readers";
import { aBooking, aGuest, anEventType, now } from "../emails/a-booking";

const options = { method: "REQUEST" as const, now, withAnswers: true };

test("text keeps its lines, and loses what the format forbids", () => {
  expect(calendarText("one\r\ntwo\rthree\nfour\u000bfive\u000csix\u0085seven\u2028eight\u2029nine")).toBe(
    "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine",
  );
  expect(calendarText("a\u0000b\u0007c\u001bd\u007fe\u009bf\ufeffg\ud83dh\ude00i\tj🎈k")).toBe("abcdefghi\tj🎈k");
});

test("a name is one line without what could end it", () => {
  expect(calendarName(` Ann\r\n"Bee"\t\\ Cee; Dee: ^Eff, Gee `)).toBe("Ann 'Bee' ' Cee, Dee: ˆEff, Gee");
});

test("no control character reaches the file", () => {
  const controls = String.fromCharCode(...Array.from({ length: 0xa0 }, (_, code) => code), 0x2028, 0x2029, 0xfeff);
  const booking = aBooking({
    inviteeName: controls,
    host: { ...aBooking().host, name: controls },
    eventType: anEventType({ name: controls }),
    meetingUrl: controls,
    answers: { [controls]: controls },
    notes: controls,
  });
  lintCalendar(calendarFile(booking, options));
});

test("a backslash before an n is no line end", () => {
  const path = String.raw`C:\new\Notes`;
  // node-ical takes it for one, against RFC 5545.
  const { location } = readWithIcalJs(calendarFile(aBooking({ meetingUrl: null, locationValue: path }), options));
  expect(location).toBe(path);
});

test.each(["who?cc=evil@example.org", "50%25off@example.org", "a/b#c;d,e&f=g+h@example.org", "zoë@müller.example"])(
  "the address %s reaches every reader as it is",
  (email) => {
    const file = calendarFile(aBooking({ attendees: [...aBooking().attendees, aGuest(email)] }), options);
    lintCalendar(file);
    expect(readCalendar(file).attendees[2]).toMatchObject({ address: email, name: email.replace(";", ",") });
    expect(file.replaceAll("\r\n ", "")).toMatch(/:mailto:[\w%.+&=@-]+\r\n(URL|STATUS)/i);
  },
);

const pieces = [
  "\r\n",
  "\n",
  "\r",
  "\\",
  "\\\\",
  ";",
  ",",
  ":",
  `"`,
  "^",
  "^^",
  "^n",
  "'",
  "=",
  "\t",
  " ",
  "\u0000",
].concat(
  [
    "\u0085",
    "\u2028",
    "\ud83d",
    "\udc00",
    "🎈",
    "👩‍👧",
    "é",
    "e\u0301",
    "日",
    "क्ष",
    "ß",
    "n",
    "N",
    "TRUE",
    "12",
    "a".repeat(74),
  ],
  ["ATTENDEE:mailto:evil@example.org", "END:VEVENT", "METHOD:CANCEL", "=\r\n ", "\u202e", "%0D%0A"],
);

const anyText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
);

/** Two mistakes of node-ical's own: it drops the quotation marks around a value, and sees line ends in backslashes. */
const isMisread = (text: string) => /^".*"$/.test(calendarText(text)) || /\\n/i.test(calendarText(text));

test("whatever people write in any place survives both parsers, in lines of 75 octets at most", () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, anyText, (name, notes, place, title) => {
      const booking = aBooking({
        inviteeName: name,
        host: { ...aBooking().host, name: title },
        eventType: anEventType({ name: `Call ${title}` }),
        meetingUrl: null,
        locationValue: place,
        answers: { Question: place },
        notes,
      });
      const file = calendarFile(booking, options);
      lintCalendar(file);
      const isPlain = ![name, notes, place, title].some(isMisread);
      const entry = isPlain ? readCalendar(file) : readWithIcalJs(file);
      expect(entry.summary).toBe(calendarText(`Call ${title}: ${name} and ${title}`));
      expect(entry.location).toBe(calendarText(place) || null);
      const said = [`Call ${title}`, place && `Question\n${place}`, notes && `Notes\n${notes}`];
      expect(entry.description).toBe(calendarText(said.filter(Boolean).join("\n\n")));
      expect(entry.organizer.name).toBe(calendarName(title) || "ingrid@northlight.example");
      expect(entry.attendees.map((attendee) => attendee.name)).toEqual([
        calendarName(title) || "ingrid@northlight.example",
        calendarName(name) || "v.raghunathan@example.in",
      ]);
    }),
    { numRuns: 500 },
  );
});
