import { describe, expect, it } from "vitest";
import { answerTitle } from "~/components/answer-title";
import { axisTicks, dayAxis, onAxis } from "~/components/day-axis";
import { startLabel } from "~/components/explained";
import { DAY_MS, parseDate } from "~/domain/availability/calendar-days";
import { plainText } from "~/components/cause-words";
import type { Cause, ExplainedDay, ExplainedStart, HostDay } from "~/domain/availability/explained-day";
import { wallToInstant } from "~/domain/availability/zones";
import { explainedDay, hostDay } from "./explained-days";

const zone = "Europe/Oslo";
const day = parseDate("2026-11-25")!;
const at = (hour: number, minutes = 0) => wallToInstant(zone, day, hour * 60 + minutes);
const clock = { zone, locale: "en", now: at(9) - 7 * DAY_MS };

function start(hour: number, ...causes: Cause[][]): ExplainedStart {
  const hosts = causes.map((each, index) => ({ id: ["Ingrid", "Daniel"][index]!, causes: each }));
  return { start: at(hour), end: at(hour) + 3_600_000, isOffered: causes.some((each) => each.length === 0), hosts };
}

const host = (id: string, more: Partial<HostDay> = {}) =>
  hostDay(id, { open: [{ start: at(9), end: at(17) }], ...more });
const explained = (more: Partial<ExplainedDay> = {}) => explainedDay(zone, day, { hosts: [host("Ingrid")], ...more });

function title(more: Partial<ExplainedDay>, viewerId = "Ingrid") {
  return plainText(answerTitle({ day: explained(more), viewerId, clock }));
}

const full: Cause = { code: "daily_limit", count: 3, limit: 3 };
const busy: Cause = { code: "busy", blocks: [{ start: at(10), end: at(11, 15), calendar: null, isUnread: false }] };
const early: Cause = { code: "outside_hours", how: "early", opens: at(9) };

describe("the answer", () => {
  it("about a time says whether it is offered, and in a few words why not", () => {
    expect(title({ asked: start(10, []) })).toBe("10:00 is offered.");
    expect(title({ asked: start(10, [busy]) })).toBe("10:00 is not offered: your calendar is busy until 11:15.");
    expect(title({ asked: start(10, [busy]) }, "Maya")).toBe(
      "10:00 is not offered: Ingrid’s calendar is busy until 11:15.",
    );
    expect(title({ asked: start(12, [busy]) })).toBe("12:00 is not offered: your calendar is busy too close to it.");
    expect(title({ asked: start(8, [busy, early]) })).toBe("08:00 is not offered: it is outside your hours.");
    expect(title({ asked: start(8, [full]) })).toBe("08:00 is not offered: the day is full.");
  });

  it("about a team says how many are missing", () => {
    const hosts = [host("Ingrid"), host("Daniel")];
    expect(title({ hosts, asked: start(10, [busy], [early]) })).toBe(
      "10:00 is not offered: none of the 2 hosts is free.",
    );
    const asked = { ...start(10, [busy], []), isOffered: false };
    expect(title({ hosts, mode: "all", asked })).toBe("10:00 is not offered: 1 of 2 is not free, and all must come.");
  });

  it("about a day counts what is offered, and says once what holds for all of it", () => {
    expect(title({ starts: [start(9, []), start(10, [busy])] })).toBe("1 of 2 starts is offered.");
    expect(title({ starts: [start(9, []), start(10, [])] })).toBe("All 2 starts are offered.");
    expect(title({ starts: [start(9, [])] })).toBe("The only start is offered.");
    expect(title({ starts: [start(9, [full]), start(10, [busy, full])] })).toBe("Nothing is offered: the day is full.");
    const soon: Cause = { code: "notice", neededMinutes: 60, shortMs: 1, isPast: false };
    expect(title({ starts: [start(9, [soon]), start(10, [busy, soon])] })).toBe(
      "Nothing is offered: too little notice is left.",
    );
    expect(title({ starts: [start(9, [busy]), start(10, [busy, early])] })).toBe(
      "Nothing is offered: calendars are busy.",
    );
    const unread: Cause = { code: "busy", blocks: [{ start: at(0), end: at(24), calendar: null, isUnread: true }] };
    expect(title({ starts: [start(9, [unread]), start(10, [unread, early])] })).toBe(
      "Nothing is offered: a calendar has not synced for too long.",
    );
    const taken: Cause = { code: "claimed", claims: [] };
    expect(title({ starts: [start(9, [taken]), start(10, [taken])] })).toBe(
      "Nothing is offered: the day is booked up.",
    );
    expect(title({ starts: [start(9, [full]), start(10, [busy])] })).toBe("Nothing is offered.");
  });

  it("about a date that the zone skips leaves it to the words beside it", () => {
    const hosts = [host("Ingrid", { open: [], closed: { by: "weekday", weekday: 5 } })];
    expect(title({ hosts, to: at(0) })).toBe("Nothing is offered.");
  });

  it("about a closed day says why it is closed", () => {
    const closed = (each: HostDay["closed"]) => [host("Ingrid", { open: [], closed: each })];
    expect(title({ hosts: closed({ by: "weekday", weekday: 6 }) })).toBe("Nothing is offered: closed on Sundays.");
    expect(title({ hosts: closed({ by: "date", note: "Christmas Day" }) })).toBe(
      "Nothing is offered: closed for Christmas Day.",
    );
    expect(title({ hosts: [], withoutHours: ["Daniel"] })).toBe("Nothing is offered: Daniel has no hours here.");
  });
});

describe("the axis of a day", () => {
  it("shows the hours and the time asked for with room beside them, and never more than the date", () => {
    expect(dayAxis(explained())).toEqual({ from: at(7), to: at(19) });
    expect(dayAxis(explained({ asked: start(23, [early]) }))).toEqual({ from: at(7), to: at(24) });
    expect(dayAxis(explained({ hosts: [host("Ingrid", { open: [] })] }))).toEqual({ from: at(0), to: at(24) });
    expect(
      onAxis({ from: at(7), to: at(19) }, [
        { start: at(6), end: at(8) },
        { start: at(20), end: at(21) },
      ]),
    ).toEqual([{ start: at(7), end: at(8) }]);
  });

  it("is as long as the time that passes when the clock jumps", () => {
    const texts = (from: string, to: string) =>
      axisTicks({ from: Date.parse(from), to: Date.parse(to) }, zone).map(({ text }) => text);
    expect(texts("2026-03-28T23:00:00Z", "2026-03-29T04:00:00Z")).toEqual(["00:00", "04:00", "06:00"]);
    expect(texts("2026-10-24T22:00:00Z", "2026-10-25T03:00:00Z")).toEqual(["00:00", "02:00", "02:00", "04:00"]);
    expect(texts("2026-11-24T23:00:00Z", "2026-11-25T23:00:00Z").at(-1)).toBe("24:00");
  });

  it("names the second pass of a repeated hour", () => {
    expect(startLabel(Date.parse("2026-10-25T00:30:00Z"), clock)).toBe("02:30");
    expect(startLabel(Date.parse("2026-10-25T01:30:00Z"), clock)).toBe("02:30 the second time");
  });
});
