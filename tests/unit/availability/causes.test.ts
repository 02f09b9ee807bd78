import { describe, expect, it } from "vitest";
import { causeWords, closedWords, plainText, type Telling } from "~/components/cause-words";
import { causesOf, closedOn, type Known } from "~/domain/availability/causes";
import type { BusyBlock, Claim } from "~/domain/availability/explained-day";
import { hostsFreeAt, type Host, type SlotRules } from "~/domain/availability/slots";
import { openHours } from "~/domain/availability/working-hours";
import { date, everyDay, host, HOUR, hours, MINUTE, ms, rules } from "./builders";

const day = date("2026-11-25");
const zone = "Europe/Oslo";
const office = { ...everyDay(zone, "9:00-12:00 13:00-17:00"), overrides: new Map<number, number[]>() };
const at = (time: string) => ms(`2026-11-25T${time}:00+01:00`);
const today = ms("2026-11-18T10:42:00+01:00");

type Given = {
  now?: number;
  rules?: Partial<SlotRules>;
  host?: Partial<Host>;
  known?: Partial<Known>;
  telling?: Partial<Telling>;
};

/** What a host reads of a start: the reasons come from the slot function, whatever they are. */
function told(time: string, given: Given = {}): string[] {
  const { now = today } = given;
  const all = rules({ durationMs: 45 * MINUTE, ...given.rules });
  const { claims = [], busy = [] } = given.known ?? {};
  const flat = (list: readonly { start: number; end: number }[]) => list.flatMap(({ start, end }) => [start, end]);
  const ingrid = host(office, { claims: flat(claims), busy: flat(busy), ...given.host });
  const known: Known = {
    rules: all,
    host: ingrid,
    now,
    hours: openHours(ingrid.schedule, day - 1, day + 1),
    excludedNotes: {},
    overrideNotes: {},
    claims,
    busy,
    ...given.known,
  };
  const start = at(time);
  const [answer] = hostsFreeAt(all, [ingrid], "any", start, now);
  const telling: Telling = {
    start,
    end: start + all.durationMs,
    bufferBefore: all.bufferBeforeMs / MINUTE,
    bufferAfter: all.bufferAfterMs / MINUTE,
    host: { name: "Ingrid", isYou: true },
    clock: { zone, locale: "en", now },
    ...given.telling,
  };
  return causesOf(known, start, answer!.reasons).map((cause) => plainText(causeWords(cause, telling)));
}

const claim = (from: string, to: string, booked?: [string, string]): Claim => ({
  start: at(from),
  end: at(to),
  booking: booked ? { id: "b", invitee: "María-José", start: at(booked[0]), end: at(booked[1]) } : null,
});
const block = (from: number, to: number, name?: string, syncedAt: number | null = today - MINUTE): BusyBlock => ({
  start: from,
  end: to,
  calendar: name ? { name, provider: "google", syncedAt } : null,
  isUnread: false,
});

describe("what a host reads of a time outside of their hours", () => {
  it.each([
    ["16:30", "Outside hours: would end at 17:15, you close at 17:00."],
    ["08:15", "Outside hours: you open at 09:00."],
    ["12:15", "Outside hours: you are closed from 12:00 to 13:00."],
    ["18:00", "Outside hours: you close at 17:00."],
    ["09:10", "Not a start on offer: starts go every 45 minutes from 09:00."],
    ["13:15", "Not a start on offer: starts go every 45 minutes from 13:00."],
  ])("at %s: %s", (time, sentence) => {
    expect(told(time)).toEqual([sentence]);
  });

  it("finds nothing to say of one that fits to the minute", () => {
    expect(told("11:15")).toEqual([]);
  });

  it("names who it is, unless that is said already", () => {
    const of = (name: string | null) => told("08:15", { telling: { host: { name, isYou: false } } });
    expect(of("Daniel")).toEqual(["Outside hours: Daniel opens at 09:00."]);
    expect(of(null)).toEqual(["Outside hours: opens at 09:00."]);
  });

  it("says which weekday, or what date it is", () => {
    const closed = { ...office, weekly: office.weekly.map((each, index) => (index === 2 ? [] : each)) };
    expect(told("10:00", { host: { schedule: closed } })).toEqual(["Closed on Wednesdays."]);
    const off = { ...office, overrides: new Map([[day, []]]) };
    expect(told("10:00", { host: { schedule: off } })).toEqual(["Closed that date."]);
    const named = { host: { schedule: off }, known: { overrideNotes: { "2026-11-25": "Repotting day" } } };
    expect(told("10:00", named)).toEqual(["Closed: Repotting day."]);
    expect(plainText(closedWords(closedOn({ host: host(office), overrideNotes: {} }, date("2026-11-29"))))).toBe(
      "Closed on Sundays",
    );
  });
});

