import { describe, expect, it } from "vitest";
import {
  binWords,
  cancelledChange,
  countChange,
  leadWords,
  numberText,
  rateChange,
  rateText,
  viewsChange,
} from "~/components/analytics-words";
import { parseDate } from "~/domain/availability/calendar-days";

const clock = { zone: "UTC", locale: "en", now: Date.parse("2026-11-18T12:00:00Z") };
const counts = (views: number, bookings: number) => ({ views, bookings });
const cancelled = (all: number, byHosts: number) => ({
  views: 0,
  bookings: 0,
  cancelled: all,
  cancelledByHosts: byHosts,
});

describe("numbers beside those of the days before", () => {
  it.each([
    [1363, 1217, "12 % more than before"],
    [50, 100, "50 % fewer than before"],
    [1001, 1000, "About as many as before"],
    [12, 12, "As many as before"],
    [0, 0, "As many as before"],
    [12, 0, "None before"],
    [0, 12, "100 % fewer than before"],
  ])("are compared in parts of a hundred for views: %i and %i", (now, before, words) => {
    expect(viewsChange(now, before)).toBe(words);
  });

  it("are compared as they are for bookings", () => {
    expect(countChange(64, 55)).toBe("9 more");
    expect(countChange(55, 64)).toBe("9 fewer");
    expect(countChange(64, 64)).toBe("As many as before");
  });

  it("are compared to a tenth for what is booked per hundred views", () => {
    expect(rateChange(counts(1000, 47), counts(1000, 44))).toBe("0.3 more");
    expect(rateChange(counts(1000, 44), counts(1000, 47))).toBe("0.3 fewer");
    expect(rateChange(counts(10_000, 444), counts(10_000, 440))).toBe("As many as before");
    expect(rateChange(counts(0, 3), counts(10, 1))).toBe("Nobody looked");
    expect(rateChange(counts(10, 1), counts(0, 0))).toBe("Nobody looked before");
  });

  it("say of cancelled ones how many hosts cancelled", () => {
    expect(cancelledChange(cancelled(5, 2), cancelled(6, 0))).toBe("2 by hosts; 1 fewer than before");
    expect(cancelledChange(cancelled(5, 0), cancelled(5, 0))).toBe("0 by hosts; as many as before");
    expect(cancelledChange(cancelled(0, 0), cancelled(3, 1))).toBe("3 fewer than before");
    expect(cancelledChange(cancelled(0, 0), cancelled(0, 0))).toBe("As many as before");
  });
});

describe("numbers", () => {
  it("are written as people read them", () => {
    expect(numberText(1363)).toBe("1,363");
    expect(rateText(counts(1363, 64))).toBe("4.7");
    expect(rateText(counts(0, 64))).toBeNull();
    expect(rateText(counts(2, 3))).toBe("100.0");
  });

  it("of hours are said in hours or days", () => {
    expect([0.4, 1, 5.2, 47, 49, 240].map(leadWords)).toEqual([
      "under an hour",
      "1 hour",
      "5 hours",
      "47 hours",
      "2 days",
      "10 days",
    ]);
  });
});

describe("a bar's time", () => {
  const bin = (first: string, last: string) => ({ first: parseDate(first)!, last: parseDate(last)! });

  it("is a day, a week or a month in words", () => {
    expect(binWords(bin("2026-11-10", "2026-11-10"), "day", clock)).toBe("Tue 10 Nov");
    expect(binWords(bin("2026-11-09", "2026-11-15"), "week", clock)).toBe("9 Nov – 15 Nov");
    expect(binWords(bin("2025-12-29", "2026-01-04"), "week", clock)).toBe("29 Dec 2025 – 4 Jan");
    expect(binWords(bin("2026-11-01", "2026-11-18"), "month", clock)).toBe("November 2026");
  });
});
