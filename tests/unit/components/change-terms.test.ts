import { describe, expect, it } from "vitest";
import { isFree, termsWords, type Terms } from "~/components/change-terms";
import { changeWords } from "~/components/event-type-words";
import { translator, type Language } from "~/messages/translate";

const deadline = Date.parse("2026-11-22T09:00:00Z");

function words(deed: "cancel" | "reschedule" | "both", terms: Terms, language: Language = "en", zone = "Europe/Oslo") {
  const reader = { language, locale: language, zone, isZoneKnown: true, now: Date.parse("2026-11-20T08:00:00Z") };
  return termsWords(translator(language), deed, terms, reader);
}

describe("until when an invitee may change a meeting", () => {
  it("is said in the reader's zone and language", () => {
    const terms = { refusal: null, deadline };
    expect(words("cancel", terms)).toBe("You can cancel until Sunday 22 November, 10:00 (Oslo time).");
    expect(words("both", terms, "de", "Asia/Tokyo")).toBe(
      "Sie können den Termin bis Sonntag, 22. November, 18:00 (Uhrzeit in Tokyo) verschieben oder absagen.",
    );
  });

  it("is said to be over where it is, or never to have been", () => {
    expect(words("reschedule", { refusal: "too_late", deadline })).toBe(
      "It can be rescheduled here until Sunday 22 November, 10:00 (Oslo time), and that has passed.",
    );
    expect(words("cancel", { refusal: "not_allowed", deadline: null })).toBe("It cannot be cancelled here.");
    expect(words("reschedule", { refusal: null, deadline: null })).toBe("You can reschedule until the meeting ends.");
  });

  it("needs no words where both can be done as long as the meeting lasts", () => {
    const free = { refusal: null, deadline: null };
    expect(isFree({ cancelling: free, rescheduling: free })).toBe(true);
    expect(isFree({ cancelling: free, rescheduling: { refusal: null, deadline } })).toBe(false);
    expect(isFree({ cancelling: { refusal: "not_allowed", deadline: null }, rescheduling: free })).toBe(false);
  });
});

describe("the policy in a host's words", () => {
  it("says of each deed until when, and with what", () => {
    const policy = {
      inviteeMayCancel: true,
      cancelNoticeHours: 1,
      inviteeMayReschedule: true,
      rescheduleNoticeHours: 0,
    };
    expect(changeWords({ ...policy, requiresReason: true })).toBe(
      "They can move it as long as it lasts, with a reason. They can cancel it until 1 hour before, with a reason.",
    );
    expect(changeWords({ ...policy, inviteeMayCancel: false, requiresReason: false })).toBe(
      "They can move it as long as it lasts. They cannot cancel it.",
    );
  });
});
