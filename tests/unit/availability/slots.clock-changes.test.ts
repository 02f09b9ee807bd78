import { describe, expect, it } from "vitest";
import { hostSlots, type SlotRules } from "~/domain/availability/slots";
import { date, DAY, everyDay, host, iso, MINUTE, ms, onDates, rules } from "./builders";

const HALF = { durationMs: 30 * MINUTE, intervalMs: 30 * MINUTE };

/** The starts of one date's hours. */
function slots(zone: string, day: string, open: string, more: Partial<SlotRules> = {}): string[] {
  const range = { from: ms(`${day}T00:00:00Z`) - DAY, to: ms(`${day}T00:00:00Z`) + 2 * DAY };
  return iso(hostSlots(rules(more), host(onDates(zone, { [day]: open })), 0, range)).map((text) => text.slice(5));
}

describe("when clocks go forward", () => {
  it("an hour of the dial is missing and elapsed time goes on", () => {
    expect(slots("Europe/Berlin", "2026-03-29", "1:00-4:00")).toEqual(["03-29T00:00Z", "03-29T01:00Z"]);
    expect(slots("America/New_York", "2026-03-08", "1:00-4:00")).toEqual(["03-08T06:00Z", "03-08T07:00Z"]);
  });

  it("hours may begin inside the gap", () => {
    expect(slots("Europe/Berlin", "2026-03-29", "2:30-5:30")).toEqual(["03-29T01:30Z", "03-29T02:30Z"]);
  });

  it("hours may end inside the gap", () => {
    expect(slots("Europe/Berlin", "2026-03-29", "0:30-2:30")).toEqual(["03-28T23:30Z", "03-29T00:30Z"]);
  });

  it("a slot may span it", () => {
    expect(slots("America/New_York", "2026-03-08", "1:30-3:30")).toEqual(["03-08T06:30Z"]);
  });

  it("it may be by half an hour, as on Lord Howe", () => {
    expect(slots("Australia/Lord_Howe", "2026-10-04", "1:00-4:30")).toEqual([
      "10-03T14:30Z",
      "10-03T15:30Z",
      "10-03T16:30Z",
    ]);
  });

  it("a whole day of 23 hours has 23 slots, one of 23.5 hours 47 of half an hour", () => {
    expect(slots("Europe/Berlin", "2026-03-29", "0:00-24:00")).toHaveLength(23);
    expect(slots("Australia/Lord_Howe", "2026-10-04", "0:00-24:00", HALF)).toHaveLength(47);
  });

  // 2:00 is 15:30Z, and the clock shows 2:30 there. 2:10 and 2:20 do not exist and mean 2:40 and 2:50.
  it("hours wholly inside a gap of half an hour move whole", () => {
    const five = { durationMs: 5 * MINUTE, intervalMs: 5 * MINUTE };
    expect(slots("Australia/Lord_Howe", "2026-10-04", "2:10-2:20", five)).toEqual(["10-03T15:40Z", "10-03T15:45Z"]);
  });

  // 2:00 at +12:45 is 13:15Z; 2:45 becomes 3:45 at 14:00Z; 5:00 at +13:45 is 15:15Z.
  it("it may be at a quarter to three, as on Chatham", () => {
    expect(slots("Pacific/Chatham", "2026-09-27", "2:00-5:00")).toEqual(["09-26T13:15Z", "09-26T14:15Z"]);
  });

  // 1:00 at -3:30 is 4:30Z; 4:00 at -2:30 is 6:30Z.
  it("it may be between half hours, as in St John's", () => {
    expect(slots("America/St_Johns", "2026-03-08", "1:00-4:00")).toEqual(["03-08T04:30Z", "03-08T05:30Z"]);
  });

  // The 29th ends at 22:00Z, an hour sooner than it would by the clock it began with.
  it("a date ends by the clock it ends with", () => {
    const always = host(everyDay("Europe/Berlin", "0:00-24:00"));
    const range = { from: ms("2026-03-28T22:00:00Z"), to: ms("2026-03-29T23:00:00Z") };
    const excluded = rules({ excludedDates: new Set([date("2026-03-29")]) });
    expect(iso(hostSlots(excluded, always, 0, range))).toEqual(["2026-03-28T22:00Z", "2026-03-29T22:00Z"]);
  });

  it("hours that the gap moves over midnight into the next date's are offered once", () => {
    const schedule = onDates("America/Nuuk", { "2026-03-28": "23:15-23:45", "2026-03-29": "0:00-1:00" });
    const range = { from: ms("2026-03-28T00:00:00Z"), to: ms("2026-03-30T00:00:00Z") };
    const quarter = { durationMs: 15 * MINUTE, intervalMs: 15 * MINUTE };
    expect(iso(hostSlots(rules(quarter), host(schedule), 0, range))).toEqual([
      "2026-03-29T01:00Z",
      "2026-03-29T01:15Z",
      "2026-03-29T01:30Z",
      "2026-03-29T01:45Z",
    ]);
  });

  it("hours that the gap moves over midnight belong to the range they move into", () => {
    const schedule = onDates("America/Nuuk", { "2026-03-28": "23:15-23:45" });
    const sunday = { from: ms("2026-03-29T01:00:00Z"), to: ms("2026-03-30T01:00:00Z") };
    const half = { durationMs: 30 * MINUTE, intervalMs: 30 * MINUTE };
    expect(iso(hostSlots(rules(half), host(schedule), 0, sunday))).toEqual(["2026-03-29T01:15Z"]);
  });
});

