import { describe, expect, it } from "vitest";
import {
  bandsOn,
  dayRange,
  firstStartIn,
  freeOf,
  isUsed,
  memberTime,
  overlapsOf,
  placeOf,
  weekOf,
  type Held,
} from "~/domain/availability/team-calendar";
import { formatDate } from "~/domain/availability/calendar-days";
import { wallToInstant } from "~/domain/availability/zones";
import { date, everyDay, host, HOUR, iso, MINUTE, ms } from "./builders";

const oslo = "Europe/Oslo";
const monday = date("2026-11-23");
const range = dayRange(monday, oslo);
const at = (hours: number) => wallToInstant(oslo, monday, hours * 60);
const someone = (userId: string, timezone = oslo) => ({ userId, name: userId, timezone });

function time(userId: string, open: string, more: Parameters<typeof host>[1] = {}, held: Held[] = [], zone = oslo) {
  const facts = { host: host(everyDay(zone, open), { id: userId, ...more }), held, range };
  return memberTime(someone(userId), facts);
}

describe("a member's part of a week", () => {
  it("is open in their hours, and free in what of them nothing takes", () => {
    const ada = time("ada", "9:00-17:00", { busy: [at(10), at(11)] });
    expect(iso(ada.open)).toEqual(["2026-11-23T08:00Z", "2026-11-23T16:00Z"]);
    expect(freeOf(ada)).toEqual([at(9), at(10), at(11), at(17)]);
  });

  it("tells a meeting from its buffers, and both from what is taken elsewhere", () => {
    const claim = { start: at(12) - 15 * MINUTE, end: at(13) + 30 * MINUTE };
    const held = [{ userId: "ada", meeting: { start: at(12), end: at(13) }, claim }];
    const claims = [claim.start, claim.end, at(15), at(16)];
    const ada = time("ada", "9:00-17:00", { claims, busy: [at(9), at(10)] }, held);
    expect(ada.busy).toEqual([at(9), at(10), at(15), at(16)]);
    expect(ada.buffers).toEqual([claim.start, at(12), at(13), claim.end]);
    expect(ada.taken).toEqual([at(9), at(10), claim.start, claim.end, at(15), at(16)]);
  });

  it("is taken by a meeting that is over, though it holds no time any more", () => {
    const held = [{ userId: "ada", meeting: { start: at(12), end: at(13) }, claim: null }];
    expect(freeOf(time("ada", "9:00-17:00", {}, held))).toEqual([at(9), at(12), at(13), at(17)]);
    expect(freeOf(time("ines", "9:00-17:00", {}, held))).toEqual([at(9), at(17)]);
  });

  it("goes no further than what was asked", () => {
    const ada = time("ada", "0:00-24:00", { busy: [at(-3), at(1), at(23), at(30)] });
    expect([ada.open, ada.busy]).toEqual([
      [at(0), at(24)],
      [at(0), at(1), at(23), at(24)],
    ]);
  });

  it("is nothing without a schedule", () => {
    const ada = memberTime(someone("ada"), { host: undefined, held: [], range });
    expect([ada.hasSchedule, ada.open, freeOf(ada)]).toEqual([false, [], []]);
  });
});

describe("when all of them are free", () => {
  it("is where nobody's hours, meetings, buffers and calendars are in the way", () => {
    const held = [{ userId: "ines", meeting: { start: at(14), end: at(15) }, claim: { start: at(14), end: at(15.5) } }];
    const members = [
      time("ada", "9:00-17:00", { busy: [at(12), at(13)] }),
      time("ines", "11:00-16:00", { claims: [at(14), at(15.5)] }, held),
    ];
    expect(overlapsOf(members)).toEqual([at(11), at(12), at(13), at(14), at(15.5), at(16)]);
  });

  it("goes by each one's own zone", () => {
    const members = [time("ada", "9:00-17:00"), time("rin", "16:00-20:00", {}, [], "Asia/Tokyo")];
    expect(iso(overlapsOf(members))).toEqual(["2026-11-23T08:00Z", "2026-11-23T11:00Z"]);
  });

  it("is never, where one has no hours, and where there is nobody", () => {
    const without = memberTime(someone("rin"), { host: undefined, held: [], range });
    expect(overlapsOf([time("ada", "9:00-17:00"), without])).toEqual([]);
    expect(overlapsOf([])).toEqual([]);
    expect(overlapsOf([time("ada", "9:00-10:00")])).toEqual([at(9), at(10)]);
  });
});

