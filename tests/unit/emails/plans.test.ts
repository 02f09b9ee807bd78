import { describe, expect, test } from "vitest";
import type { Booking } from "~/domain/bookings/booking";
import type { BookingKind } from "~/domain/notifications/notification";
import { writeMail } from "~/emails/mail";
import { aBooking, anEventType, place } from "./a-booking";
import { aboutBooking } from "./every-mail";

const open = {
  mayCancel: true,
  cancelNoticeHours: 0,
  mayReschedule: true,
  rescheduleNoticeHours: 0,
  requiresReason: false,
};

type Given = Partial<Booking> & { kind?: BookingKind };

function letter(policy: Partial<typeof open>, { kind = "booking_confirmed_invitee", ...given }: Given = {}) {
  const eventType = anEventType({ policy: { ...open, ...policy } });
  return writeMail(aboutBooking(kind, { eventType, ...given }), place);
}

const reschedule = "/meeting/secret-of-the-invitee/reschedule";
const cancel = "/meeting/secret-of-the-invitee/cancel";

describe.each([
  "booking_confirmed_invitee",
  "booking_rescheduled_invitee",
  "booking_reassigned_invitee",
  "booking_reminder_invitee",
] as const)("%s offers what the event type lets the invitee do", (kind) => {
  test("both, without an end", () => {
    const { text } = letter({}, { kind });
    expect(text).toContain(reschedule);
    expect(text).toContain(cancel);
    expect(text).not.toMatch(/until|reply to this mail/i);
  });

  test("rescheduling alone", () => {
    const { text, html } = letter({ mayCancel: false }, { kind });
    expect(text).toContain(reschedule);
    expect(text + html).not.toContain(cancel);
    expect(text).toContain("For anything else reply to this mail: Ingrid Halvorsen-Nakamura reads it.");
    expect(text).toContain("See or change this meeting:");
  });

  test("cancelling alone", () => {
    const { text, html } = letter({ mayReschedule: false }, { kind });
    expect(text).toContain(cancel);
    expect(text + html).not.toContain(reschedule);
    expect(text).toContain("For anything else reply");
  });

  test("neither", () => {
    const { text, html } = letter({ mayReschedule: false, mayCancel: false }, { kind });
    expect(text + html).not.toContain(`${cancel}`);
    expect(text + html).not.toContain(`${reschedule}`);
    expect(text).toContain("If your plans change, reply to this mail: Ingrid Halvorsen-Nakamura reads it.");
    expect(text).toContain("See this meeting:");
    expect(text).not.toContain("See or change");
  });
});

describe("an end is told in the reader's zone", () => {
  test("once where both end together", () => {
    const { text } = letter({ cancelNoticeHours: 24, rescheduleNoticeHours: 24 });
    expect(text).toContain("Both work until Sun 22 Nov, 16:00 (Kolkata, UTC+5:30).");
  });

  test("one by one where they differ", () => {
    const { text } = letter({ cancelNoticeHours: 24, rescheduleNoticeHours: 2 });
    expect(text).toContain("You can reschedule until Mon 23 Nov, 14:00 (Kolkata, UTC+5:30).");
    expect(text).toContain("You can cancel until Sun 22 Nov, 16:00 (Kolkata, UTC+5:30).");
  });

  test("for the one that ends alone", () => {
    const { text } = letter({ cancelNoticeHours: 24 });
    expect(text).toContain("You can cancel until Sun 22 Nov");
    expect(text).not.toContain("You can reschedule until");
  });

  test("with the year where it is another one, and in German", () => {
    const start = Date.parse("2027-01-04T10:30:00Z");
    const given = { start, end: start + 1_800_000, locale: "de" };
    const { text } = letter({ cancelNoticeHours: 1, rescheduleNoticeHours: 1 }, given);
    expect(text).toMatch(/Beides geht bis Mo\., 4\. Jan\. 2027, 15:00 \(Kolkata, UTC\+5:30\)\./);
  });

  test("with the offset that holds by then where clocks change in between", () => {
    const start = Date.parse("2026-10-25T12:00:00Z");
    const given = { start, end: start + 1_800_000, timezone: "Europe/Oslo" };
    const earlier = { ...place, now: Date.parse("2026-10-20T12:00:00Z") };
    const policy = { ...open, cancelNoticeHours: 24, rescheduleNoticeHours: 24 };
    const about = aboutBooking("booking_confirmed_invitee", { ...given, eventType: anEventType({ policy }) });
    expect(writeMail(about, earlier).text).toContain("until Sat 24 Oct, 14:00 (Oslo, UTC+2)");
  });
});

test("what has ended by the time the mail leaves is not offered", () => {
  const late = { ...place, now: aBooking().start - 60 * 60_000 };
  const policy = { ...open, cancelNoticeHours: 24 };
  const about = aboutBooking("booking_reminder_invitee", { eventType: anEventType({ policy }) });
  const { text } = writeMail(about, late);
  expect(text).not.toContain(cancel);
  expect(text).toContain(reschedule);
});

test("a meeting that was moved and waits again is not set free by that", () => {
  const { text } = letter(
    { mayCancel: false, mayReschedule: false },
    { kind: "booking_rescheduled_invitee", status: "pending" },
  );
  expect(text).not.toContain(cancel);
  expect(text).not.toContain(reschedule);
});

test("nobody but the invitee reads of it", () => {
  for (const kind of ["booking_confirmed_host", "booking_confirmed_guest", "booking_reminder_guest"] as const)
    expect(letter({ cancelNoticeHours: 24 }, { kind }).text).not.toMatch(/until|plans change/);
});