describe("when clocks go back", () => {
  it("a repeated hour is offered twice", () => {
    expect(slots("Europe/Berlin", "2026-10-25", "1:00-4:00")).toEqual([
      "10-24T23:00Z",
      "10-25T00:00Z",
      "10-25T01:00Z",
      "10-25T02:00Z",
    ]);
    expect(slots("America/New_York", "2026-11-01", "1:00-2:00")).toEqual(["11-01T05:00Z", "11-01T06:00Z"]);
  });

  it("hours may begin or end in the repeated hour, and mean its first", () => {
    expect(slots("Europe/Berlin", "2026-10-25", "2:30-3:30")).toEqual(["10-25T00:30Z", "10-25T01:30Z"]);
    expect(slots("Europe/Berlin", "2026-10-25", "1:30-2:30")).toEqual(["10-24T23:30Z"]);
  });

  it("it may be by half an hour, as on Lord Howe", () => {
    expect(slots("Australia/Lord_Howe", "2026-04-05", "1:00-3:30")).toEqual([
      "04-04T14:00Z",
      "04-04T15:00Z",
      "04-04T16:00Z",
    ]);
  });

  it("a whole day of 25 hours has 25 slots, one of 24.5 hours 49 of half an hour", () => {
    expect(slots("Europe/Berlin", "2026-10-25", "0:00-24:00")).toHaveLength(25);
    expect(slots("Australia/Lord_Howe", "2026-04-05", "0:00-24:00", HALF)).toHaveLength(49);
  });

  // 1:30 to 2:00 comes twice, first from 14:30Z to 15:00Z at +11, then until 15:30Z at +10:30.
  it("hours may begin or end in a repeated half hour, and mean its first", () => {
    expect(slots("Australia/Lord_Howe", "2026-04-05", "1:45-2:30", HALF)).toEqual(["04-04T14:45Z", "04-04T15:15Z"]);
    expect(slots("Australia/Lord_Howe", "2026-04-05", "1:00-1:45", HALF)).toEqual(["04-04T14:00Z"]);
  });

  // 2:30 at +13:45 is 12:45Z; 3:45 becomes 2:45 at 14:00Z; 5:00 at +12:45 is 16:15Z.
  it("it may be at a quarter to four, as on Chatham", () => {
    expect(slots("Pacific/Chatham", "2026-04-05", "2:30-5:00")).toEqual([
      "04-04T12:45Z",
      "04-04T13:45Z",
      "04-04T14:45Z",
    ]);
  });

  it("over midnight, the next date's hours go on while the evening comes again", () => {
    const schedule = onDates("America/St_Johns", { "2010-11-07": "0:00-4:00" });
    const evening = { from: ms("2010-11-07T03:00:00Z"), to: ms("2010-11-07T03:05:00Z") };
    const short = { durationMs: 5 * MINUTE, intervalMs: 30 * MINUTE };
    expect(iso(hostSlots(rules(short), host(schedule), 0, evening))).toEqual(["2010-11-07T03:00Z"]);
  });
});

describe("odd offsets", () => {
  it.each([
    ["Asia/Kathmandu", "11-23T03:15Z"],
    ["Pacific/Chatham", "11-22T19:15Z"],
    ["America/St_Johns", "11-23T12:30Z"],
  ])("put 9:00 in %s at its instant", (zone, expected) => {
    expect(slots(zone, "2026-11-23", "9:00-10:00")).toEqual([expected]);
  });

  it("decide the date for excluded dates", () => {
    const excludedDates = new Set([date("2026-11-23")]);
    expect(slots("Pacific/Chatham", "2026-11-23", "9:00-10:00", { excludedDates })).toEqual([]);
  });
});
