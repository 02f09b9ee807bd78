import { describe, expect, it } from "vitest";
import { formatDate, parseDate } from "~/domain/availability/calendar-days";
import { parseWeek, readSlot, readSlots, slotWeek, withinWeeks, writeSlot } from "~/domain/links/slot-week";

const day = (text: string) => parseDate(text)!;
const at = (text: string) => Date.parse(text);

describe("the week that an address asks for", () => {
  it.each([
    ["2026-W48", "2026-11-23"],
    ["2026-W01", "2025-12-29"],
    ["2026-W53", "2026-12-28"],
    ["2026-11-23", "2026-11-23"],
    ["2026-11-29", "2026-11-23"],
  ])("%s begins on %s", (text, monday) => {
    expect(formatDate(parseWeek(text)!)).toBe(monday);
  });

  it.each(["2025-W53", "2026-W00", "2026-W54", "2026-W1", "2026-11-31", "soon", ""])("%s is none", (text) => {
    expect(parseWeek(text)).toBeNull();
  });

  it("lies between this one and the last of the booking window", () => {
    const bounds = { today: day("2026-11-20"), lastDay: day("2026-12-02") };
    const shown = (wish: string) => {
      const { monday, ...others } = withinWeeks(day(wish), bounds);
      return { monday: formatDate(monday), ...others };
    };
    expect(shown("2026-01-05")).toEqual({ monday: "2026-11-16", earlier: null, later: "2026-11-23" });
    expect(shown("2026-11-23")).toEqual({ monday: "2026-11-23", earlier: "2026-11-16", later: "2026-11-30" });
    expect(shown("2027-11-22")).toEqual({ monday: "2026-11-30", earlier: "2026-11-23", later: null });
  });
});

describe("a week's free times", () => {
  it("stand under the days of the host's own clock", () => {
    const late = at("2026-11-23T23:30:00Z");
    const days = slotWeek([at("2026-11-23T09:00:00Z"), late], 30, day("2026-11-23"), "Europe/Oslo");
    expect(days).toHaveLength(7);
    expect(days.map(({ slots }) => slots.length)).toEqual([1, 1, 0, 0, 0, 0, 0]);
    expect(days[1]!.slots).toEqual([{ start: late, value: "2026-11-23T23:30:00Z/2026-11-24T00:00:00Z" }]);
  });
});

describe("a picked time in a form", () => {
  it("comes back as it went", () => {
    const slot = { start: at("2026-11-23T09:00:00Z"), end: at("2026-11-23T09:45:00Z") };
    expect(readSlot(writeSlot(slot))).toEqual(slot);
  });

  it("counts once, in its order; what cannot be read is left out", () => {
    const [nine, ten] = ["2026-11-23T09:00:00Z/2026-11-23T09:30:00Z", "2026-11-23T10:00:00Z/2026-11-23T10:30:00Z"];
    const ends = ["2026-11-23T10:00:00Z", "2026-11-23T10:00:00Z/2026-11-23T09:00:00Z", "x/y", `${nine}/${nine}`];
    expect(readSlots([ten, nine, ten, ...ends]).map(writeSlot)).toEqual([nine, ten]);
  });
});
