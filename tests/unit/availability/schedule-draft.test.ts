import { describe, expect, it } from "vitest";
import {
  addDate,
  addFreshHours,
  addHours,
  copyHours,
  draftOf,
  draftWeekly,
  removeDate,
  removeHours,
  tidy,
  tidyTime,
  type ScheduleDraft,
} from "~/domain/availability/schedule-draft";

const draft = draftOf({
  name: "Working hours",
  timezone: "Europe/Oslo",
  isDefault: true,
  weekly: [[540, 720], [], [], [], [600, 900], [], []],
  overrides: [{ date: "2026-12-24", intervals: [] }],
});

const rows = (given: ScheduleDraft) => given.rows.map(({ weekday, start, end }) => `${weekday} ${start}-${end}`);
const fresh = (date: string, ...ranges: [string, string][]) => ({
  ...draft,
  fresh: { date, isClosed: false, ranges: ranges.map(([start, end]) => ({ start, end })) },
});

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
    const copied = copyHours(draft, "monday", ["monday", "tuesday", "friday"]);
    expect(rows(copied)).toEqual(["monday 09:00-12:00", "tuesday 09:00-12:00", "friday 09:00-12:00"]);
    expect(rows(copyHours(draft, "sunday", ["friday"]))).toEqual(["monday 09:00-12:00"]);
  });

  it("adds a date in order, and replaces one that is there", () => {
    const added = addDate(fresh("2026-11-20", ["08:00", "12:00"]));
    expect(added.problems).toEqual([]);
    expect(added.draft.dates.map((each) => each.date)).toEqual(["2026-11-20", "2026-12-24"]);
    expect(added.draft.fresh.date).toBe("");
    const replaced = addDate(fresh("2026-12-24", ["13:00", "15:00"], ["09:00", "10:00"]));
    expect(replaced.draft.dates).toEqual([
      {
        date: "2026-12-24",
        intervals: [
          { start: "09:00", end: "10:00" },
          { start: "13:00", end: "15:00" },
        ],
      },
    ]);
  });

  it("says at the new date's fields what is wrong, and keeps what was typed", () => {
    const wrong = addDate(fresh("2026-02-30", ["08:00", "07:00"]));
    expect(wrong.problems.map((each) => each.path)).toContain("fresh.date");
    expect(wrong.draft.dates).toEqual(draft.dates);
    expect(wrong.draft.fresh.date).toBe("2026-02-30");
    expect(addDate(fresh("2026-11-20", ["08:00", "07:00"])).problems.map((each) => each.path)).toEqual([
      "fresh.ranges.0.end",
    ]);
    expect(addDate(fresh("2026-11-20", ["", ""])).problems.map((each) => each.path)).toEqual(["fresh.ranges.0.start"]);
  });

  it("closes a date without hours, and opens it again with more hours", () => {
    const closed = { ...draft, fresh: { date: "2026-11-20", isClosed: true, ranges: [{ start: "", end: "" }] } };
    expect(addDate(closed).draft.dates[0]).toEqual({ date: "2026-11-20", intervals: [] });
    expect(addFreshHours(closed).fresh).toMatchObject({
      isClosed: false,
      ranges: [{}, { start: "09:00", end: "17:00" }],
    });
    expect(removeDate(draft, 0).dates).toEqual([]);
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