describe("the start in a stretch", () => {
  it("is the first at which the whole meeting lies in it", () => {
    const starts = [at(9), at(9.5), at(10), at(10.5)];
    const first = (start: number, end: number) => firstStartIn(starts, { start, end }, HOUR);
    expect(first(at(9.25), at(11))).toBe(at(9.5));
    expect(first(at(9.5), at(10.5))).toBe(at(9.5));
    expect(first(at(9.75), at(10.75))).toBeNull();
    expect(first(at(11), at(15))).toBeNull();
  });
});

describe("a week", () => {
  const week = (day: string, start: number, zone = oslo) => weekOf(date(day), start, zone);

  it("begins with the weekday that it is asked for", () => {
    const first = (day: string, start: number) => formatDate(week(day, start).first);
    expect(first("2026-11-25", 0)).toBe("2026-11-23");
    expect(first("2026-11-23", 0)).toBe("2026-11-23");
    expect(first("2026-11-22", 0)).toBe("2026-11-16");
    expect(first("2026-11-25", 6)).toBe("2026-11-22");
    expect(first("2026-11-21", 6)).toBe("2026-11-15");
    expect(first("2026-11-25", 5)).toBe("2026-11-21");
    expect(week("2026-11-25", 0).days).toHaveLength(7);
  });

  it("leaves out a date that its zone skipped", () => {
    expect(week("2011-12-30", 0, "Pacific/Apia").days.map(formatDate)).not.toContain("2011-12-30");
    expect(week("2011-12-30", 0, "Pacific/Apia").days).toHaveLength(6);
  });

  it("shows a date with hours or a meeting outside of them, and no other", () => {
    const members = [time("ada", "9:00-17:00")];
    const sunday = dayRange(monday - 1, oslo);
    expect([isUsed(range, { members, bookings: [] }), isUsed(sunday, { members, bookings: [] })]).toEqual([
      true,
      false,
    ]);
    expect(isUsed(sunday, { members, bookings: [{ start: at(-5), end: at(-4) }] })).toBe(true);
  });
});

describe("the place of a stretch on the dial", () => {
  const spring = date("2027-03-28");
  const autumn = date("2026-10-25");
  const place = (start: string, end: string) => placeOf({ start: ms(start), end: ms(end) }, oslo);

  it("goes by the wall clock, to midnight at its end", () => {
    expect(place("2026-11-23T08:00Z", "2026-11-23T23:00Z")).toEqual({ from: 540, to: 1440 });
    expect(place("2026-11-22T23:00Z", "2026-11-23T23:00Z")).toEqual({ from: 0, to: 1440 });
  });

  it("keeps an hour that the clock skips, so that later hours stand where they do on other days", () => {
    const { from, to } = dayRange(spring, oslo);
    expect([to - from, placeOf({ start: from, end: to }, oslo)]).toEqual([23 * HOUR, { from: 0, to: 1440 }]);
    expect(place("2027-03-28T00:30Z", "2027-03-28T01:30Z")).toEqual({ from: 90, to: 210 });
    expect(place("2027-03-28T07:00Z", "2027-03-28T08:00Z")).toEqual({ from: 540, to: 600 });
  });

  it("has an hour that comes twice once", () => {
    const { from, to } = dayRange(autumn, oslo);
    expect([to - from, placeOf({ start: from, end: to }, oslo)]).toEqual([25 * HOUR, { from: 0, to: 1440 }]);
    expect(place("2026-10-25T00:15Z", "2026-10-25T00:45Z")).toEqual({ from: 135, to: 165 });
    expect(place("2026-10-25T01:15Z", "2026-10-25T01:45Z")).toEqual({ from: 135, to: 165 });
    expect(place("2026-10-25T00:30Z", "2026-10-25T01:15Z")).toEqual({ from: 120, to: 180 });
  });

  it("shows as free for all, of an hour that comes twice, only what is free in both passes", () => {
    const range = dayRange(autumn, oslo);
    const second = [ms("2026-10-25T01:00Z"), ms("2026-10-25T01:30Z")];
    const schedule = everyDay(oslo, "1:00-4:00");
    const members = [memberTime(someone("ada"), { host: host(schedule, { busy: second }), held: [], range })];
    const free = [
      { start: ms("2026-10-24T23:00Z"), end: second[0]! },
      { start: second[1]!, end: ms("2026-10-25T03:00Z") },
    ];
    expect(overlapsOf(members)).toEqual(free.flatMap(({ start, end }) => [start, end]));
    expect(bandsOn(range, oslo, free, members).map(({ from, to }) => [from, to])).toEqual([
      [60, 120],
      [150, 180],
      [150, 240],
    ]);
  });
});
