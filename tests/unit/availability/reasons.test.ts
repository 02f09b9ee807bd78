import { describe, expect, it } from "vitest";
import { reasonOrder, reasonToTell, refusalSentence } from "~/domain/availability/reasons";
import type { Reason, TeamMode } from "~/domain/availability/slots";
import { ms } from "./builders";

const every: Reason[] = [
  "outside_hours",
  "excluded_date",
  "notice",
  "window",
  "daily_limit",
  "weekly_limit",
  "claimed",
  "busy",
];

function told(mode: TeamMode, ...reasons: Reason[][]) {
  return reasonToTell(
    reasons.map((each, index) => ({ id: String(index), reasons: each })),
    mode,
  );
}

describe("the reason that a refusal tells", () => {
  it("is one of all there are", () => {
    expect([...reasonOrder].sort()).toEqual([...every].sort());
    for (const reason of every) expect(told("any", [reason])).toBe(reason);
    for (const reason of every) expect(told("all", [reason], [])).toBe(reason);
  });

  it("of one host is the one that would still stand if the others fell", () => {
    expect(told("any", ["notice", "claimed"])).toBe("notice");
    expect(told("any", ["claimed", "daily_limit"])).toBe("daily_limit");
    expect(told("any", ["busy", "outside_hours"])).toBe("outside_hours");
  });

  it("where any host will do is that of the one who came nearest", () => {
    expect(told("any", ["outside_hours"], ["claimed"])).toBe("claimed");
    expect(told("any", ["claimed"], ["outside_hours"])).toBe("claimed");
    expect(told("any", ["busy"], ["daily_limit"], ["outside_hours"])).toBe("busy");
    expect(told("any", ["outside_hours", "claimed"], ["daily_limit"])).toBe("daily_limit");
  });

  it("where all must come is that of the one who is furthest from it", () => {
    expect(told("all", ["claimed"], ["outside_hours"])).toBe("outside_hours");
    expect(told("all", ["claimed"], [], ["daily_limit"])).toBe("daily_limit");
  });

  it("is that of closed hours where nobody has any", () => {
    expect(told("any")).toBe("outside_hours");
    expect(told("all")).toBe("outside_hours");
    expect(told("all", [])).toBe("outside_hours");
  });
});

describe("the sentence of a refusal", () => {
  const start = ms("2026-11-25T09:30:00Z");
  const now = ms("2026-11-18T09:00:00Z");
  const reader = { start, zone: "Europe/Oslo", noticeMinutes: 240, now } as const;
  const inEnglish = (code: Reason, more = {}) =>
    refusalSentence({ ...reader, code, language: "en", locale: "en", ...more });
  const inGerman = (code: Reason) => refusalSentence({ ...reader, code, language: "de", locale: "de-AT" });

  it("is another one for each code, in each language", () => {
    expect(new Set(every.map((code) => inEnglish(code))).size).toBe(every.length);
    expect(new Set(every.map(inGerman)).size).toBe(every.length);
  });

  it("names the time by the reader's clock", () => {
    expect(inEnglish("claimed")).toBe("Someone booked 10:30 a moment before you.");
    expect(inEnglish("busy", { zone: "Asia/Kolkata" })).toBe("The host is busy at 15:00 on Wednesday 25 November.");
    expect(inGerman("claimed")).toBe("Jemand hat 10:30 kurz vor Ihnen gebucht.");
    for (const code of every) {
      expect(inEnglish(code)).toContain("10:30");
      expect(inGerman(code)).toContain("10:30");
    }
  });

  it("says how much notice is needed, and of what is past that it has passed", () => {
    expect(inEnglish("notice")).toBe(
      "10:30 on Wednesday 25 November is too soon. This meeting needs 4 hours of notice.",
    );
    expect(inEnglish("notice", { noticeMinutes: 0 })).toBe("10:30 on Wednesday 25 November is too soon.");
    expect(inEnglish("notice", { now: start + 1 })).toBe("10:30 on Wednesday 25 November has passed.");
    expect(inGerman("notice")).toBe(
      "Mittwoch, 25. November, 10:30 ist zu nah. Dieser Termin braucht 4 Stunden Vorlauf.",
    );
  });
});
