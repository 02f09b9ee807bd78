import { describe, expect, it } from "vitest";
import { countedSpan, heldSpan, hostSlots, neededSpan, type Host, type SlotRules } from "~/domain/availability/slots";
import { date, DAY, everyDay, host, HOUR, iso, MINUTE, ms, onDates, rules } from "./builders";

const EARLY = ms("2026-11-01T00:00:00Z");
const MONDAY = { from: ms("2026-11-23T00:00:00Z"), to: ms("2026-11-24T00:00:00Z") };
const WEEK = { from: ms("2026-11-23T00:00:00Z"), to: ms("2026-11-30T00:00:00Z") };
const office = everyDay("UTC", "9:00-12:00");

/** Starts of Monday 23 November as "09:00". */
function times(own: Host, more: Partial<SlotRules> = {}, now = EARLY): string[] {
  return hostSlots(rules(more), own, now, MONDAY).map((start) => new Date(start).toISOString().slice(11, 16));
}

/** Dates of the week's slots, once each. */
function dates(own: Host, more: Partial<SlotRules> = {}, now = EARLY): string[] {
  return [...new Set(iso(hostSlots(rules(more), own, now, WEEK)).map((text) => text.slice(8, 10)))];
}

function at(time: string): number {
  return ms(`2026-11-23T${time}:00Z`);
}

describe("the grid", () => {
  it("steps from the start of the hours, and the last slot ends with them", () => {
    expect(times(host(office))).toEqual(["09:00", "10:00", "11:00"]);
    expect(times(host(office), { durationMs: 45 * MINUTE })).toEqual(["09:00", "09:45", "10:30", "11:15"]);
    expect(times(host(office), { intervalMs: 50 * MINUTE })).toEqual(["09:00", "09:50", "10:40"]);
  });

  it("may step further than a slot is long, or less far", () => {
    expect(times(host(office), { intervalMs: 90 * MINUTE })).toEqual(["09:00", "10:30"]);
    expect(times(host(office), { durationMs: 2 * HOUR, intervalMs: 30 * MINUTE })).toEqual(["09:00", "09:30", "10:00"]);
  });

  it("has no room for a slot longer than its stretch", () => {
    expect(times(host(everyDay("UTC", "9:00-10:59 14:00-16:00")), { durationMs: 2 * HOUR })).toEqual(["14:00"]);
    expect(times(host(office), { durationMs: 3 * HOUR + 1, intervalMs: HOUR })).toEqual([]);
  });

  it("starts anew with each stretch of the date", () => {
    expect(times(host(everyDay("UTC", "9:10-10:40 13:05-15:05")))).toEqual(["09:10", "13:05", "14:05"]);
  });

  it("is not shifted by what is taken or by the present moment", () => {
    expect(times(host(office, { busy: [at("09:10"), at("09:20")] }))).toEqual(["10:00", "11:00"]);
    expect(times(host(office), {}, at("09:01"))).toEqual(["10:00", "11:00"]);
  });

  it("lets a slot run over midnight into hours that touch, and starts anew there", () => {
    const night = host(onDates("UTC", { "2026-11-23": "22:30-24:00", "2026-11-24": "0:00-1:15" }));
    const slots = hostSlots(rules(), night, EARLY, WEEK);
    expect(iso(slots)).toEqual(["2026-11-23T22:30Z", "2026-11-23T23:30Z", "2026-11-24T00:00Z"]);
  });

  it("joins nothing over midnight that does not touch", () => {
    const night = host(onDates("UTC", { "2026-11-23": "22:30-23:59", "2026-11-24": "0:00-1:15" }));
    expect(iso(hostSlots(rules(), night, EARLY, WEEK))).toEqual(["2026-11-23T22:30Z", "2026-11-24T00:00Z"]);
  });

  it("lets a slot run through several dates that are open all day", () => {
    const always = host(everyDay("UTC", "0:00-24:00"));
    expect(times(always, { durationMs: 100 * HOUR, intervalMs: 12 * HOUR })).toEqual(["00:00", "12:00"]);
  });

  it("ends at 24:00 when the next date is closed", () => {
    expect(times(host(onDates("UTC", { "2026-11-23": "22:30-24:00" })))).toEqual(["22:30"]);
  });

  it("offers nothing on closed dates", () => {
    expect(times(host(onDates("UTC", {})))).toEqual([]);
  });
});

