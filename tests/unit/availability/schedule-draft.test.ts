import { describe, expect, it } from "vitest";
import { parseDate } from "~/domain/availability/calendar-days";
import {
  addHours,
  copyHours,
  draftHours,
  draftWeekly,
  isSameDraft,
  removeHours,
  tidy,
  tidyTime,
  type ScheduleDraft,
} from "~/domain/availability/schedule-draft";
import { draft } from "./drafts";

const rows = (given: ScheduleDraft) => given.rows.map(({ weekday, start, end }) => `${weekday} ${start}-${end}`);
describe("a schedule being edited", () => {
  it("gets one more row on a day, an hour after the last", () => {
    expect(rows(addHours(draft, "monday"))).toEqual(["monday 09:00-12:00", "monday 13:00-17:00", "friday 10:00-15:00"]);
    expect(rows(addHours(draft, "sunday")).at(-1)).toBe("sunday 09:00-17:00");
  });

  it("guesses no hours where the day is nearly over", () => {
    const late = { ...draft, rows: [{ weekday: "monday" as const, start: "20:00", end: "23:30" }] };
    expect(addHours(late, "monday").rows[1]).toEqual({ weekday: "monday", start: "", end: "" });
  });

  it("loses the row that is removed, and no other", () => {
    expect(rows(removeHours(draft, 0))).toEqual(["friday 10:00-15:00"]);
  });

  it("copies a day over others, in place of what they had", () => {
    const copied = copyHours({ ...draft, copy: { from: "monday", to: ["monday", "tuesday", "friday"] } });
    expect(rows(copied)).toEqual(["monday 09:00-12:00", "tuesday 09:00-12:00", "friday 09:00-12:00"]);
    expect(rows(copyHours({ ...draft, copy: { from: "sunday", to: ["friday"] } }))).toEqual(["monday 09:00-12:00"]);
  });

  it("drops rows left empty and writes times the one way", () => {
    const typed = {
      ...draft,
      rows: [
        { weekday: "monday" as const, start: "", end: " " },
        { weekday: "monday" as const, start: "9", end: "5pm" },
      ],
    };
    expect(rows(tidy(typed))).toEqual(["monday 09:00-17:00"]);
  });

  it("draws what can be read and leaves out the rest", () => {
    const typed = {
      ...draft,
      rows: [
        { weekday: "monday" as const, start: "09:00", end: "12:00" },
        { weekday: "monday" as const, start: "noon", end: "17:00" },
      ],
    };
    expect(draftWeekly(typed)[0]).toEqual([540, 720]);
  });
});

describe("what a draft amounts to", () => {
  it("is the same until something is saved differently", () => {
    expect(isSameDraft(draft, { ...draft, copy: { from: "sunday", to: [] } })).toBe(true);
    expect(isSameDraft(draft, { ...draft, rows: [...draft.rows, { weekday: "sunday", start: "", end: "" }] })).toBe(
      true,
    );
    expect(isSameDraft(draft, addHours(draft, "sunday"))).toBe(false);
    expect(isSameDraft(draft, { ...draft, dates: [] })).toBe(false);
    expect(isSameDraft(draft, { ...draft, dates: [{ ...draft.dates[0]!, note: "" }] })).toBe(false);
  });

  it("is what the engine would be asked, once there is a zone", () => {
    expect(draftHours(draft)).toEqual({
      timeZone: "Europe/Oslo",
      weekly: [[540, 720], [], [], [], [600, 900], [], []],
      overrides: new Map([[parseDate("2026-12-24"), []]]),
    });
    expect(draftHours({ ...draft, timezone: "Mars/Olympus" })).toBeNull();
  });
});

describe("a typed time", () => {
  it.each([
    ["9", "09:00"],
    ["9:30", "09:30"],
    ["9.30", "09:30"],
    ["0930", "09:30"],
    ["9h30", "09:30"],
    ["12am", "00:00"],
    ["12 PM", "12:00"],
    ["5:15pm", "17:15"],
    ["24:00", "24:00"],
    [" 24 ", "24:00"],
  ])("%s means %s", (typed, meant) => expect(tidyTime(typed)).toBe(meant));

  it.each(["noon", "13pm", "0am", "9-17", ""])("%s stays as it is", (typed) => expect(tidyTime(typed)).toBe(typed));
});
