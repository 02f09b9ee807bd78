import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dateAt,
  dateExists,
  dayReader,
  localDay,
  localMinutes,
  offsetAt,
  steadyOffsets,
  wallToInstant,
} from "~/domain/availability/zones";
import { date, DAY, HOUR, iso, MINUTE, ms } from "./builders";
import { offset } from "./by-minute";
import { ZONES } from "./questions";

function instant(zone: string, day: string, time: string): string | undefined {
  const [hour, minute] = time.split(":").map(Number);
  return iso([wallToInstant(zone, date(day), hour! * 60 + minute!)])[0];
}

describe("a wall clock time that does not exist", () => {
  it.each([
    ["Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:30Z"],
    ["Europe/Berlin", "2026-03-29", "02:00", "2026-03-29T01:00Z"],
    ["America/New_York", "2026-03-08", "02:30", "2026-03-08T07:30Z"],
    ["Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:45Z"],
    ["America/St_Johns", "2010-03-14", "00:30", "2010-03-14T04:00Z"],
    ["Pacific/Apia", "2011-12-30", "09:00", "2011-12-30T19:00Z"],
  ])("in %s on %s at %s moves forward by the gap", (zone, day, time, expected) => {
    expect(instant(zone, day, time)).toBe(expected);
  });
});

describe("a wall clock time that exists twice", () => {
  it.each([
    ["Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30Z"],
    ["Europe/Berlin", "2026-10-25", "03:00", "2026-10-25T02:00Z"],
    ["America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30Z"],
    ["Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45Z"],
    ["America/St_Johns", "2010-11-06", "23:30", "2010-11-07T02:00Z"],
  ])("in %s on %s at %s means the first", (zone, day, time, expected) => {
    expect(instant(zone, day, time)).toBe(expected);
  });
});

