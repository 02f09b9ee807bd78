import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatDayLong,
  formatDayShort,
  formatMonth,
  formatTime,
  formatTimeRange,
  hourCycle,
  isoInstant,
  isZone,
  offsetLabel,
  parseInstant,
  weekdayNames,
  weekStart,
  zoneCity,
  zoneLabel,
  zoneNames,
} from "~/domain/time";

const NOW = Date.parse("2026-11-20T12:00:00Z");
const SLOT = Date.parse("2026-11-23T11:00:00Z");
const ZONE = "Asia/Kolkata";

describe("instants as text for machines", () => {
  it("are read with their offset", () => {
    expect(parseInstant("2026-11-23T11:00:00Z")).toBe(SLOT);
    expect(parseInstant("2026-11-23T16:30:00+05:30")).toBe(SLOT);
    expect(parseInstant("2026-11-23T07:30:00-03:30")).toBe(SLOT);
    expect(parseInstant("2026-11-23t11:00:00z")).toBe(SLOT);
    expect(parseInstant("2026-11-23T11:00:00.0259Z")).toBe(SLOT + 25);
    expect(parseInstant("2026-11-23T11:00:00.5Z")).toBe(SLOT + 500);
    expect(parseInstant("2028-02-29T00:00:00Z")).toBe(Date.UTC(2028, 1, 29));
  });

  it.each([
    "2026-11-23T11:00:00",
    "2026-11-23T11:00Z",
    "2026-11-23",
    "2026-11-23 11:00:00Z",
    "2026-02-29T11:00:00Z",
    "2026-13-01T11:00:00Z",
    "2026-11-23T24:00:00Z",
    "2026-11-23T25:00:00Z",
    "2026-11-23T11:60:00Z",
    "2026-11-23T11:00:60Z",
    "2026-11-23T11:00:00+24:00",
    "2026-11-23T11:00:00+0530",
    "2026-11-23T11:00:00.Z",
    "1969-12-31T23:59:59Z",
    "1970-01-01T00:00:00+01:00",
    "9999-12-31T23:59:59-01:00",
    "12026-11-23T11:00:00Z",
    "2026-11-23T11:00:00Z\n",
    "1795431600000",
    "",
  ])("are refused in any other form: %j", (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it("are written in UTC, with milliseconds only where there are some", () => {
    expect(isoInstant(SLOT)).toBe("2026-11-23T11:00:00Z");
    expect(isoInstant(SLOT + 25)).toBe("2026-11-23T11:00:00.025Z");
  });

  it("are written for every moment as Date writes them", () => {
    const moment = fc.integer({ min: -1e14, max: 8e15 });
    fc.assert(
      fc.property(
        fc.oneof(
          moment,
          moment.map((ms) => ms - (ms % 60_000)),
        ),
        (ms) => {
          expect(isoInstant(ms)).toBe(new Date(ms).toISOString().replace(".000Z", "Z"));
        },
      ),
    );
  });
});

describe("zone names", () => {
  it.each([
    "Europe/Berlin",
    "Asia/Kolkata",
    "Asia/Calcutta",
    "UTC",
    "Etc/UTC",
    "America/Argentina/Ushuaia",
    "US/Eastern",
  ])("know %s", (name) => expect(isZone(name)).toBe(true));

  it.each([
    "UTC+3",
    "+03:00",
    "GMT+3",
    "europe/berlin",
    "Europe/Atlantis",
    "IST",
    "SystemV/EST5",
    "Factory",
    "",
    " UTC",
  ])("refuse %j", (name) => expect(isZone(name)).toBe(false));

  it("offer every place once, under its present name", () => {
    const names = zoneNames();
    expect(names.length).toBeGreaterThan(400);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining(["UTC", "Asia/Kolkata", "Europe/Kyiv", "Asia/Kathmandu", "America/Nuuk"]),
    );
    expect(names).not.toContain("Asia/Calcutta");
    expect(names.filter((name) => !isZone(name))).toEqual([]);
  });

  it("are shown by city and offset", () => {
    expect(zoneCity("America/New_York")).toBe("New York");
    expect(zoneCity("Asia/Calcutta")).toBe("Kolkata");
    expect(zoneLabel("Asia/Kolkata", SLOT)).toBe("Kolkata, UTC+5:30");
    expect(zoneLabel("America/St_Johns", SLOT)).toBe("St Johns, UTC−3:30");
    expect(zoneLabel("Europe/London", SLOT)).toBe("London, UTC");
    expect(zoneLabel("UTC", SLOT)).toBe("UTC");
    expect(offsetLabel("Europe/Berlin", SLOT)).toBe("UTC+1");
    expect(offsetLabel("Europe/Berlin", Date.parse("2026-07-01T00:00:00Z"))).toBe("UTC+2");
  });
});

describe("times for people", () => {
  it("keep to the locale's habit of 12 or 24 hours", () => {
    expect(formatTime(SLOT, ZONE, "en")).toBe("16:30");
    expect(formatTime(SLOT, ZONE, "en-GB")).toBe("16:30");
    expect(formatTime(SLOT, ZONE, "de")).toBe("16:30");
    expect(formatTime(SLOT, ZONE, "en-US")).toBe("4:30 PM");
    expect(formatTime(SLOT - 10 * 3_600_000, "UTC", "en")).toBe("01:00");
    expect([hourCycle("en"), hourCycle("de"), hourCycle("en-US")]).toEqual(["h23", "h23", "h12"]);
  });

  it("stand in a range with a spaced en dash", () => {
    expect(formatTimeRange(SLOT, SLOT + 1_800_000, ZONE, "en")).toBe("16:30 – 17:00");
  });

  it("name the day, with the year only when it is another", () => {
    expect(formatDayLong(SLOT, ZONE, "en", NOW)).toBe("Monday 23 November");
    expect(formatDayLong(SLOT, ZONE, "de", NOW)).toBe("Montag, 23. November");
    expect(formatDayLong(SLOT, ZONE, "en-US", NOW)).toBe("Monday, November 23");
    expect(formatDayLong(Date.UTC(2027, 0, 4), "UTC", "en", NOW)).toBe("Monday 4 January 2027");
    expect(formatDayShort(SLOT, ZONE, "en")).toBe("Mon 23 Nov");
    expect(formatDayShort(SLOT, ZONE, "en", Date.UTC(2027, 0, 4))).toBe("Mon 23 Nov 2026");
    expect(formatDayShort(SLOT, ZONE, "de")).toBe("Mo., 23. Nov.");
    expect(formatMonth(SLOT, ZONE, "en")).toBe("November 2026");
  });

  it("take the year from the reader's zone", () => {
    const newYear = Date.UTC(2026, 11, 31, 20);
    expect(formatDayLong(newYear, "Asia/Tokyo", "en", newYear)).toBe("Friday 1 January");
    expect(formatDayLong(newYear, "Asia/Tokyo", "en", NOW)).toBe("Friday 1 January 2027");
  });

  it("know the week of the locale", () => {
    expect([weekStart("en"), weekStart("de"), weekStart("en-US")]).toEqual([0, 0, 6]);
    expect(weekdayNames("en")[0]).toBe("Monday");
    expect(weekdayNames("de", "short")).toEqual(["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]);
    expect(weekdayNames("en", "two")).toEqual(["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]);
  });

  it("fall back to English for a locale that cannot be used", () => {
    for (const locale of ["", "not a locale", "xx-zz-00000000000", "tlh"]) {
      expect(formatDayLong(SLOT, ZONE, locale, NOW), locale).toBe("Monday 23 November");
    }
  });
});
