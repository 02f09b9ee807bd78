import { describe, expect, it } from "vitest";
import { bookingTerms } from "~/components/booking-terms";
import type { InviteePolicy } from "~/domain/bookings/invitee-policy";
import { translator, type Language } from "~/messages/translate";

const free = {
  mayCancel: true,
  cancelNoticeHours: 0,
  mayReschedule: true,
  rescheduleNoticeHours: 0,
  requiresReason: false,
};

function words(policy: Partial<InviteePolicy>, language: Language = "en") {
  return bookingTerms(translator(language), { ...free, ...policy });
}

describe("what whoever books is told of later changes", () => {
  it("is one sentence where both can be done alike", () => {
    expect(words({})).toBe("You can change or cancel from the link in the email.");
    expect(words({}, "de")).toBe("Über den Link in der E-Mail können Sie verschieben oder absagen.");
    expect(words({ cancelNoticeHours: 24, rescheduleNoticeHours: 24 })).toBe(
      "You can change or cancel from the link in the email, until 24 hours before the start.",
    );
    expect(words({ cancelNoticeHours: 1, rescheduleNoticeHours: 1 }, "de")).toBe(
      "Über den Link in der E-Mail können Sie bis eine Stunde vor Beginn verschieben oder absagen.",
    );
  });

  it("is one each where they differ, what can't be done last", () => {
    expect(words({ mayReschedule: false, cancelNoticeHours: 24 })).toBe(
      "You can cancel from the link in the email, until 24 hours before the start. It cannot be rescheduled there: reply to the email instead.",
    );
    expect(words({ cancelNoticeHours: 24 })).toBe(
      "You can reschedule from the link in the email. You can cancel from the link in the email, until 24 hours before the start.",
    );
  });

  it("promises nothing where nothing can be done", () => {
    expect(words({ mayCancel: false, mayReschedule: false })).toBe(
      "It cannot be changed or cancelled there: reply to the email instead.",
    );
  });
});
