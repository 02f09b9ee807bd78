import { describe, expect, it } from "vitest";
import { formatDate, parseDate } from "~/domain/availability/calendar-days";
import {
  monthAfter,
  monthOf,
  monthRange,
  parseMonth,
  partOfDay,
  slotsByDay,
  weeksOf,
} from "~/domain/availability/month";

const hour = 3_600_000;

describe("a month", () => {
  it("is read only where it exists", () => {
    expect(parseMonth("2026-11")).toBe("2026-11");
    for (const odd of ["2026-13", "2026-00", "2026-1", "26-11", "1969-12", "", "2026-11-01", "x"]) {
      expect(parseMonth(odd), odd).toBeNull();
    }
  });

  it("has neighbours over the turn of the year", () => {
    expect([monthAfter("2026-12", 1), monthAfter("2026-01", -1), monthAfter("2026-11", 14)]).toEqual([
      "2027-01",
      "2025-12",
      "2028-01",
    ]);
    expect(monthOf(parseDate("2028-02-29")!)).toBe("2028-02");
  });

  it("is as long as its zone's clocks make it", () => {
    const length = (zone: string, month: string) => {
      const { from, to } = monthRange(zone, month);
      return (to - from) / hour;
    };
    expect([length("Europe/Oslo", "2026-03"), length("Europe/Oslo", "2026-10")]).toEqual([31 * 24 - 1, 31 * 24 + 1]);
    expect(length("Pacific/Apia", "2011-12")).toBe(30 * 24);
  });

  it.each([0, 6, 5])("has every date once, in weeks that begin with weekday %i", (weekStart) => {
    const weeks = weeksOf("2026-02", weekStart);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    const dates = weeks.flat().flatMap((day) => (day === null ? [] : [formatDate(day)]));
    expect(dates).toHaveLength(28);
    expect(new Set(dates).size).toBe(28);
  });
});

describe("the free times of a month", () => {
  it("belong to the dates of the visitor's calendar", () => {
    const late = Date.parse("2026-11-23T22:00:00Z");
    const days = slotsByDay([late, late + hour], "Asia/Kolkata");
    expect([...days.keys()].map(formatDate)).toEqual(["2026-11-24"]);
    expect(slotsByDay([late], "America/Lima").has(parseDate("2026-11-23")!)).toBe(true);
  });

  it("are in the morning, the afternoon or the evening of the visitor's clock", () => {
    const noon = Date.parse("2026-11-23T12:00:00Z");
    expect([noon - hour, noon, noon + 6 * hour].map((at) => partOfDay("UTC", at))).toEqual([
      "morning",
      "afternoon",
      "evening",
    ]);
  });
});
