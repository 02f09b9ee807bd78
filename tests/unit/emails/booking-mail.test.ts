import { describe, expect, test } from "vitest";
import type { Booking } from "~/domain/bookings/booking";
import type { BookingKind } from "~/domain/notifications/notification";
import { writeMail } from "~/emails/mail";
import { aBooking, place } from "./a-booking";

function mail(kind: BookingKind, booking: Booking = aBooking(), payload = {}) {
  const recipient = kind.endsWith("_host") ? booking.host.email : booking.inviteeEmail;
  return writeMail({ kind, recipient, payload: { sequence: booking.sequence, ...payload }, booking }, place);
}

describe("a confirmation", () => {
  test("tells the invitee the time in their zone and what it is for the host", () => {
    const { subject, text } = mail("booking_confirmed_invitee");
    expect(subject).toBe("Confirmed: Mon 23 November, 16:00");
    expect(text).toContain("✓ Confirmed\nMonday 23 November, 16:00 – 16:30\n");
    expect(text).toContain("Kolkata time, UTC+5:30. For Ingrid Halvorsen-Nakamura in Oslo it is 11:30.");
    expect(text).toContain("https://meet.northlight.example/meeting/secret-of-the-invitee");
    expect(text).toContain("reschedule (https://meet.northlight.example/meeting/secret-of-the-invitee/reschedule)");
    expect(text).toContain("because of a meeting of v.raghunathan@example.in with Northlight Instruments");
  });

  test("tells the host in English, in their own zone, with the invitee's address", () => {
    const { subject, text } = mail("booking_confirmed_host", aBooking({ locale: "de" }));
    expect(subject).toBe("New booking: Mon 23 November, 11:30");
    expect(text).toContain("Oslo time, UTC+1. For Venkat Raghunathan in Kolkata it is 16:00.");
    expect(text).toContain("With: Venkat Raghunathan, v.raghunathan@example.in");
  });

  test("is no new booking for a host who answered a request", () => {
    expect(mail("booking_confirmed_host", aBooking({ sequence: 1 })).subject).toBe("Confirmed: Mon 23 November, 11:30");
  });

  test("names the day where the other side has another one", () => {
    const { text } = mail("booking_confirmed_invitee", aBooking({ timezone: "Pacific/Auckland" }));
    expect(text).toContain("Monday 23 November, 23:30 – 00:00");
    const late = mail("booking_confirmed_invitee", aBooking({ timezone: "Pacific/Kiritimati" }));
    expect(late.text).toContain("Tuesday 24 November, 00:30 – 01:00");
    expect(late.text).toContain("in Oslo it is Mon 23 Nov, 11:30.");
  });

  test("comes in German to whoever booked in German", () => {
    const { subject, html, text } = mail("booking_confirmed_invitee", aBooking({ locale: "de-AT" }));
    expect(subject).toBe("Bestätigt: Mo., 23. November, 16:00");
    expect(html).toContain('<html lang="de">');
    expect(text).toContain("✓ Bestätigt\nMontag, 23. November, 16:00 – 16:30\n");
    expect(text).toContain("Ortszeit Kolkata, UTC+5:30. Für Ingrid Halvorsen-Nakamura in Oslo ist es 11:30.");
    expect(text).toContain("Termin ansehen oder ändern:");
    expect(text).toContain("verschieben (https://");
    expect(text).not.toMatch(/Confirmed|calendar\.|You get/);
  });
});

describe("a mail about where to meet", () => {
  const long = `https://teams.microsoft.com/l/meetup-join/${"x".repeat(60)}`;

  test("calls a link that nobody can read by its service", () => {
    const { text, html } = mail(
      "booking_confirmed_invitee",
      aBooking({ locationType: "microsoft_teams", meetingUrl: long }),
    );
    expect(text).toContain(`Where: Microsoft Teams (${long})`);
    expect(html).toContain(">Microsoft Teams</a>");
  });

  test("says who sends a link that is not there", () => {
    const without = aBooking({ locationType: "microsoft_teams", meetingUrl: null });
    expect(mail("booking_confirmed_invitee", without).text).toContain("Microsoft Teams. Your host sends you the link.");
    expect(mail("booking_confirmed_host", without).text).toContain("Microsoft Teams. There is no link yet: send one");
    const asked = aBooking({ ...without, status: "pending" });
    expect(mail("booking_requested_invitee", asked).text, "a calendar may make it then").not.toContain("sends you");
  });
});

