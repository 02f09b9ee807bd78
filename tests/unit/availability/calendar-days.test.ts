import { describe, expect, it } from "vitest";
import { formatDate, isoWeekStart, parseDate, weekday } from "~/domain/availability/calendar-days";

describe("calendar days", () => {
  it("count from 1970-01-01", () => {
    expect(parseDate("1970-01-01")).toBe(0);
    expect(parseDate("1969-12-31")).toBe(-1);
    expect(parseDate("2026-11-23")).toBe(20_780);
    expect(formatDate(20_780)).toBe("2026-11-23");
  });

  it("exist, leap days included", () => {
    expect(parseDate("2028-02-29")).not.toBeNull();
    for (const text of ["2027-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00"]) {
      expect(parseDate(text), text).toBeNull();
    }
  });

  it("are written in one form only", () => {
    for (const text of [
      "2026-1-5",
      "26-01-05",
      "2026/01/05",
      " 2026-01-05",
      "2026-01-05\n",
      "2026-01-05T00:00:00Z",
      "",
    ]) {
      expect(parseDate(text), text).toBeNull();
    }
  });

  it("fall on weekdays from Monday = 0, before 1970 too", () => {
    expect(weekday(parseDate("2026-11-23")!)).toBe(0);
    expect(weekday(parseDate("2026-11-29")!)).toBe(6);
    expect(weekday(parseDate("1969-12-28")!)).toBe(6);
  });

  it("belong to weeks that start on Monday, over the new year too", () => {
    expect(formatDate(isoWeekStart(parseDate("2027-01-03")!))).toBe("2026-12-28");
    expect(formatDate(isoWeekStart(parseDate("2026-11-23")!))).toBe("2026-11-23");
  });
});
