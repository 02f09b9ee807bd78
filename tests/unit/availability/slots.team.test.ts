import { describe, expect, it } from "vitest";
import { explainSlots, hostsFreeAt, teamSlots, type Host, type SlotRules } from "~/domain/availability/slots";
import { date, DAY, everyDay, host, HOUR, hours, iso, ms, rules } from "./builders";

const EARLY = ms("2026-11-01T00:00:00Z");
const MONDAY = { from: ms("2026-11-23T00:00:00Z"), to: ms("2026-11-24T00:00:00Z") };
const office = everyDay("UTC", "9:00-12:00");

function at(time: string): number {
  return ms(`2026-11-23T${time}:00Z`);
}

describe("a team", () => {
  const berlin = host(everyDay("Europe/Berlin", "9:00-12:00"), { id: "berlin" });
  const kathmandu = host(everyDay("Asia/Kathmandu", "13:00-16:00"), { id: "kathmandu" });

  it("of any offers what one of them offers, each on their own grid", () => {
    expect(iso(teamSlots(rules(), [berlin, kathmandu], "any", EARLY, MONDAY)).map((text) => text.slice(11))).toEqual([
      "07:15Z",
      "08:00Z",
      "08:15Z",
      "09:00Z",
      "09:15Z",
      "10:00Z",
    ]);
  });

  it("of all offers what suits everybody, though their grids never meet", () => {
    expect(iso(teamSlots(rules(), [berlin, kathmandu], "all", EARLY, MONDAY)).map((text) => text.slice(11))).toEqual([
      "08:00Z",
      "08:15Z",
      "09:00Z",
      "09:15Z",
    ]);
  });

  it("of all is stopped by one busy host, of any is not", () => {
    const team = [host(office), host(office, { id: "uma", busy: [at("10:00"), at("10:05")] })];
    const slots = (mode: "any" | "all") => iso(teamSlots(rules(), team, mode, EARLY, MONDAY)).map((text) => text[12]);
    expect(slots("all")).toEqual(["9", "1"]);
    expect(slots("any")).toEqual(["9", "0", "1"]);
  });

  it("keeps each host's limits, dates and today to their own zone", () => {
    const booked = { bookedStarts: [ms("2026-11-23T16:00:00Z")] };
    const tokyo = host(everyDay("Asia/Tokyo", "0:00-24:00"), { id: "tokyo", ...booked });
    const london = host(everyDay("Europe/London", "0:00-24:00"), { id: "london", ...booked });
    const reasons = (start: string, more: Partial<SlotRules>, now = EARLY) =>
      hostsFreeAt(rules(more), [tokyo, london], "any", ms(start), now).map((answer) => answer.reasons);
    // In Tokyo the booking and 20:00Z belong to the 24th, in London to the 23rd.
    expect(reasons("2026-11-23T20:00:00Z", { maxPerDay: 1 })).toEqual([["daily_limit"], ["daily_limit"]]);
    expect(reasons("2026-11-23T10:00:00Z", { maxPerDay: 1 })).toEqual([[], ["daily_limit"]]);
    expect(reasons("2026-11-24T10:00:00Z", { maxPerDay: 1 })).toEqual([["daily_limit"], []]);
    expect(reasons("2026-11-23T20:00:00Z", { excludedDates: new Set([date("2026-11-24")]) })).toEqual([
      ["excluded_date"],
      [],
    ]);
    expect(reasons("2026-11-23T20:00:00Z", { windowDays: 0 }, ms("2026-11-23T14:00:00Z"))).toEqual([["window"], []]);
  });

  it("of all stops at one member's limit", () => {
    const full = host(office, { id: "full", bookedStarts: [at("15:00")] });
    expect(teamSlots(rules({ maxPerDay: 1 }), [host(office), full], "all", EARLY, MONDAY)).toEqual([]);
    expect(teamSlots(rules({ maxPerDay: 1 }), [host(office), full], "any", EARLY, MONDAY)).toHaveLength(3);
  });

  it("of any joins the free times of hosts with the same hours, in order and once", () => {
    const team = [
      host(office, { id: "first", busy: [at("09:00"), at("10:00")] }),
      host(office, { id: "second", busy: [at("11:00"), at("12:00")] }),
      host(everyDay("Europe/London", "9:00-12:00"), { id: "third", claims: [at("09:00"), at("12:00")] }),
    ];
    expect(teamSlots(rules(), team, "any", EARLY, MONDAY)).toEqual([at("09:00"), at("10:00"), at("11:00")]);
    expect(teamSlots(rules(), team, "all", EARLY, MONDAY)).toEqual([]);
  });

  it("of nobody offers nothing", () => {
    expect(teamSlots(rules(), [], "any", EARLY, MONDAY)).toEqual([]);
    expect(teamSlots(rules(), [], "all", EARLY, MONDAY)).toEqual([]);
  });
});

describe("reasons", () => {
  const check = (own: Host, time: string, more: Partial<SlotRules> = {}, now = EARLY) =>
    hostsFreeAt(rules(more), [own], "any", at(time), now)[0]!.reasons;

  it("are none for a free start", () => {
    expect(check(host(office), "10:00")).toEqual([]);
  });

  it("name each rule that refuses", () => {
    expect(check(host(office), "13:00")).toEqual(["outside_hours"]);
    expect(check(host(office), "10:07")).toEqual(["outside_hours"]);
    expect(check(host(office), "10:00", { excludedDates: new Set([date("2026-11-23")]) })).toEqual(["excluded_date"]);
    expect(check(host(office), "10:00", { minimumNoticeMs: HOUR }, at("09:30"))).toEqual(["notice"]);
    expect(check(host(office), "10:00", { windowDays: 3 })).toEqual(["window"]);
    expect(check(host(office, { bookedStarts: [at("09:00")] }), "10:00", { maxPerDay: 1 })).toEqual(["daily_limit"]);
    expect(check(host(office, { bookedStarts: [at("09:00") + DAY] }), "10:00", { maxPerWeek: 1 })).toEqual([
      "weekly_limit",
    ]);
    expect(check(host(office, { claims: [at("10:30"), at("10:31")] }), "10:00")).toEqual(["claimed"]);
    expect(check(host(office, { busy: [at("10:30"), at("10:31")] }), "10:00")).toEqual(["busy"]);
  });

  it("are told all at once", () => {
    const taken = { claims: [at("10:00"), at("11:00")], busy: [at("10:00"), at("11:00")] };
    expect(check(host(office, taken), "10:07", { windowDays: 3 })).toEqual([
      "outside_hours",
      "window",
      "claimed",
      "busy",
    ]);
  });

  it("are given per host, in the hosts' order, for each grid point", () => {
    const uma = host({ ...office, weekly: office.weekly.map(() => hours("10:00-11:00")) }, { id: "uma" });
    const ingrid = host(office, { busy: [at("10:00"), at("11:00")] });
    expect(explainSlots(rules(), [uma, ingrid], "all", EARLY, MONDAY)).toEqual([
      {
        start: at("09:00"),
        hosts: [
          { id: "uma", reasons: ["outside_hours"] },
          { id: "ingrid", reasons: [] },
        ],
      },
      {
        start: at("10:00"),
        hosts: [
          { id: "uma", reasons: [] },
          { id: "ingrid", reasons: ["busy"] },
        ],
      },
      {
        start: at("11:00"),
        hosts: [
          { id: "uma", reasons: ["outside_hours"] },
          { id: "ingrid", reasons: [] },
        ],
      },
    ]);
  });
});