test("whose own calendar follows by itself is promised no file, and gets none", () => {
  const booking = aBooking();
  for (const kind of ["booking_confirmed_host", "booking_rescheduled_host", "booking_cancelled_host"] as const) {
    const about = { kind, recipient: booking.host.email, payload: { sequence: 1 }, booking };
    const { text, ics } = writeMail({ ...about, isInCalendar: true }, place);
    expect([ics, text.includes("attached file"), text.includes("follows by itself")]).toEqual([null, false, true]);
    expect(writeMail(about, place).text).toContain("The attached file");
  }
});

test("a request tells that the time is held, and carries no invitation", () => {
  const pending = aBooking({ status: "pending" });
  const invitee = mail("booking_requested_invitee", pending);
  expect(invitee.subject).toBe("Requested: Mon 23 November, 16:00");
  expect(invitee.text).toContain("holds the time");
  expect(invitee.ics).toBeNull();
  expect(mail("booking_requested_host", pending).text).toContain(
    "Answer this request:\nhttps://meet.northlight.example/booking/bookings/",
  );
});

test("who moved or cancelled is named", () => {
  const cancelled = aBooking({ status: "cancelled", sequence: 1 });
  expect(mail("booking_cancelled_invitee", cancelled, { byHost: false }).text).toContain("You cancelled this meeting.");
  expect(mail("booking_cancelled_invitee", cancelled, { byHost: true, reason: "Ill" }).text).toContain("Reason: Ill");
  expect(mail("booking_cancelled_host", cancelled, { byHost: false }).text).toContain(
    "Venkat Raghunathan cancelled this meeting.",
  );
  expect(mail("booking_cancelled_host", cancelled).text).toContain("Nobody answered the request");
  const moved = mail("booking_rescheduled_invitee", aBooking({ sequence: 1 }), {
    byHost: true,
    by: "Ingrid Halvorsen-Nakamura",
    startBefore: aBooking().start - 3_600_000,
  });
  expect(moved.text).toContain("Ingrid Halvorsen-Nakamura moved this meeting.");
  const byAnAdmin = mail("booking_cancelled_host", cancelled, { byHost: true });
  expect(byAnAdmin.text, "not the host, who hears it here").toContain("Northlight Instruments cancelled this meeting.");
  expect(moved.text).toContain("Before: Mon 23 Nov, 15:00");
});

test("the strip has a cell for every hour, and the meeting's is lit", () => {
  const { html } = mail("booking_confirmed_invitee");
  const strip = /<table role="presentation" aria-hidden[\s\S]*?<\/table>/.exec(html)![0];
  const cells = [...strip.matchAll(/<td class="(\w+)"/g)].map((match) => match[1]);
  expect(cells).toHaveLength(24);
  expect(cells.map((each, hour) => (each === "here" ? hour : -1)).filter((hour) => hour >= 0)).toEqual([16]);
});

test.each([0, 1, 4, 5, 11, 12, 17, 18, 21, 22, 23])("the strip's labels fill one row when it starts at %i", (hour) => {
  const start = Date.parse("2026-11-23T00:00:00Z") + hour * 3_600_000;
  const booking = aBooking({ timezone: "UTC", start, end: start + 1_800_000 });
  const { html } = mail("booking_confirmed_invitee", booking);
  const spans = [...html.matchAll(/colspan="(\d+)"/g)].map((match) => Number(match[1]));
  expect(spans.reduce((sum, span) => sum + span, 0)).toBe(24);
  expect(html).toContain(`>${String(hour).padStart(2, "0")}:00</td>`);
});
