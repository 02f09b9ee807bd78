import { describe, expect, it } from "vitest";
import { notesFor, readExcluded, withDates, writeExcluded } from "~/domain/event-types/excluded-dates";
import { mergeSettings, type Settings } from "~/domain/event-types/settings";

const eve = { date: "2026-12-24", name: "Christmas Eve" };

describe("the list of days left out", () => {
  it("stays in order, with each date once", () => {
    const list = withDates([{ date: "2027-01-01", name: "" }], [eve, { date: "2026-05-01", name: "" }, eve]);
    expect(list.map(({ date }) => date)).toEqual(["2026-05-01", "2026-12-24", "2027-01-01"]);
  });

  it("gives a name to a date that has none, and leaves a name that is there", () => {
    expect(withDates([{ date: eve.date, name: "" }], [eve])).toEqual([eve]);
    expect(withDates([eve], [{ date: eve.date, name: "Another" }])).toEqual([eve]);
  });

  it("is carried by fields of one line each", () => {
    for (const each of [eve, { date: "2027-01-01", name: "" }]) expect(readExcluded(writeExcluded(each))).toEqual(each);
  });
});

describe("the names of the days left out", () => {
  it("are kept for the dates that are in the list, and for no others", () => {
    expect(notesFor(["2026-12-24", "2026-12-31"], { "2026-12-24": "Christmas Eve", "2026-12-25": "Gone" })).toEqual({
      "2026-12-24": "Christmas Eve",
    });
  });

  it("stay through a change of the dates that says nothing of names", () => {
    const current = { excludedDates: ["2026-12-24", "2026-12-25"], durationOptions: [] as number[] } as Settings;
    const notes = { "2026-12-24": "Christmas Eve", "2026-12-25": "Christmas Day" };
    const merged = mergeSettings(
      { ...current, excludedDateNotes: notes },
      { excluded_dates: ["2026-12-25", "2026-12-31"] },
    );
    expect(merged.excludedDateNotes).toEqual({ "2026-12-25": "Christmas Day" });
  });
});