describe("claims and busy blocks", () => {
  it("take the slots they meet; back to back is free", () => {
    expect(times(host(office, { claims: [at("10:00"), at("11:00")] }))).toEqual(["09:00", "11:00"]);
    expect(times(host(office, { busy: [at("09:59"), at("10:01")] }))).toEqual(["11:00"]);
    expect(times(host(office, { busy: [at("11:59"), at("23:00"), at("08:00"), at("09:01")] }))).toEqual(["10:00"]);
  });

  it("keep clear of the new meeting's buffers, which need not lie in open hours", () => {
    const buffers = { bufferBeforeMs: 30 * MINUTE, bufferAfterMs: 15 * MINUTE };
    expect(times(host(office), buffers)).toEqual(["09:00", "10:00", "11:00"]);
    expect(times(host(office, { claims: [at("08:00"), at("08:30")] }), buffers)).toEqual(["09:00", "10:00", "11:00"]);
    expect(times(host(office, { claims: [at("08:00"), at("08:31")] }), buffers)).toEqual(["10:00", "11:00"]);
    expect(times(host(office, { busy: [at("12:14"), at("13:00")] }), buffers)).toEqual(["09:00", "10:00"]);
    expect(times(host(office, { busy: [at("12:15"), at("13:00")] }), buffers)).toEqual(["09:00", "10:00", "11:00"]);
  });

  it("may be given in any order and overlapping", () => {
    const busy = [at("11:00"), at("12:00"), at("08:00"), at("10:00"), at("08:30"), at("09:00")];
    expect(times(host(office, { busy }))).toEqual(["10:00"]);
  });

  it("are needed for as long as the range's slots and buffers reach", () => {
    const own = rules({ bufferBeforeMs: 30 * MINUTE, bufferAfterMs: 15 * MINUTE });
    expect(neededSpan(own, MONDAY)).toEqual({ from: MONDAY.from - 30 * MINUTE, to: MONDAY.to + 75 * MINUTE });
    expect(heldSpan(own, at("09:00"))).toEqual([at("08:30"), at("10:15")]);
  });
});

describe("bounds", () => {
  it("keep the notice to the millisecond", () => {
    const notice = { minimumNoticeMs: 2 * HOUR };
    expect(times(host(office), notice, at("08:00"))).toEqual(["10:00", "11:00"]);
    expect(times(host(office), notice, at("08:00") + 1)).toEqual(["11:00"]);
  });

  it("end the window with a date, today included", () => {
    expect(dates(host(office), { windowDays: 2 }, at("08:00"))).toEqual(["23", "24", "25"]);
    expect(dates(host(office), { windowDays: 0 }, at("08:00"))).toEqual(["23"]);
  });

  it("take today and the slot's date in the schedule's zone", () => {
    const tokyo = host(everyDay("Asia/Tokyo", "0:00-3:00"));
    const slots = hostSlots(rules({ windowDays: 0 }), tokyo, ms("2026-11-23T15:30:00Z"), WEEK);
    expect(iso(slots)).toEqual(["2026-11-23T16:00Z", "2026-11-23T17:00Z"]);
    const excluded = { excludedDates: new Set([date("2026-11-24")]) };
    expect(iso(hostSlots(rules(excluded), tokyo, EARLY, MONDAY))).toEqual([]);
  });

  it("begin a new today at local midnight", () => {
    const tokyo = host(everyDay("Asia/Tokyo", "9:00-10:00"));
    const midnight = ms("2026-11-23T15:00:00Z");
    const last = (now: number) => iso(hostSlots(rules({ windowDays: 2 }), tokyo, now, WEEK)).at(-1);
    expect(last(midnight - 1)).toBe("2026-11-25T00:00Z");
    expect(last(midnight)).toBe("2026-11-26T00:00Z");
  });

  it("leave out the slots that start on an excluded date, not those that run on into it", () => {
    const night = host(onDates("UTC", { "2026-11-23": "22:30-24:00", "2026-11-24": "0:00-1:30" }));
    const starts = (day: string) => iso(hostSlots(rules({ excludedDates: new Set([date(day)]) }), night, EARLY, WEEK));
    expect(starts("2026-11-24")).toEqual(["2026-11-23T22:30Z", "2026-11-23T23:30Z"]);
    expect(starts("2026-11-23")).toEqual(["2026-11-24T00:00Z"]);
  });

  it("leave excluded dates out", () => {
    const excludedDates = new Set([date("2026-11-24"), date("2026-11-26")]);
    expect(dates(host(office), { excludedDates })).toEqual(["23", "25", "27", "28", "29"]);
  });
});

