import { describe, expect, it } from "vitest";
import { formatMinutes, parseMinutes } from "~/domain/availability/schedule";
import { ScheduleInput, SchedulePatch } from "~/domain/availability/schedule-input";

const base = { name: "Working hours", timezone: "Europe/Oslo" };

function problems(input: Record<string, unknown>) {
  const parsed = ScheduleInput.safeParse({ ...base, ...input });
  return parsed.success ? [] : parsed.error.issues.map((issue) => [issue.path.join("."), issue.message]);
}

function hours(...ranges: [weekday: string, start: string, end: string][]) {
  return { availability: ranges.map(([weekday, start, end]) => ({ weekday, start, end })) };
}

describe("a time of the day", () => {
  it("goes from 00:00 to 24:00", () => {
    expect(["00:00", "09:30", "23:59", "24:00"].map(parseMinutes)).toEqual([0, 570, 1439, 1440]);
    expect(["24:01", "25:00", "12:60", "9:00", "09:00:00", "", "-1:00", "0900"].map(parseMinutes)).toEqual(
      Array(8).fill(null),
    );
    expect([0, 570, 1440].map(formatMinutes)).toEqual(["00:00", "09:30", "24:00"]);
  });
});

describe("weekly hours", () => {
  it("become minute pairs by weekday, in order whatever order they came in", () => {
    const parsed = ScheduleInput.parse({
      ...base,
      ...hours(["friday", "13:00", "17:00"], ["monday", "09:00", "24:00"], ["friday", "00:00", "02:00"]),
    });
    expect(parsed.availability).toEqual([[540, 1440], [], [], [], [0, 120, 780, 1020], [], []]);
  });

  it("may touch, and meet at midnight", () => {
    expect(problems(hours(["monday", "09:00", "12:00"], ["monday", "12:00", "17:00"]))).toEqual([]);
    expect(problems(hours(["monday", "22:00", "24:00"], ["tuesday", "00:00", "02:00"]))).toEqual([]);
  });

  it("that overlap are named at the lower row, with a guess at what was meant", () => {
    const overlapping = hours(
      ["tuesday", "09:00", "17:00"],
      ["monday", "09:00", "12:00"],
      ["monday", "11:30", "17:00"],
    );
    expect(problems(overlapping)).toEqual([
      ["availability.2.start", "This starts before 12:00, where the row above ends. Did you mean 12:30?"],
    ]);
  });

  it("get no guess where none would fit", () => {
    expect(problems(hours(["monday", "09:00", "12:00"], ["monday", "11:30", "12:15"]))).toEqual([
      ["availability.1.start", "This starts before 12:00, where the row above ends."],
    ]);
  });

  it("that begin before the row above, or reach over more than one, say which hours they meet", () => {
    expect(problems(hours(["monday", "13:00", "17:00"], ["monday", "09:00", "14:00"]))).toEqual([
      ["availability.1.start", "This overlaps 13:00 to 17:00, further up on the same day."],
    ]);
    const around = hours(["monday", "08:00", "20:00"], ["monday", "09:00", "10:00"], ["monday", "11:00", "12:00"]);
    expect(problems(around).map(([path]) => path)).toEqual(["availability.1.start", "availability.2.start"]);
  });

  it("end after they begin", () => {
    const [problem] = problems(hours(["monday", "17:00", "09:00"]));
    expect(problem).toEqual(["availability.0.end", expect.stringContaining("ends before it begins")]);
    expect(problems(hours(["monday", "09:00", "09:00"]))).toHaveLength(1);
    expect(problems(hours(["monday", "24:00", "24:00"]))).toHaveLength(1);
  });

  it("name the field of a time that cannot be read", () => {
    expect(problems(hours(["monday", "9", "17:00"]))[0]?.[0]).toBe("availability.0.start");
    expect(problems(hours(["monday", "09:00", "24:30"]))[0]?.[0]).toBe("availability.0.end");
    expect(problems(hours(["noday", "09:00", "17:00"]))[0]?.[0]).toBe("availability.0.weekday");
  });

  it("are twelve ranges a day at most", () => {
    const ranges = (count: number) =>
      hours(
        ...Array.from(
          { length: count },
          (_, n) => ["monday", formatMinutes(n * 60), formatMinutes(n * 60 + 30)] as [string, string, string],
        ),
      );
    expect(problems(ranges(12))).toEqual([]);
    expect(problems(ranges(13))).toEqual([["availability.12.start", "A day takes 12 ranges at most."]]);
  });
});

describe("other dates", () => {
  it("are real, and each there once", () => {
    const dates = (...dates: string[]) => ({ overrides: dates.map((date) => ({ date, intervals: [] })) });
    expect(problems(dates("2026-12-24", "2028-02-29"))).toEqual([]);
    expect(problems(dates("2026-02-29"))[0]?.[0]).toBe("overrides.0.date");
    expect(problems(dates("2026-12-24", "2026-12-25", "2026-12-24"))).toEqual([
      ["overrides.2.date", "This date is in the list twice."],
    ]);
  });

  it("have hours by the same rules as a weekday", () => {
    const intervals = [
      { start: "09:00", end: "12:00" },
      { start: "11:00", end: "13:00" },
    ];
    expect(problems({ overrides: [{ date: "2026-12-24", intervals }] })[0]?.[0]).toBe("overrides.0.intervals.1.start");
  });

  it("are 400 at most", () => {
    const days = (count: number) =>
      Array.from({ length: count }, (_, n) => ({
        date: new Date(n * 86_400_000).toISOString().slice(0, 10),
        intervals: [],
      }));
    expect(problems({ overrides: days(400) })).toEqual([]);
    expect(problems({ overrides: days(401) })[0]?.[0]).toBe("overrides");
  });
});

describe("the rest of a schedule", () => {
  it("needs a name and a zone that exists", () => {
    expect(problems({ name: " " })[0]?.[0]).toBe("name");
    expect(problems({ timezone: "Mars/Olympus" })[0]?.[0]).toBe("timezone");
    expect(problems({ colour: "red" })[0]?.[1]).toContain("colour");
  });

  it("stays out of a change that does not name it", () => {
    expect(SchedulePatch.parse({ name: "Late" })).toEqual({ name: "Late" });
  });
});
