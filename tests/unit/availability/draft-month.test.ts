import { describe, expect, it } from "vitest";
import { draftMonth, type DraftMonthDay } from "~/domain/availability/draft-month";
import { draftOf } from "~/domain/availability/schedule-draft";
import { ms } from "./builders";

const now = ms("2026-11-20T09:00Z");
const draft = draftOf({
  name: "Working hours",
  timezone: "Europe/Oslo",
  isDefault: true,
  weekly: [[540, 720, 780, 1020], [], [], [], [], [], []],
  overrides: [
    { date: "2026-12-24", intervals: [], note: "Christmas Eve" },
    { date: "2026-12-28", intervals: [600, 720], note: "" },
  ],
});

function days(asked: string | null, given = draft) {
  const found = draftMonth(given, asked, now).weeks.flat();
  return new Map(found.filter((day): day is DraftMonthDay => day !== null).map((day) => [day.date, day]));
}

describe("the month of a schedule", () => {
  it("tells weekly hours, no hours, other hours and closed dates apart", () => {
    const december = days("2026-12");
    const kinds = ["2026-12-21", "2026-12-22", "2026-12-28", "2026-12-24"].map((date) => december.get(date)?.kind);
    expect(kinds).toEqual(["open", "shut", "other", "closed"]);
    expect(december.get("2026-12-21")).toMatchObject({ hours: "09:00 – 12:00, 13:00 – 17:00", note: "" });
    expect(december.get("2026-12-24")).toMatchObject({ hours: "", note: "Christmas Eve" });
    expect(december.size).toBe(31);
  });

  it("is the one asked for, else the chosen date's, else this one", () => {
    const chosen = { ...draft, fresh: { ...draft.fresh, date: "2027-02-03" } };
    expect(draftMonth(draft, null, now).month).toBe("2026-11");
    expect(draftMonth(chosen, null, now).month).toBe("2027-02");
    expect(draftMonth(chosen, "2026-12", now).month).toBe("2026-12");
    for (const asked of ["2026-10", "2026-13", "soon", "", "9999-12"]) {
      expect(draftMonth(draft, asked, now).month, asked).toBe("2026-11");
    }
  });

  it("begins with this one and ends ten years on", () => {
    expect(draftMonth(draft, null, now)).toMatchObject({ previous: null, next: "2026-12" });
    expect(draftMonth(draft, "2026-12", now)).toMatchObject({ previous: "2026-11", next: "2027-01" });
    expect(draftMonth(draft, "2036-11", now)).toMatchObject({ previous: "2036-10", next: null });
  });

  it("knows today by the schedule's zone, and what is past", () => {
    const late = { ...draft, timezone: "Pacific/Auckland" };
    expect(days(null).get("2026-11-20")).toMatchObject({ isToday: true, isPast: false });
    expect(days(null).get("2026-11-19")).toMatchObject({ isPast: true });
    const found = draftMonth(late, null, ms("2026-11-30T12:00Z"));
    expect(found.month).toBe("2026-12");
  });

  it("is there while the zone cannot be read", () => {
    expect(days("2026-12", { ...draft, timezone: "nowhere" }).get("2026-12-21")?.kind).toBe("shut");
  });
});