describe("zones", () => {
  it.each([
    ["Asia/Kathmandu", "2026-11-23", "09:00", "2026-11-23T03:15Z"],
    ["Pacific/Chatham", "2026-11-23", "09:00", "2026-11-22T19:15Z"],
    ["America/St_Johns", "2026-11-23", "09:00", "2026-11-23T12:30Z"],
    ["Europe/Berlin", "2026-11-23", "24:00", "2026-11-23T23:00Z"],
    ["Europe/Berlin", "2026-03-29", "24:00", "2026-03-29T22:00Z"],
    ["Pacific/Apia", "2011-12-29", "24:00", "2011-12-30T10:00Z"],
  ])("put %s %s %s at its instant", (zone, day, time, expected) => {
    expect(instant(zone, day, time)).toBe(expected);
  });

  it("know the local date and minute", () => {
    expect(localDay("Pacific/Apia", ms("2011-12-30T09:59:59Z"))).toBe(date("2011-12-29"));
    expect(localDay("Pacific/Apia", ms("2011-12-30T10:00:00Z"))).toBe(date("2011-12-31"));
    expect(localMinutes("Asia/Kathmandu", ms("2026-11-23T03:15:30Z"))).toBe(540);
  });

  it("know a date that was skipped whole", () => {
    expect(dateExists("Pacific/Apia", date("2011-12-30"))).toBe(false);
    expect(dateExists("Pacific/Apia", date("2011-12-31"))).toBe(true);
    expect(dateExists("Europe/Berlin", date("2026-03-29"))).toBe(true);
  });

  it("have days of 23, 24, 25 and of odd lengths", () => {
    const length = (zone: string, day: string) =>
      (wallToInstant(zone, date(day), 1440) - wallToInstant(zone, date(day), 0)) / HOUR;
    expect(length("Europe/Berlin", "2026-03-29")).toBe(23);
    expect(length("Europe/Berlin", "2026-03-30")).toBe(24);
    expect(length("Europe/Berlin", "2026-10-25")).toBe(25);
    expect(length("Australia/Lord_Howe", "2026-10-04")).toBe(23.5);
    expect(length("Australia/Lord_Howe", "2026-04-05")).toBe(24.5);
    expect(length("America/Havana", "2026-03-08")).toBe(23);
    expect(length("Asia/Beirut", "2026-10-24")).toBe(25);
    // Kwajalein lived through its 30 September 1969 twice but for an hour.
    expect(length("Pacific/Kwajalein", "1969-09-30")).toBe(47);
  });

  it("change at the exact millisecond", () => {
    const change = ms("2026-03-29T01:00:00Z");
    expect(offsetAt("Europe/Berlin", change - 1)).toBe(HOUR);
    expect(offsetAt("Europe/Berlin", change)).toBe(2 * HOUR);
  });

  it("are refused when unknown", () => {
    expect(() => offsetAt("Atlantis/Capital", 0)).toThrow(RangeError);
  });

  it("agree with another library everywhere", () => {
    const minute = fc.integer({ min: Date.UTC(1980, 0) / MINUTE, max: Date.UTC(2045, 0) / MINUTE });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), minute, (zone, at) => {
        expect(offsetAt(zone, at * MINUTE)).toBe(offset(zone, at * MINUTE));
      }),
      { numRuns: 2000 },
    );
  });

  it("show the wall clock time that was asked for, or the one a gap later", () => {
    const day = fc.integer({ min: date("1990-01-01"), max: date("2037-12-31") });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), day, fc.integer({ min: 0, max: 1440 }), (zone, epochDay, minutes) => {
        const wall = epochDay * DAY + minutes * MINUTE;
        const at = wallToInstant(zone, epochDay, minutes);
        const moved = at + offset(zone, at) - wall;
        if (moved === 0) return;
        expect(moved).toBe(offset(zone, at) - offset(zone, at - 25 * HOUR));
      }),
      { numRuns: 2000 },
    );
  });

  it("answer many questions in a row as they answer each", () => {
    const start = fc.tuple(fc.constantFrom(...ZONES), fc.integer({ min: date("1970-01-01"), max: date("2037-12-31") }));
    const around = fc.array(fc.integer({ min: -3000, max: 3000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(start, around, ([zone, day], minutes) => {
        const dayOf = dayReader(zone);
        for (const minute of minutes) {
          const at = day * DAY + minute * MINUTE;
          expect(dayOf(at)).toBe(localDay(zone, at));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("know a date's one offset, and that it has none where its clock changes", () => {
    const start = fc.tuple(fc.constantFrom(...ZONES), fc.integer({ min: date("1990-01-01"), max: date("2037-12-31") }));
    const steps = fc.array(fc.integer({ min: -2, max: 3 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(start, steps, fc.integer({ min: 0, max: 1440 }), ([zone, first], days, minutes) => {
        const offsetOn = steadyOffsets(zone);
        let day = first;
        for (const step of days) {
          const found = offsetOn((day += step));
          const at = wallToInstant(zone, day, minutes);
          if (found !== null) expect(at).toBe(day * DAY + minutes * MINUTE - found);
          else expect(new Set([-1, 0, 1, 2].map((away) => offset(zone, (day + away) * DAY))).size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("know no one offset of a date whose clock changes on the UTC day before or after", () => {
    const offsetOn = steadyOffsets("Pacific/Auckland");
    // It changes at two on the 27th, which is the 26th in UTC.
    const days = ["24", "25", "26", "27", "28"].map((day) => offsetOn(date(`2026-09-${day}`)));
    expect(days).toEqual([12 * HOUR, null, null, null, 13 * HOUR]);
  });

  it("know until when a date is sure to last", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: Date.UTC(2038, 0) / MINUTE }),
        (zone, minute) => {
          const { day, until } = dateAt(zone, minute * MINUTE);
          expect(until).toBeGreaterThan(minute * MINUTE);
          for (const at of [minute * MINUTE, (minute * MINUTE + until) / 2, until - 1]) {
            expect(Math.floor((at + offset(zone, at)) / DAY)).toBe(day);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("are still known after so many questions that old answers are forgotten", { timeout: 60_000 }, () => {
    const zones = ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"];
    for (const zone of zones) for (let day = 0; day < 51_000; day++) offsetAt(zone, day * DAY);
    const change = ms("2026-03-29T01:00:00Z");
    for (let again = 0; again < 2; again++) {
      expect(offsetAt("Europe/Berlin", change - 1)).toBe(HOUR);
      expect(offsetAt("Europe/Berlin", change)).toBe(2 * HOUR);
      expect(offsetAt("Asia/Kathmandu", change)).toBe(5.75 * HOUR);
    }
  });
});
