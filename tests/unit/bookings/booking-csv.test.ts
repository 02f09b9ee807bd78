import { describe, expect, it } from "vitest";
import type { Booking } from "~/domain/bookings/booking";
import { bookingRows } from "~/domain/bookings/booking-csv";
import { aBooking, aGuest } from "../emails/a-booking";

const head =
  "\uFEFFStart (UTC),End (UTC),Start (host),End (host),Host zone,Status,Event type,Hosts,Invitee,Invitee email," +
  "Invitee zone,Guests,Location,Notes,Answers,Reason,Created (UTC)\r\n";

function row(given: Partial<Booking> = {}) {
  return bookingRows([{ ...aBooking(), ...given }], { isFirst: false });
}

describe("the rows of the export", () => {
  it("stand under a head, also where there are none", () => {
    expect(bookingRows([], { isFirst: true })).toBe(head);
    expect(bookingRows([aBooking()], { isFirst: true })).toBe(head + row());
  });

  it("say when in UTC, and in the host's zone", () => {
    const start = Date.parse("2026-11-23T23:30:00Z");
    const host = { name: "Ingrid", email: "ingrid@example.com", timezone: "Asia/Kolkata" };
    expect(row({ start, end: start + 45 * 60_000, host })).toMatch(
      /^2026-11-23T23:30:00Z,2026-11-24T00:15:00Z,2026-11-24 05:00,2026-11-24 05:45,Asia\/Kolkata,/,
    );
  });

  it("are quoted as RFC 4180 has it, and end in CRLF", () => {
    const text = row({ notes: 'Bring "both", please.\nAnd a map.', answers: { "How many?": 3, Topics: ["a", "b"] } });
    expect(text).toContain('"Bring ""both"", please.\nAnd a map."');
    expect(text).toContain('"How many?: 3\nTopics: a, b"');
    expect(text.endsWith("Z\r\n")).toBe(true);
  });

  it.each(["=1+1", "+47 22 00 00 00", "-2", "@SUM(A1)", "\t=1", "\r=1"])("run no formula: %j", (text) => {
    const cells = row({ notes: text, inviteeName: text, cancellationReason: text });
    expect(cells).toContain(`'${text}`);
    expect(cells).not.toMatch(/(^|,)"?[=+@\t\r-]/);
  });

  it("name everybody, and keep the invitee's key to themselves", () => {
    const booking = aBooking();
    const guests = [aGuest("lin@example.com"), aGuest("noor@example.com")];
    const text = row({ attendees: [...booking.attendees, ...guests] });
    expect(text).toContain(",Ingrid Halvorsen-Nakamura,Venkat Raghunathan,v.raghunathan@example.in,Asia/Kolkata,");
    expect(text).toContain(",lin@example.com; noor@example.com,google meet: https://meet.example/kva-roeh-tzm,");
    expect(text).not.toContain(booking.uid);
  });
});