describe("what a host reads of a time against the rules", () => {
  it("says how much notice is missing, and that the past is past", () => {
    expect(told("10:30", { rules: { minimumNoticeMs: 168 * HOUR } })).toEqual([
      "Too soon: 7 days of notice needed, 12 minutes short.",
    ]);
    expect(told("10:30", { now: at("10:31") })).toEqual(["Too late: this time has passed."]);
  });

  it("says where the window ends, what is left out, and how full a day or week is", () => {
    expect(told("10:30", { rules: { windowDays: 6 } })).toEqual([
      "Too far ahead: the window of 6 days ends on Tue 24 Nov.",
    ]);
    const excludedDates = new Set([day]);
    expect(told("10:30", { rules: { excludedDates } })).toEqual(["Left out by the event type."]);
    const excludedNotes = { "2026-11-25": "Thanksgiving Eve" };
    expect(told("10:30", { rules: { excludedDates }, known: { excludedNotes } })).toEqual([
      "Left out by the event type: Thanksgiving Eve.",
    ]);
    const bookedStarts = [at("09:00"), at("15:15"), ms("2026-11-23T09:00:00Z")];
    expect(told("10:30", { rules: { maxPerDay: 2 }, host: { bookedStarts } })).toEqual(["Day full: 2 of 2 that day."]);
    expect(told("10:30", { rules: { maxPerWeek: 3 }, host: { bookedStarts } })).toEqual([
      "Week full: 3 of 3 that week.",
    ]);
  });
});

describe("what a host reads of a time that is taken", () => {
  const beside = { bufferBeforeMs: 10 * MINUTE, bufferAfterMs: 15 * MINUTE };
  const lunch = claim("12:50", "14:00", ["13:00", "13:45"]);
  const long = { schedule: { ...everyDay(zone, "9:00-17:00") } };

  it("names the booking, and where only buffers meet says whose", () => {
    const on = (time: string, claims: Claim[], more = {}) =>
      told(time, { rules: { ...beside, ...more }, known: { claims }, host: long });
    expect(on("12:45", [lunch])).toEqual(["Taken: María-José, 13:00 – 13:45."]);
    expect(on("12:00", [lunch])).toEqual([
      "Taken: needs 15 free minutes after, your 13:00 begins its buffer at 12:50.",
    ]);
    expect(
      on("12:00", [claim("12:50", "14:00", ["13:00", "14:00"])], {
        durationMs: 60 * MINUTE,
        bufferAfterMs: 0,
        intervalMs: 45 * MINUTE,
      }),
    ).toEqual(["Taken: your 13:00 begins its buffer at 12:50."]);
    expect(on("11:15", [claim("12:10", "12:40", ["12:10", "12:40"])])).toEqual([
      "Taken: needs 15 free minutes after, your 12:10 is too close.",
    ]);
    expect(on("14:15", [claim("12:50", "14:10", ["13:00", "13:45"])])).toEqual([
      "Taken: needs 10 free minutes before, your 13:00 ends its buffer at 14:10.",
    ]);
  });

  it("says nothing of a booking that is not the viewer's to see but the time that it holds", () => {
    expect(told("12:45", { known: { claims: [claim("12:50", "14:00")] }, host: long })).toEqual([
      "Taken: another booking, 12:50 – 14:00.",
    ]);
    expect(told("12:00", { rules: beside, known: { claims: [claim("12:50", "14:00")] }, host: long })).toEqual([
      "Taken: needs 15 free minutes after, another booking holds 12:50 – 14:00.",
    ]);
  });

  it("names the calendar and when it was synced, and counts what is more than two", () => {
    const of = (...busy: BusyBlock[]) => told("10:30", { known: { busy }, host: long });
    expect(of(block(at("10:00"), at("11:15"), "Feltarbeid 2026"))).toEqual([
      "Busy: “Feltarbeid 2026”, 10:00 – 11:15, synced 10:41.",
    ]);
    expect(of(block(at("10:00"), at("11:15"), "Feltarbeid 2026", null))).toEqual([
      "Busy: “Feltarbeid 2026”, 10:00 – 11:15, not synced yet.",
    ]);
    expect(of(block(at("10:00"), at("11:15"), "Feltarbeid 2026", today - 26 * HOUR))[0]).toContain(
      "synced Tue 17 Nov, 08:42.",
    );
    expect(of(block(at("00:00") - 24 * HOUR, at("12:00")))).toEqual([
      "Busy: a connected calendar, Tue 24 Nov, 00:00 – Wed 25 Nov, 12:00.",
    ]);
    const many = [1, 2, 3, 4].map((minutes) => block(at("10:30") + minutes * MINUTE, at("11:00") + minutes * MINUTE));
    expect(of(...many)[0]).toMatch(/^Busy: .* Busy: .* And 2 more\.$/);
  });

  it("where it needs room beside a block says how much", () => {
    const busy = [block(at("10:00"), at("11:10"), "Feltarbeid 2026")];
    expect(told("11:15", { rules: beside, known: { busy }, host: long })).toEqual([
      "Busy: needs 10 free minutes before, “Feltarbeid 2026” has 10:00 – 11:10, synced 10:41.",
    ]);
  });
});

describe("a night on which clocks change", () => {
  it("keeps the order of time: hours that begin in the gap begin after it", () => {
    const night = { ...everyDay(zone, ""), overrides: new Map([[date("2026-03-29"), hours("2:30-6:00")]]) };
    const known = { hours: openHours(night, date("2026-03-28"), date("2026-03-30")) };
    const start = ms("2026-03-29T00:30:00Z");
    const all = rules();
    const ingrid = host(night);
    const base = {
      rules: all,
      host: ingrid,
      now: 0,
      claims: [],
      busy: [],
      excludedNotes: {},
      overrideNotes: {},
      ...known,
    };
    expect(causesOf(base, start, ["outside_hours"])).toEqual([
      { code: "outside_hours", how: "early", opens: ms("2026-03-29T01:30:00Z") },
    ]);
  });
});
