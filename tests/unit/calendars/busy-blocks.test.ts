import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { busyBlock } from "~/domain/calendars/busy-blocks";
import type { ProviderEvent } from "~/integrations/calendar-provider";

const nine = Date.parse("2026-11-23T09:00:00Z");
const ten = Date.parse("2026-11-23T10:00:00Z");
const rules = { timezone: "Europe/Oslo", tentativeBlocks: true };
const strict = { ...rules, tentativeBlocks: false };

function event(given: Partial<ProviderEvent> = {}): ProviderEvent {
  return {
    id: "a",
    seriesId: null,
    icalUid: null,
    etag: null,
    when: { from: nine, to: ten },
    isCancelled: false,
    answer: "none",
    showAs: "busy",
    bookingId: null,
    ...given,
  };
}

describe("an event of a host's calendar", () => {
  it("takes its time, whatever the host answered but no", () => {
    for (const answer of ["none", "accepted", "tentative"] as const) {
      expect(busyBlock(event({ answer }), rules)).toEqual({ id: "a", seriesId: null, from: nine, to: ten });
    }
    expect(busyBlock(event({ answer: "declined" }), rules)).toBeNull();
  });

  it("takes it where they are away, too, and not where it is shown as free, or was cancelled", () => {
    expect(busyBlock(event({ showAs: "out_of_office" }), rules)).not.toBeNull();
    expect(busyBlock(event({ showAs: "free" }), rules)).toBeNull();
    expect(busyBlock(event({ isCancelled: true }), rules)).toBeNull();
  });

  it("takes it as a maybe only where the host wants maybes to", () => {
    for (const maybe of [event({ showAs: "tentative" }), event({ answer: "tentative" })]) {
      expect(busyBlock(maybe, rules)).not.toBeNull();
      expect(busyBlock(maybe, strict)).toBeNull();
    }
    expect(busyBlock(event({ answer: "accepted" }), strict)).not.toBeNull();
  });

  it("takes nothing where it lasts no time, ends before it begins, or is on no date that there is", () => {
    const whens = [
      { from: nine, to: nine },
      { from: ten, to: nine },
      { firstDay: "2026-11-23", endDay: "2026-11-23" },
      { firstDay: "2026-02-30", endDay: "2026-03-02" },
      { firstDay: "tomorrow", endDay: "" },
    ];
    for (const when of whens) expect(busyBlock(event({ when }), rules)).toBeNull();
  });
});

describe("an event that lasts whole days", () => {
  const zones = [
    "Europe/Oslo",
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "America/Santiago",
    "Africa/Cairo",
  ];
  const days = fc.record({
    zone: fc.constantFrom(...zones, "Pacific/Chatham", "Asia/Beirut", "UTC"),
    first: fc.integer({ min: 0, max: 3650 }),
    length: fc.integer({ min: 1, max: 40 }),
  });

  it("takes them from midnight to midnight by the calendar's clock, over every change of the clocks", () => {
    fc.assert(
      fc.property(days, ({ zone, first, length }) => {
        const day = (number: number) => DateTime.utc(2020, 1, 1).plus({ days: number }).toISODate()!;
        const when = { firstDay: day(first), endDay: day(first + length) };
        const block = busyBlock(event({ when }), { ...rules, timezone: zone })!;
        // Where midnight does not exist, the date begins with the first time that does.
        const midnight = (date: string) => DateTime.fromISO(date, { zone }).startOf("day").toMillis();
        expect([block.from, block.to]).toEqual([midnight(when.firstDay), midnight(when.endDay)]);
      }),
    );
  });

  it("of two that follow each other leaves no gap, and takes nothing twice", () => {
    fc.assert(
      fc.property(days, ({ zone, first, length }) => {
        const day = (number: number) => DateTime.utc(2020, 1, 1).plus({ days: number }).toISODate()!;
        const of = (from: number, to: number) =>
          busyBlock(event({ when: { firstDay: day(from), endDay: day(to) } }), { ...rules, timezone: zone })!;
        expect(of(first, first + length).to).toBe(of(first + length, first + length + 1).from);
      }),
    );
  });

  it("takes days of 23 and 25 hours whole", () => {
    const hours = (firstDay: string, endDay: string) => {
      const { from, to } = busyBlock(event({ when: { firstDay, endDay } }), rules)!;
      return (to - from) / 3_600_000;
    };
    expect([hours("2026-03-29", "2026-03-30"), hours("2026-10-25", "2026-10-26")]).toEqual([23, 25]);
  });

  it("is in UTC where the calendar's zone is none", () => {
    const when = { firstDay: "2026-11-23", endDay: "2026-11-24" };
    const block = busyBlock(event({ when }), { ...rules, timezone: "Customized Time Zone" })!;
    expect(new Date(block.from).toISOString()).toBe("2026-11-23T00:00:00.000Z");
  });
});
