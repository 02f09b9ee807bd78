import { describe, expect, it } from "vitest";
import { hostSlots, type Host, type SlotRules } from "~/domain/availability/slots";
import { date, everyDay, host, HOUR, iso, ms, onDates, rules } from "./builders";

function slots(own: Host, from: string, to: string, more: Partial<SlotRules> = {}, now = 0): string[] {
  return iso(hostSlots(rules(more), own, now, { from: ms(`${from}Z`), to: ms(`${to}Z`) })).map((text) => text.slice(5));
}

describe("a skipped date", () => {
  const apia = host(everyDay("Pacific/Apia", "23:00-24:00"));
  const range = { from: ms("2011-12-29T00:00:00Z"), to: ms("2012-01-02T00:00:00Z") };

  it("has no slots and leaves its neighbours theirs, in Apia", () => {
    expect(iso(hostSlots(rules(), apia, 0, range))).toEqual([
      "2011-12-29T09:00Z",
      "2011-12-30T09:00Z",
      "2011-12-31T09:00Z",
      "2012-01-01T09:00Z",
    ]);
  });

  it("counts as a day of the window", () => {
    const slotsIn = (windowDays: number) => hostSlots(rules({ windowDays }), apia, ms("2011-12-30T08:00:00Z"), range);
    expect(iso(slotsIn(1))).toEqual(["2011-12-30T09:00Z"]);
    expect(iso(slotsIn(2))).toEqual(["2011-12-30T09:00Z", "2011-12-31T09:00Z"]);
  });
});

describe("a skipped date west of the line", () => {
  // Kwajalein went from -12 to +12 when 1993-08-20 ended, at noon by UTC of the 21st. 9:00 is 21:00Z before and after.
  it("has no slots either, in Kwajalein", () => {
    const kwajalein = host(everyDay("Pacific/Kwajalein", "9:00-10:00"));
    expect(slots(kwajalein, "1993-08-19T12:00", "1993-08-22T12:00")).toEqual([
      "08-19T21:00Z",
      "08-20T21:00Z",
      "08-21T21:00Z",
    ]);
  });
});

describe("a zone that moves by a quarter of an hour", () => {
  // Kathmandu left +5:30 for +5:45 when 1986 began, at 18:30Z: 0:00 to 0:15 do not exist.
  it("moves hours on by as much", () => {
    const kathmandu = host(onDates("Asia/Kathmandu", { "1986-01-01": "0:05-2:20" }));
    expect(slots(kathmandu, "1985-12-31T12:00", "1986-01-01T12:00")).toEqual(["12-31T18:35Z", "12-31T19:35Z"]);
  });
});

describe("clocks that go forward at midnight", () => {
  // Havana: 0:00 at -5 becomes 1:00 at -4, 5:00Z.
  it("begin the date at one o'clock in Havana", () => {
    const havana = host(onDates("America/Havana", { "2026-03-08": "0:00-3:00" }));
    expect(slots(havana, "2026-03-07T00:00", "2026-03-09T12:00")).toEqual(["03-08T05:00Z", "03-08T06:00Z"]);
  });

  // Beirut: 0:00 at +2 becomes 1:00 at +3, 22:00Z of the day before.
  it("leave hours that touch over midnight one stretch in Beirut, and excluded dates their own", () => {
    const beirut = host(onDates("Asia/Beirut", { "2026-03-28": "23:00-24:00", "2026-03-29": "0:00-2:00" }));
    const ask = (more: Partial<SlotRules>) => slots(beirut, "2026-03-28T00:00", "2026-03-29T12:00", more);
    expect(ask({})).toEqual(["03-28T21:00Z", "03-28T22:00Z"]);
    expect(ask({ durationMs: 2 * HOUR })).toEqual(["03-28T21:00Z"]);
    expect(ask({ excludedDates: new Set([date("2026-03-29")]) })).toEqual(["03-28T21:00Z"]);
  });

  // Asuncion: 0:00 at -4 becomes 1:00 at -3, 4:00Z.
  it("shorten the first hours in Asuncion, and the window ends before them", () => {
    const asuncion = host(everyDay("America/Asuncion", "0:00-2:00"));
    const ask = (more: Partial<SlotRules>) =>
      slots(asuncion, "2023-09-30T00:00", "2023-10-02T00:00", more, ms("2023-09-29T20:00:00Z"));
    expect(ask({})).toEqual(["09-30T04:00Z", "09-30T05:00Z", "10-01T04:00Z"]);
    expect(ask({ windowDays: 1 })).toEqual(["09-30T04:00Z", "09-30T05:00Z"]);
  });
});

describe("clocks that go back at midnight", () => {
  // Havana: 1:00 at -4 becomes 0:00 at -5, 5:00Z: 0:00 to 1:00 comes twice.
  it("repeat the date's first hour in Havana", () => {
    const havana = host(onDates("America/Havana", { "2026-11-01": "0:00-3:00" }));
    expect(slots(havana, "2026-10-31T00:00", "2026-11-02T00:00")).toEqual([
      "11-01T04:00Z",
      "11-01T05:00Z",
      "11-01T06:00Z",
      "11-01T07:00Z",
    ]);
  });

  // Beirut: 24:00 at +3 becomes 23:00 at +2, 21:00Z: the evening's last hour comes twice.
  it("repeat the date's last hour in Beirut, which counts and is excluded with its date", () => {
    const booked = { bookedStarts: [ms("2026-10-24T21:30:00Z")] };
    const beirut = host(onDates("Asia/Beirut", { "2026-10-24": "22:00-24:00", "2026-10-25": "0:00-1:00" }), booked);
    const ask = (more: Partial<SlotRules>) => slots(beirut, "2026-10-24T00:00", "2026-10-25T12:00", more);
    expect(ask({})).toEqual(["10-24T19:00Z", "10-24T20:00Z", "10-24T21:00Z", "10-24T22:00Z"]);
    expect(ask({ maxPerDay: 1 })).toEqual(["10-24T22:00Z"]);
    expect(ask({ excludedDates: new Set([date("2026-10-24")]) })).toEqual(["10-24T22:00Z"]);
  });

  // Asuncion: 24:00 at -3 becomes 23:00 at -4, 3:00Z of the next day by UTC.
  it("give the window's last date its repeated hour in Asuncion", () => {
    const asuncion = host(everyDay("America/Asuncion", "22:00-24:00"));
    expect(
      slots(asuncion, "2024-03-23T12:00", "2024-03-26T00:00", { windowDays: 1 }, ms("2024-03-22T15:00:00Z")),
    ).toEqual(["03-24T01:00Z", "03-24T02:00Z", "03-24T03:00Z"]);
  });
});
