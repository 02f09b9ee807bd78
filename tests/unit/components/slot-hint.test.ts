import { describe, expect, it } from "vitest";
import { refusedWords } from "~/components/slot-hint";

const now = Date.UTC(2026, 10, 20, 8);
const start = Date.UTC(2026, 10, 23, 10);
const reader = { zone: "UTC", locale: "en-GB", language: "en" as const, now };

describe("the words for a time in an old link", () => {
  it("give its reason, in the reader's language, zone and clock", () => {
    const refused = { code: "window" as const, start, noticeMinutes: 0 };
    expect(refusedWords(refused, reader)).toBe("10:00 on Monday 23 November is too far ahead to be booked.");
    expect(refusedWords(refused, { ...reader, zone: "Asia/Tokyo", language: "de", locale: "de" })).toBe(
      "Montag, 23. November, 19:00 ist zu weit voraus, um gebucht zu werden.",
    );
  });

  it("do not say that somebody was faster a moment ago", () => {
    const taken = { code: "claimed" as const, start, noticeMinutes: 0 };
    expect(refusedWords(taken, reader)).toBe("That time is not free any more. Choose another.");
    expect(refusedWords(taken, { ...reader, language: "de" })).toBe(
      "Diese Zeit ist nicht mehr frei. Wählen Sie eine andere.",
    );
  });
});
