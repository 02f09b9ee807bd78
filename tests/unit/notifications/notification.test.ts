import { describe, expect, test } from "vitest";
import type { BookingStatus } from "~/domain/bookings/booking";
import { bookingKinds, isStillTrue, type BookingKind } from "~/domain/notifications/notification";
import { aBooking } from "../emails/a-booking";

const { start, host } = aBooking();
const before = start - 60_000;

function holds(
  kind: BookingKind,
  status: BookingStatus,
  { sequence = 0, now = before, recipient = "a@b.example" } = {},
) {
  return isStillTrue({ kind, recipient, payload: { sequence: 0, start } }, aBooking({ status, sequence }), now);
}

const liveOnly = {
  booking_requested_host: ["pending"],
  booking_answered_host: ["pending", "confirmed"],
  booking_confirmed_invitee: ["confirmed"],
  booking_rescheduled_invitee: ["pending", "confirmed"],
  booking_reassigned_host: ["pending", "confirmed"],
  booking_reminder_invitee: ["confirmed"],
} satisfies Partial<Record<BookingKind, BookingStatus[]>>;

describe("a mail that a later change has overtaken is not sent", () => {
  test.each(Object.entries(liveOnly) as [BookingKind, BookingStatus[]][])(
    "%s holds while it is %s",
    (kind, statuses) => {
      for (const status of ["pending", "confirmed", "cancelled", "completed"] as const)
        expect([status, holds(kind, status)]).toEqual([status, statuses.includes(status)]);
      const isReminder = kind === "booking_reminder_invitee";
      expect(holds(kind, statuses[0]!, { sequence: 1 }), "by whom it is held changes no reminder").toBe(isReminder);
    },
  );

  test("a cancellation stays true, whatever came before it", () => {
    for (const kind of bookingKinds.filter((each) => /_(cancelled|declined)_/.test(each))) {
      expect(holds(kind, "cancelled", { sequence: 3 })).toBe(true);
      expect(holds(kind, "confirmed")).toBe(false);
    }
  });
});

test("a reminder is of one start: a meeting that was moved has others", () => {
  const asked = {
    kind: "booking_reminder_invitee",
    recipient: "a@b.example",
    payload: { sequence: 0, start },
  } as const;
  expect(isStillTrue(asked, aBooking({ sequence: 1, start: start + 60_000 }), before)).toBe(false);
});

test("no reminder of what has begun", () => {
  expect(holds("booking_reminder_guest", "confirmed", { now: start })).toBe(false);
});

test("nobody is thanked who did not come", () => {
  const completed = aBooking({ status: "completed" });
  const absent = completed.attendees.map((each) => ({ ...each, isNoShow: each.kind === "invitee" }));
  const asked = { kind: "booking_followup_invitee", recipient: "a@b.example", payload: { sequence: 0 } } as const;
  expect(isStillTrue(asked, completed, start)).toBe(true);
  expect(isStillTrue(asked, { ...completed, attendees: absent }, start)).toBe(false);
});

test("who gave a meeting away loses it from their calendar even if it changed again, unless they got it back", () => {
  expect(holds("booking_unassigned_host", "confirmed", { sequence: 4 })).toBe(true);
  expect(holds("booking_unassigned_host", "cancelled", { sequence: 4 })).toBe(true);
  expect(holds("booking_unassigned_host", "confirmed", { sequence: 4, recipient: host.email })).toBe(false);
});

describe("a host is asked whether they come", () => {
  const asked = { kind: "booking_rsvp_host", recipient: host.email, payload: { sequence: 0, start } } as const;
  const open = aBooking({ status: "pending" });

  test("until they have answered, also while enough of the others have", () => {
    expect(isStillTrue(asked, open, before)).toBe(true);
    expect(isStillTrue(asked, { ...open, status: "confirmed" }, before)).toBe(true);
    const answered = aBooking({ status: "pending", attendees: aBooking().attendees });
    expect(isStillTrue(asked, answered, before)).toBe(false);
    expect(isStillTrue(asked, { ...open, status: "cancelled" }, before)).toBe(false);
  });

  test("for one start of the meeting, and not once it has begun", () => {
    expect(isStillTrue(asked, { ...open, start: start + 60_000 }, before)).toBe(false);
    expect(isStillTrue(asked, open, start)).toBe(false);
  });

  test("also when somebody else's place has changed hands meanwhile, and not when it was theirs", () => {
    expect(isStillTrue(asked, { ...open, sequence: 3 }, before)).toBe(true);
    expect(isStillTrue({ ...asked, recipient: "former@northlight.example" }, open, before)).toBe(false);
  });
});