describe("limits", () => {
  it("close the date when its bookings are as many as allowed", () => {
    const booked = host(office, { bookedStarts: [at("09:00"), at("10:00"), at("09:00") + DAY] });
    expect(dates(booked, { maxPerDay: 2 })).toEqual(["24", "25", "26", "27", "28", "29"]);
    expect(dates(booked, { maxPerDay: 3 })).toContain("23");
  });

  it("close the ISO week, Monday to Sunday", () => {
    const sunday = host(office, { bookedStarts: [at("09:00") + 6 * DAY] });
    expect(dates(sunday, { maxPerWeek: 1 })).toEqual([]);
    const bothEnds = host(office, { bookedStarts: [at("09:00") + 6 * DAY, at("09:00")] });
    expect(dates(bothEnds, { maxPerWeek: 2 })).toEqual([]);
    expect(dates(bothEnds, { maxPerWeek: 3 })).toHaveLength(7);
    expect(dates(host(office, { bookedStarts: [at("09:00") - DAY] }), { maxPerWeek: 1 })).toHaveLength(7);
    expect(dates(host(office, { bookedStarts: [at("09:00") + 7 * DAY] }), { maxPerWeek: 1 })).toHaveLength(7);
  });

  // 2026-12-28 is a Monday, so Friday 1 January 2027 lies in the last week of 2026.
  it("take an ISO week over the end of the year", () => {
    const newYear = { from: ms("2026-12-25T00:00:00Z"), to: ms("2027-01-06T00:00:00Z") };
    const days = (booked: string) => {
      const own = host(everyDay("UTC", "9:00-10:00"), { bookedStarts: [ms(booked)] });
      return iso(hostSlots(rules({ maxPerWeek: 1 }), own, EARLY, newYear)).map((text) => text.slice(5, 10));
    };
    expect(days("2027-01-01T12:00:00Z")).toEqual(["12-25", "12-26", "12-27", "01-04", "01-05"]);
    expect(days("2026-12-28T00:00:00Z")).toEqual(["12-25", "12-26", "12-27", "01-04", "01-05"]);
    expect(days("2026-12-27T23:59:59Z")).toEqual([
      ..."28 29 30 31".split(" ").map((day) => `12-${day}`),
      ..."1 2 3 4 5".split(" ").map((day) => `01-0${day}`),
    ]);
  });

  it("are reached by many bookings far apart only where they fall together", () => {
    const spread = [0, 1, 2, 3].map((day) => at("09:00") + 2 * day * DAY);
    expect(dates(host(office, { bookedStarts: spread }), { maxPerDay: 2 })).toHaveLength(7);
    const pair = [...spread, at("11:00") + 4 * DAY];
    expect(dates(host(office, { bookedStarts: pair }), { maxPerDay: 2 })).not.toContain("27");
    expect(dates(host(office, { bookedStarts: pair.sort((a, b) => a - b) }), { maxPerDay: 2 })).not.toContain("27");
    expect(dates(host(office), { maxPerDay: 0 })).toEqual([]);
  });

  it("count by the date in the schedule's zone", () => {
    const tokyo = host(everyDay("Asia/Tokyo", "9:00-10:00"), { bookedStarts: [ms("2026-11-22T16:00:00Z")] });
    expect(dates(tokyo, { maxPerDay: 1 })).toEqual(["24", "25", "26", "27", "28", "29"]);
    expect(dates(tokyo, { maxPerWeek: 1 })).toEqual([]);
  });

  it("need the bookings of the whole weeks around a range", () => {
    expect(countedSpan(MONDAY)).toEqual({ from: MONDAY.from - 8 * DAY, to: MONDAY.to + 8 * DAY });
  });
});

describe("a range", () => {
  it("holds the slots that start in it, its end not included", () => {
    const range = { from: at("09:00"), to: at("11:00") };
    expect(iso(hostSlots(rules(), host(office), EARLY, range))).toEqual(["2026-11-23T09:00Z", "2026-11-23T10:00Z"]);
    expect(iso(hostSlots(rules(), host(office), EARLY, { from: at("09:01"), to: at("10:01") }))).toEqual([
      "2026-11-23T10:00Z",
    ]);
    expect(hostSlots(rules(), host(office), EARLY, { from: at("10:00"), to: at("10:00") })).toEqual([]);
  });
});
