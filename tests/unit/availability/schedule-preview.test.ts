import { describe, expect, it } from "vitest";
import { formatDate } from "~/domain/availability/calendar-days";
import { rangesText } from "~/domain/availability/schedule-notes";
import { previewDays, type PreviewDay } from "~/domain/availability/schedule-preview";
import type { ScheduleHours } from "~/domain/availability/working-hours";
import { everyDay, hours, ms, onDates } from "./builders";

function preview(schedule: ScheduleHours, now: string) {
  return new Map(previewDays(schedule, ms(now)).map((day) => [formatDate(day.day), day]));
}

const said = (day: PreviewDay | undefined) => day && [rangesText(day.parts), day.openMinutes, day.length];

describe("the next two weeks", () => {
  it("are fourteen dates from the zone's today on", () => {
    const dates = [...preview(everyDay("Pacific/Auckland", "9:00-17:00"), "2026-11-23T12:00Z").keys()];
    expect([dates[0], dates.length, dates.at(-1)]).toEqual(["2026-11-24", 14, "2026-12-07"]);
    expect([...preview(everyDay("Pacific/Honolulu", "9:00-17:00"), "2026-11-23T09:59Z").keys()][0]).toBe("2026-11-22");
  });

  it("show a date's own hours in place of its weekday's, closed ones too", () => {
    const schedule = everyDay("Europe/Oslo", "9:00-17:00");
    const overrides = onDates("Europe/Oslo", { "2026-12-24": "", "2026-12-23": "10:00-12:00" }).overrides;
    const days = preview({ ...schedule, overrides }, "2026-12-20T09:00Z");
    expect(days.get("2026-12-24")).toMatchObject({ isOther: true, parts: [], openMinutes: 0, joins: null });
    expect(days.get("2026-12-23")).toMatchObject({ isOther: true, parts: [{ start: 600, end: 720 }] });
    expect(days.get("2026-12-22")).toMatchObject({ isOther: false, parts: [{ start: 540, end: 1020 }] });
  });

  it("count an hour less in March and one more in October", () => {
    const schedule = everyDay("Europe/Oslo", "1:00-4:00");
    const march = preview(schedule, "2026-03-20T09:00Z");
    expect(said(march.get("2026-03-29"))).toEqual(["01:00 – 04:00", 120, 1380]);
    expect(said(march.get("2026-03-28"))).toEqual(["01:00 – 04:00", 180, 1440]);
    const october = preview(schedule, "2026-10-20T09:00Z");
    expect(said(october.get("2026-10-25"))).toEqual(["01:00 – 04:00", 240, 1500]);
  });

  it("move hours out of the gap, as the engine does", () => {
    const days = preview(onDates("Europe/Oslo", { "2026-03-29": "2:15-5:00" }), "2026-03-20T09:00Z");
    expect(said(days.get("2026-03-29"))).toEqual(["03:15 – 05:00", 105, 1380]);
  });

  it("know clock changes of half an hour", () => {
    const schedule = everyDay("Australia/Lord_Howe", "0:00-24:00");
    expect(said(preview(schedule, "2026-10-01T00:00Z").get("2026-10-04"))).toEqual(["00:00 – 24:00", 1410, 1410]);
    expect(said(preview(schedule, "2026-04-01T00:00Z").get("2026-04-05"))).toEqual(["00:00 – 24:00", 1470, 1470]);
  });

  it("say on the later date that hours join over midnight", () => {
    const weekly = [[], [], [], hours("22:00-24:00"), hours("0:00-2:00 9:00-15:00"), [], []];
    const days = preview({ timeZone: "Europe/Oslo", weekly, overrides: new Map() }, "2026-11-20T09:00Z");
    expect(days.get("2026-11-26")).toMatchObject({ parts: [{ start: 1320, end: 1440 }], joins: null });
    expect(days.get("2026-11-27")).toMatchObject({ openMinutes: 480, joins: { weekday: 3, start: 1320, length: 240 } });
    // Today's hours join yesterday's, which is no longer shown.
    expect(days.get("2026-11-20")?.joins).toEqual({ weekday: 3, start: 1320, length: 240 });
  });

  it("name the day before where a stretch began earlier still", () => {
    const weekly = [[], [], [], hours("22:00-24:00"), hours("0:00-24:00"), hours("0:00-2:00"), []];
    const days = preview({ timeZone: "Europe/Oslo", weekly, overrides: new Map() }, "2026-11-20T09:00Z");
    expect(days.get("2026-11-27")?.joins).toEqual({ weekday: 3, start: 1320, length: 28 * 60 });
    expect(days.get("2026-11-28")?.joins).toMatchObject({ weekday: 4, start: 0 });
  });

  it("join what is open round the clock to the day before", () => {
    const days = previewDays(everyDay("Europe/Oslo", "0:00-24:00"), ms("2026-11-20T09:00Z"));
    expect(days.map(({ joins, day }) => [joins?.start, joins?.weekday === (day + 2) % 7])).toEqual(
      Array(14).fill([0, true]),
    );
  });

  it("have no hours on a date that the zone skips", () => {
    const days = preview(everyDay("Pacific/Apia", "9:00-17:00"), "2011-12-28T12:00Z");
    expect(said(days.get("2011-12-30"))).toEqual(["", 0, 0]);
    expect(said(days.get("2011-12-29"))).toEqual(["09:00 – 17:00", 480, 1440]);
    expect(said(days.get("2011-12-31"))).toEqual(["09:00 – 17:00", 480, 1440]);
  });
});
