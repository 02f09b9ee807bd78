import { describe, expect, it } from "vitest";
import { wallToInstant } from "~/domain/availability/zones";
import type { BookingStatus } from "~/domain/bookings/booking";
import { deadlineOf, lacksReason, policyRefusal, type InviteePolicy } from "~/domain/bookings/invitee-policy";

const start = Date.parse("2026-11-23T09:00:00Z");
const hour = 3_600_000;

function meeting(
  policy: Partial<InviteePolicy> = {},
  given: { status?: BookingStatus; start?: number; confirmedAt?: number | null } = {},
) {
  const free = {
    mayCancel: true,
    cancelNoticeHours: 0,
    mayReschedule: true,
    rescheduleNoticeHours: 0,
    requiresReason: false,
  };
  return {
    status: "confirmed" as const,
    start,
    confirmedAt: 0,
    ...given,
    eventType: { policy: { ...free, ...policy } },
  };
}

describe("what an invitee may do", () => {
  it("is open until the very moment of the deadline, and not a millisecond longer", () => {
    const booking = meeting({ cancelNoticeHours: 24 });
    const deadline = start - 24 * hour;
    expect(deadlineOf(booking, "cancel")).toBe(deadline);
    expect(policyRefusal(booking, "cancel", deadline)).toBeNull();
    expect(policyRefusal(booking, "cancel", deadline + 1)).toBe("too_late");
  });

  it("without notice is open as long as the meeting lasts", () => {
    expect(policyRefusal(meeting(), "cancel", start + hour)).toBeNull();
    expect(deadlineOf(meeting(), "cancel")).toBeNull();
  });

  it("goes by each deed's own rule", () => {
    const booking = meeting({ mayCancel: false, cancelNoticeHours: 24, rescheduleNoticeHours: 2 });
    expect(policyRefusal(booking, "cancel", 0)).toBe("not_allowed");
    expect(deadlineOf(booking, "cancel")).toBeNull();
    expect(policyRefusal(booking, "reschedule", start - 2 * hour)).toBeNull();
    expect(policyRefusal(booking, "reschedule", start - hour)).toBe("too_late");
    expect(policyRefusal(meeting({ mayReschedule: false }), "reschedule", 0)).toBe("not_allowed");
  });

  it("is everything while nobody has answered the request", () => {
    const strict = { mayCancel: false, mayReschedule: false, cancelNoticeHours: 48, rescheduleNoticeHours: 48 };
    const request = meeting(strict, { status: "pending", confirmedAt: null });
    for (const deed of ["cancel", "reschedule"] as const) {
      expect(policyRefusal(request, deed, start - 1)).toBeNull();
      expect(deadlineOf(request, deed)).toBeNull();
    }
  });

  it("is not set free by moving a meeting, which makes it a request again", () => {
    const moved = meeting({ mayCancel: false }, { status: "pending", confirmedAt: 0 });
    expect(policyRefusal(moved, "cancel", start - 100 * hour)).toBe("not_allowed");
  });

  it("counts hours that pass, also over a night when the clocks change", () => {
    // Oslo, 25 October 2026: the clocks go back at 03:00, and this Sunday has 25 hours.
    const sunday = Date.UTC(2026, 9, 25) / (24 * hour);
    const booking = meeting({ cancelNoticeHours: 24 }, { start: wallToInstant("Europe/Oslo", sunday, 12 * 60) });
    expect(deadlineOf(booking, "cancel")).toBe(wallToInstant("Europe/Oslo", sunday - 1, 13 * 60));
  });
});

describe("a reason", () => {
  it("is lacking only where one is required, and spaces are none", () => {
    expect(lacksReason(meeting({ requiresReason: true }), " \n ")).toBe(true);
    expect(lacksReason(meeting({ requiresReason: true }), "A train is late")).toBe(false);
    expect(lacksReason(meeting(), "")).toBe(false);
  });
});
