import { describe, expect, it } from "vitest";
import {
  binsOf,
  dayBounds,
  lengthOf,
  namedPeriod,
  periodBefore,
  periodName,
  periodOf,
  usualPeriod,
  type Period,
} from "~/domain/analytics/period";
import { formatDate, parseDate } from "~/domain/availability/calendar-days";

const day = (text: string) => parseDate(text)!;
const today = day("2026-11-18");
const written = ({ first, last }: Period) => [formatDate(first), formatDate(last)];

describe("a period", () => {
  it.each([
    ["7", "2026-11-12"],
    ["30", "2026-10-20"],
    ["90", "2026-08-21"],
    ["12m", "2025-11-19"],
  ])("of a usual length ends today, which counts: %s", (name, first) => {
    expect(written(usualPeriod(name, today)!)).toEqual([first, "2026-11-18"]);
  });

  it("of twelve months begins on the first of March where there was no 29th of February", () => {
    expect(written(usualPeriod("12m", day("2028-02-29"))!)).toEqual(["2027-03-01", "2028-02-29"]);
  });

  it("is kept in an address by its dates", () => {
    const period = { first: day("2026-10-01"), last: day("2026-10-31") };
    expect(periodName(period)).toBe("2026-10-01..2026-10-31");
    expect(namedPeriod(periodName(period))).toEqual({ from: "2026-10-01", to: "2026-10-31" });
    expect(namedPeriod("30")).toBeNull();
    expect(namedPeriod("a..b..c")).toBeNull();
  });

  it("is compared with as many days right before", () => {
    expect(written(periodBefore({ first: day("2026-11-12"), last: today }))).toEqual(["2026-11-05", "2026-11-11"]);
  });
});

describe("dates from and to", () => {
  const asked = (dates: { from?: string; to?: string }) =>
    periodOf(Object.fromEntries(Object.entries(dates).map(([name, text]) => [name, day(text)])), today);

  it.each([
    [{}, "2026-10-20", "2026-11-18"],
    [{ from: "2026-11-01" }, "2026-11-01", "2026-11-18"],
    [{ to: "2026-11-10" }, "2026-10-12", "2026-11-10"],
    [{ from: "2026-11-10", to: "2026-11-10" }, "2026-11-10", "2026-11-10"],
    [{ from: "2026-12-24" }, "2026-12-24", "2026-12-24"],
  ])("both count, and may be left out: %j", (dates, first, last) => {
    const result = asked(dates);
    expect(result.ok && written(result.period)).toEqual([first, last]);
  });

  it.each([
    [{ from: "2026-11-02", to: "2026-11-01" }, "to"],
    [{ from: "2025-11-17", to: "2026-11-18" }, "from"],
  ])("are refused by the field that is wrong: %j", (dates, path) => {
    expect(asked(dates)).toMatchObject({ ok: false, errors: [{ path }] });
  });

  it("may be a leap year apart", () => {
    expect(asked({ from: "2025-11-18", to: "2026-11-18" }).ok).toBe(true);
  });
});

describe("the days of a period", () => {
  it("are as long as they are where clocks change", () => {
    const hours = (first: string, zone: string) => {
      const bounds = dayBounds({ first: day(first), last: day(first) + 2 }, zone);
      return bounds.slice(1).map((bound, index) => (bound - bounds[index]!) / 3_600_000);
    };
    expect(hours("2026-10-24", "Europe/Oslo")).toEqual([24, 25, 24]);
    expect(hours("2026-03-28", "Europe/Oslo")).toEqual([24, 23, 24]);
    expect(hours("2026-10-24", "Asia/Kolkata")).toEqual([24, 24, 24]);
  });
});

describe("the bars of a plot", () => {
  const bins = (first: string, last: string) => binsOf({ first: day(first), last: day(last) });

  it("are days up to two months", () => {
    expect(bins("2026-10-20", "2026-11-18")).toMatchObject({ unit: "day", bins: { length: 30 } });
    expect(bins("2026-10-01", "2026-12-01")).toMatchObject({ unit: "day", bins: { length: 62 } });
  });

  it("are weeks up to half a year, the first and the last of them cut", () => {
    const { unit, bins: weeks } = bins("2026-08-21", "2026-11-18");
    expect(unit).toBe("week");
    expect(written(weeks[0]!)).toEqual(["2026-08-21", "2026-08-23"]);
    expect(written(weeks[1]!)).toEqual(["2026-08-24", "2026-08-30"]);
    expect(written(weeks.at(-1)!)).toEqual(["2026-11-16", "2026-11-18"]);
  });

  it("are months beyond", () => {
    const { unit, bins: months } = bins("2025-11-19", "2026-11-18");
    expect(unit).toBe("month");
    expect(months).toHaveLength(13);
    expect(written(months[3]!)).toEqual(["2026-02-01", "2026-02-28"]);
  });

  it("leave no day out and take none twice", () => {
    for (const length of [1, 2, 61, 63, 199, 201, 366]) {
      const { bins: all } = binsOf({ first: today - length + 1, last: today });
      expect(all.reduce((sum, bin) => sum + lengthOf(bin), 0)).toBe(length);
      for (const [index, bin] of all.slice(1).entries()) expect(bin.first).toBe(all[index]!.last + 1);
    }
  });
});
