import { describe, expect, it } from "vitest";
import { openHours, openHoursAround, sameHours, type ScheduleHours } from "~/domain/availability/working-hours";
import { date, everyDay, hours, iso, ms, onDates } from "./builders";

function open(schedule: ScheduleHours, first: string, last = first) {
  const { perDate, joined } = openHours(schedule, date(first), date(last));
  return { perDate: iso(perDate), joined: iso(joined) };
}

describe("open hours", () => {
  it("follow the weekday, unless the date has its own", () => {
    const weekly = [hours("9:00-17:00"), [], [], [], [], [], []];
    const overrides = new Map([
      [date("2026-11-30"), []],
      [date("2026-12-01"), hours("10:00-11:00")],
    ]);
    const schedule = { timeZone: "UTC", weekly, overrides };
    expect(open(schedule, "2026-11-23", "2026-12-01").perDate).toEqual([
      "2026-11-23T09:00Z",
      "2026-11-23T17:00Z",
      "2026-12-01T10:00Z",
      "2026-12-01T11:00Z",
    ]);
  });

  it("around a range have a day more on either side, by the clock of their zone", () => {
    const range = { from: ms("2026-11-23T12:00:00Z"), to: ms("2026-11-23T13:00:00Z") };
    const around = (zone: string) => iso(openHoursAround(everyDay(zone, "22:00-23:00"), range).perDate);
    expect(around("UTC")).toEqual(
      ["22", "23", "24"].flatMap((day) => [`2026-11-${day}T22:00Z`, `2026-11-${day}T23:00Z`]),
    );
    // There it is the 24th already.
    expect(around("Pacific/Kiritimati")[0]).toBe("2026-11-23T08:00Z");
  });

  it("join over midnight for what a slot must lie in, and not for where grids start", () => {
    const night = onDates("UTC", { "2026-11-23": "22:00-24:00", "2026-11-24": "0:00-2:00" });
    const { perDate, joined } = open(night, "2026-11-23", "2026-11-24");
    expect(joined).toEqual(["2026-11-23T22:00Z", "2026-11-24T02:00Z"]);
    expect(perDate).toEqual(["2026-11-23T22:00Z", "2026-11-24T00:00Z", "2026-11-24T00:00Z", "2026-11-24T02:00Z"]);
  });

  it("join what touches or overlaps within a date, in whatever order it is given", () => {
    const split = onDates("UTC", { "2026-11-23": "12:00-14:00 9:00-12:00 13:00-15:00" });
    expect(open(split, "2026-11-23").perDate).toEqual(["2026-11-23T09:00Z", "2026-11-23T15:00Z"]);
  });

  it("that begin in a gap begin as much later, and those inside it move whole", () => {
    expect(open(onDates("Europe/Berlin", { "2026-03-29": "2:30-5:00" }), "2026-03-29").perDate).toEqual([
      "2026-03-29T01:30Z",
      "2026-03-29T03:00Z",
    ]);
    expect(open(onDates("Europe/Berlin", { "2026-03-29": "2:10-2:50" }), "2026-03-29").perDate).toEqual([
      "2026-03-29T01:10Z",
      "2026-03-29T01:50Z",
    ]);
  });

  it("that begin in a gap and end right after it are none", () => {
    expect(open(onDates("Europe/Berlin", { "2026-03-29": "2:30-3:00" }), "2026-03-29").perDate).toEqual([]);
  });

  it("that overlap on the dial stay one stretch when a gap moves the second's start", () => {
    const text = "1:00-3:00 2:45-5:00";
    for (const schedule of [onDates("Europe/Berlin", { "2026-03-29": text }), everyDay("Europe/Berlin", text)]) {
      expect(open(schedule, "2026-03-29").perDate).toEqual(["2026-03-29T00:00Z", "2026-03-29T03:00Z"]);
    }
  });

  it("up to a gap and from its end are one stretch", () => {
    expect(open(onDates("Europe/Berlin", { "2026-03-29": "1:00-2:00 3:00-4:00" }), "2026-03-29").perDate).toEqual([
      "2026-03-29T00:00Z",
      "2026-03-29T02:00Z",
    ]);
  });

  it("use the first of a repeated hour, at the start and at the end", () => {
    expect(open(onDates("Europe/Berlin", { "2026-10-25": "2:30-3:30" }), "2026-10-25").perDate).toEqual([
      "2026-10-25T00:30Z",
      "2026-10-25T02:30Z",
    ]);
    expect(open(onDates("Europe/Berlin", { "2026-10-25": "1:00-2:30" }), "2026-10-25").perDate).toEqual([
      "2026-10-24T23:00Z",
      "2026-10-25T00:30Z",
    ]);
  });

  it("have none on a date that the zone skipped", () => {
    expect(open(everyDay("Pacific/Apia", "9:00-17:00"), "2011-12-29", "2011-12-31").perDate).toEqual([
      "2011-12-29T19:00Z",
      "2011-12-30T03:00Z",
      "2011-12-30T19:00Z",
      "2011-12-31T03:00Z",
    ]);
    expect(open(onDates("Pacific/Apia", { "2011-12-30": "9:00-17:00" }), "2011-12-29", "2011-12-31").perDate).toEqual(
      [],
    );
  });

  it("of whole days run on without a seam, through every clock change of a year", () => {
    for (const zone of [
      "Europe/Berlin",
      "Australia/Lord_Howe",
      "America/St_Johns",
      "America/Nuuk",
      "Africa/Casablanca",
    ]) {
      expect(open(everyDay(zone, "0:00-24:00"), "2026-01-01", "2026-12-31").joined, zone).toHaveLength(2);
    }
    expect(open(everyDay("Pacific/Apia", "0:00-24:00"), "2011-12-01", "2012-01-31").joined).toHaveLength(2);
  });

  it("are the same by content", () => {
    const own = everyDay("UTC", "9:00-17:00");
    expect(sameHours(own, everyDay("UTC", "9:00-17:00"))).toBe(true);
    expect(sameHours(own, everyDay("Europe/London", "9:00-17:00"))).toBe(false);
    expect(sameHours(own, everyDay("UTC", "9:00-17:30"))).toBe(false);
    const [a, b] = [{ "2026-11-23": "9:00-10:00" }, { "2026-11-24": "9:00-10:00" }];
    expect(sameHours(onDates("UTC", a), onDates("UTC", a))).toBe(true);
    expect(sameHours(onDates("UTC", a), onDates("UTC", b))).toBe(false);
  });
});
