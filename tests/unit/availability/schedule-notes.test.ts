import { describe, expect, it } from "vitest";
import { parseDate } from "~/domain/availability/calendar-days";
import { clockChangeNote, dayLengthNote, midnightNotes, rangesText } from "~/domain/availability/schedule-notes";

describe("hours that meet at midnight", () => {
  it("are said to be one stretch, on the later day", () => {
    const weekly = [[], [], [], [540, 1020, 1320, 1440], [0, 120, 540, 900], [], []];
    expect(midnightNotes(weekly)).toEqual([
      null,
      null,
      null,
      null,
      "Joins Thursday from 22:00: one stretch of 4 hours.",
      null,
      null,
    ]);
  });

  it("join over the end of the week too", () => {
    expect(midnightNotes([[0, 60], [], [], [], [], [], [1380, 1440]])[0]).toBe(
      "Joins Sunday from 23:00: one stretch of 2 hours.",
    );
  });

  it("have no length where the day before never closes", () => {
    expect(midnightNotes([[0, 1440], [0, 60], [], [], [], [], []])[1]).toBe(
      "Goes on from Monday, which is open to midnight.",
    );
  });
});

describe("a date on which the clocks change", () => {
  const note = (zone: string, date: string, ...intervals: number[]) =>
    clockChangeNote(zone, parseDate(date)!, intervals);

  it("is shorter in spring and longer in autumn", () => {
    expect(note("Europe/Oslo", "2027-03-28", 60, 240)).toBe("Clocks go forward: 2 hours, not 3.");
    expect(note("Europe/Oslo", "2026-10-25", 60, 240)).toBe("Clocks go back: 4 hours, not 3.");
    expect(note("Australia/Lord_Howe", "2026-10-04", 60, 240)).toBe(
      "Clocks go forward: 2 hours 30 minutes, not 3 hours.",
    );
  });

  it("says nothing where the hours are not touched", () => {
    expect(note("Europe/Oslo", "2027-03-28", 540, 1020)).toBeNull();
    expect(note("Europe/Oslo", "2026-11-20", 60, 240)).toBeNull();
    expect(note("Europe/Oslo", "2027-03-28")).toBeNull();
  });
});

it("a date that is not 24 hours long says so", () => {
  expect([1440, 1380, 1500, 1410, 0].map(dayLengthNote)).toEqual([
    null,
    "Clocks go forward: 23 hours.",
    "Clocks go back: 25 hours.",
    "Clocks go forward: 23 hours 30 minutes.",
    "This zone skips the date.",
  ]);
});

it("hours are said as ranges", () => {
  expect(
    rangesText([
      { start: 0, end: 90 },
      { start: 1320, end: 1440 },
    ]),
  ).toBe("00:00 – 01:30, 22:00 – 24:00");
  expect(rangesText([])).toBe("");
});
