import { describe, expect, it } from "vitest";
import {
  addDate,
  addFreshHours,
  addPending,
  chooseDate,
  closeDates,
  dateText,
  readDateText,
  removeDate,
} from "~/domain/availability/draft-dates";
import { noDate, tidy, type FreshDate, type ScheduleDraft } from "~/domain/availability/schedule-draft";
import { draft } from "./drafts";

function typed(fresh: Partial<FreshDate>): ScheduleDraft {
  return { ...draft, fresh: { ...noDate, ...fresh } };
}

const ranges = (...all: [string, string][]) => all.map(([start, end]) => ({ start, end }));
const dates = (given: ScheduleDraft) => given.dates.map(dateText);

describe("a date that is added", () => {
  it("takes its place in the list, with its name", () => {
    const added = addDate(typed({ date: "2026-11-20", ranges: ranges(["08:00", "12:00"]), note: " Harbour day " }));
    expect(added.problems).toEqual([]);
    expect(dates(added.draft)).toEqual(["2026-11-20 08:00-12:00 | Harbour day", "2026-12-24 | Christmas Eve"]);
    expect(added.draft.fresh).toEqual(noDate);
  });

  it("replaces the same date, name and all", () => {
    const replaced = addDate(typed({ date: "2026-12-24", ranges: ranges(["13:00", "15:00"], ["09:00", "10:00"]) }));
    expect(dates(replaced.draft)).toEqual(["2026-12-24 09:00-10:00 13:00-15:00"]);
  });

  it("says at its fields what is wrong, and keeps what was typed", () => {
    const paths = (fresh: Partial<FreshDate>) => addDate(typed(fresh)).problems.map((each) => each.path);
    const wrong = addDate(typed({ date: "2026-02-30", ranges: ranges(["08:00", "07:00"]), note: "x" }));
    expect(wrong.problems.map((each) => each.path)).toEqual(["fresh.date", "fresh.ranges.0.end"]);
    expect(wrong.draft).toMatchObject({ dates: draft.dates, fresh: { date: "2026-02-30", note: "x" } });
    const day = { date: "2026-11-20" };
    expect(paths({ ...day, ranges: ranges(["08:00", "07:00"]) })).toEqual(["fresh.ranges.0.end"]);
    expect(paths({ ...day, ranges: ranges(["24:01", "25:00"]) })).toEqual([
      "fresh.ranges.0.start",
      "fresh.ranges.0.end",
    ]);
    expect(paths({ ...day, ranges: ranges(["09:60", "11:00"]) })).toEqual(["fresh.ranges.0.start"]);
    expect(paths({ ...day, ranges: ranges(["09:00", "11:00"], ["10:00", "12:00"]) })).toEqual(["fresh.ranges.1.start"]);
    expect(paths(day)).toEqual(["fresh.ranges.0.start"]);
    expect(paths({ ...day, isClosed: true, note: "x".repeat(101) })).toEqual(["fresh.note"]);
  });

  it("is closed without hours, and opens again with more hours", () => {
    const closed = typed({ date: "2026-11-20", isClosed: true });
    expect(dates(addDate(closed).draft)[0]).toBe("2026-11-20");
    expect(addFreshHours(closed).fresh).toMatchObject({
      isClosed: false,
      ranges: [{}, { start: "09:00", end: "17:00" }],
    });
  });
});

describe("a date that is chosen", () => {
  it("brings what it has now: its own hours and name, or its weekday's", () => {
    expect(chooseDate(draft, "2026-12-24").draft.fresh).toMatchObject({
      date: "2026-12-24",
      note: "Christmas Eve",
      isClosed: true,
    });
    expect(chooseDate(draft, "2026-11-23").draft.fresh).toMatchObject({
      isClosed: false,
      ranges: ranges(["09:00", "12:00"]),
    });
    expect(chooseDate(draft, "2026-11-24").draft.fresh).toMatchObject({ isClosed: true });
    expect(chooseDate(draft, "2026-02-30").draft).toEqual(draft);
  });

  it("adds nothing by itself, however its weekday's hours were written", () => {
    const rough = { ...draft, rows: [{ weekday: "monday" as const, start: "9", end: "5pm" }] };
    const { draft: chosen } = chooseDate(rough, "2026-11-23");
    expect(dates(addPending(chosen).draft)).toEqual(dates(draft));
    expect(dates(addPending(tidy(chosen)).draft)).toEqual(dates(draft));
  });

  it("counts once it is changed", () => {
    const { draft: chosen } = chooseDate(draft, "2026-11-23");
    const changed = { ...chosen, fresh: { ...chosen.fresh, ranges: ranges(["09:00", "11:00"]) } };
    expect(dates(addPending(changed).draft)[0]).toBe("2026-11-23 09:00-11:00");
    const named = { ...chosen, fresh: { ...chosen.fresh, note: "Half day" } };
    expect(dates(addPending(named).draft)[0]).toBe("2026-11-23 09:00-12:00 | Half day");
    const closed = { ...chosen, fresh: { ...chosen.fresh, isClosed: true } };
    expect(dates(addPending(closed).draft)[0]).toBe("2026-11-23");
  });

  it("loses nothing that waits in the fields", () => {
    const waiting = typed({ date: "2026-11-20", ranges: ranges(["08:00", "12:00"]) });
    const next = chooseDate(waiting, "2026-11-23");
    expect(dates(next.draft)[0]).toBe("2026-11-20 08:00-12:00");
    expect(next.draft.fresh.date).toBe("2026-11-23");
    const undated = chooseDate(typed({ ranges: ranges(["08:00", "12:00"]) }), "2026-11-23");
    expect(undated.draft.fresh).toMatchObject({ date: "2026-11-23", ranges: ranges(["08:00", "12:00"]) });
    const wrong = chooseDate(typed({ date: "2026-11-20", ranges: ranges(["08:00", "07:00"]) }), "2026-11-23");
    expect(wrong.problems).toHaveLength(1);
    expect(wrong.draft.fresh.date).toBe("2026-11-20");
    expect(chooseDate(typed({ date: "2026-11-20" }), "2026-11-23").problems).toEqual([]);
  });
});

describe("the list", () => {
  it("loses the date that is removed, from the fields too", () => {
    const { draft: chosen } = chooseDate(draft, "2026-12-24");
    expect(removeDate(chosen, 0)).toMatchObject({ dates: [], fresh: noDate });
    const other = typed({ date: "2026-11-20" });
    expect(removeDate(other, 0).fresh.date).toBe("2026-11-20");
  });

  it("takes holidays as closed dates with their names", () => {
    const closed = closeDates(draft, [{ date: "2026-05-17", name: "Constitution Day" }]);
    expect(dates(closed)).toEqual(["2026-05-17 | Constitution Day", "2026-12-24 | Christmas Eve"]);
  });

  it("goes through a hidden field as it is", () => {
    for (const text of [
      "2026-12-24",
      "2026-12-24 08:00-12:00 13:00-15:00",
      "2026-12-24 | Eve | and morning - half",
      "2026-12-24 08:00-12:00 | 09:00-10:00",
    ]) {
      expect(dateText(readDateText(text))).toBe(text);
    }
    expect(readDateText("2026-12-24 08:00-12:00 | Eve | x").note).toBe("Eve | x");
  });
});
