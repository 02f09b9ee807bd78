import { expect, test } from "vitest";
import { calendarFile } from "~/domain/bookings/calendar-file";
import { readCalendarCard } from "~/domain/notifications/calendar-card";
import { aBooking, aGuest, now } from "../emails/a-booking";

const options = { now };

test("an invitation reads as a card with what, when, where and who", () => {
  const booking = aBooking({ attendees: [...aBooking().attendees, aGuest("guest@example.org")] });
  const card = readCalendarCard(calendarFile(booking, { ...options, method: "REQUEST" }))!;
  expect(card).toMatchObject({
    method: "REQUEST",
    uid: `${booking.id}`,
    sequence: 0,
    stamp: now,
    start: booking.start,
    end: booking.end,
    location: booking.meetingUrl,
    status: "CONFIRMED",
    organizer: { name: booking.host.name, email: booking.host.email },
  });
  expect(card.title).toContain(booking.inviteeName);
  expect(card.attendees.map((each) => each.email)).toEqual(
    expect.arrayContaining([booking.inviteeEmail, "guest@example.org"]),
  );
});

test("a cancellation says so", () => {
  const booking = aBooking({ status: "cancelled", sequence: 1 });
  const card = readCalendarCard(calendarFile(booking, { ...options, method: "CANCEL" }))!;
  expect(card).toMatchObject({ method: "CANCEL", status: "CANCELLED", sequence: 1 });
});

test("a file without an entry has no card", () => {
  expect(readCalendarCard("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n")).toBeNull();
});
