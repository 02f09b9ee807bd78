import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Booking } from "~/domain/bookings/booking";
import { calendarFile } from "~/domain/bookings/calendar-file";
import { readCalendar } from "../../support/calendar-readers";
import { ensureRadicale, startRadicale, type Calendar } from "../../support/radicale";
import { aBooking, aGuest, anEventType, now } from "../../unit/emails/a-booking";

const hour = 3_600_000;
const radicale = ensureRadicale();
const reason = "there is no Radicale, and Debian's python3-radicale cannot be installed";
if (!radicale) console.warn(`Skipped: ${reason}.`);

const booked = aBooking({
  attendees: [...aBooking().attendees, aGuest("guest@example.org")],
  eventType: anEventType({ name: "Größen; Maße, 🧭" }),
  notes: "Bitte läuten,\ndritter Stock; danke \\o/",
});
const moved = { ...booked, sequence: 1, start: booked.start + hour, end: booked.end + hour, updatedAt: now + hour };
const cancelled = { ...moved, sequence: 2, status: "cancelled" as const, updatedAt: now + 2 * hour };

function file(booking: Booking, method: "REQUEST" | "CANCEL") {
  const options = { method, now: booking.updatedAt, withAnswers: true };
  return calendarFile(booking, options);
}

/** What a mail program stores of a message: an entry must not have a METHOD (RFC 4791, 4.1), though Radicale would take it. */
function stored(booking: Booking, method: "REQUEST" | "CANCEL") {
  return file(booking, method).replace(/METHOD:\w+\r\n/, "");
}

describe.skipIf(!radicale)(`a CalDAV server${radicale ? "" : ` (skipped: ${reason})`}`, () => {
  let calendar: Calendar;

  beforeAll(async () => {
    calendar = await startRadicale(radicale!);
  });
  afterAll(() => calendar?.stop());

  const put = (name: string, body: string, headers: Record<string, string> = {}) =>
    calendar.request("PUT", name, body, { "Content-Type": "text/calendar; charset=utf-8", ...headers });

  /** Every entry of the calendar, as the server wrote it. */
  async function entries() {
    const query = `<?xml version="1.0"?>
      <c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">
        <d:prop><c:calendar-data/></d:prop>
        <c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"/></c:comp-filter></c:filter>
      </c:calendar-query>`;
    const answer = await calendar.request("REPORT", "", query, { Depth: "1", "Content-Type": "application/xml" });
    expect(answer.status).toBe(207);
    const found = (await answer.text()).matchAll(/<(?:\w+:)?calendar-data>([^<]*)</g);
    return [...found].map(([, data]) => decoded(data!));
  }

  test("takes an invitation, its move and its end, and has one entry throughout", async () => {
    const steps = [
      [booked, "REQUEST"],
      [moved, "REQUEST"],
      [cancelled, "CANCEL"],
    ] as const;
    let tag: string | null = null;
    for (const [booking, method] of steps) {
      const condition: Record<string, string> = tag ? { "If-Match": tag } : { "If-None-Match": "*" };
      const answer = await put("meeting.ics", stored(booking, method), condition);
      expect([201, 204]).toContain(answer.status);
      tag = answer.headers.get("ETag");

      const found = await entries();
      expect(found).toHaveLength(1);
      const { method: _, ...written } = readCalendar(file(booking, method));
      expect(readCalendar(found[0]!)).toEqual({ ...written, method: null });
    }
    expect(readCalendar((await entries())[0]!)).toMatchObject({ status: "CANCELLED", start: moved.start, sequence: 2 });
  });

  test("gives back foreign and hostile words as they were, having read and written them in its own way", async () => {
    const words = `Zoë "🧭 Übelhör"; 日本,\r\nक्ष \\ ATTENDEE:mailto:evil@example.org `.repeat(4).trim();
    const booking = aBooking({ id: "words", inviteeName: words, meetingUrl: null, locationValue: words, notes: words });
    expect([201, 204]).toContain((await put("words.ics", stored(booking, "REQUEST"))).status);
    const { method: _, ...written } = readCalendar(file(booking, "REQUEST"));
    const kept = await (await calendar.request("GET", "words.ics")).text();
    expect(readCalendar(kept)).toEqual({ ...written, method: null });
  });

  test("refuses a second entry of the same booking", async () => {
    expect((await put("copy.ics", stored(moved, "REQUEST"))).status).toBe(409);
  });

  test("refuses a broken file, so that its yes says something", async () => {
    const broken = stored(aBooking({ id: "other" }), "REQUEST").replace(/DTSTART:\d+/, "DTSTART:soon");
    expect((await put("broken.ics", broken)).status).toBe(400);
  });
});

function decoded(xml: string) {
  const text = xml
    .replace(/&#13;|&#xd;/gi, "\r")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
  return text.replace(/\r?\n/g, "\r\n");
}
