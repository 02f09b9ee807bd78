import { describe, expect, it } from "vitest";
import {
  allFree,
  bookingWords,
  clockNotes,
  dayTab,
  missingDays,
  overlapWords,
  partWords,
  weekWords,
  type Overlap,
} from "~/components/team-calendar-words";
import { parseDate } from "~/domain/availability/calendar-days";
import { dayRange } from "~/domain/availability/team-calendar";

const clock = { zone: "Europe/Oslo", locale: "en", now: Date.parse("2026-11-18T09:42:00Z") };
const shown = (text: string) => {
  const day = parseDate(text)!;
  return { day, ...dayRange(day, clock.zone), isToday: false, bands: [] };
};
const noon = Date.parse("2026-11-19T11:00:00Z");

describe("how long everybody is free", () => {
  const free: Overlap = {
    start: noon,
    end: noon + 1_800_000,
    isPast: false,
    isTooShort: false,
    first: null,
    href: null,
  };
  const words = (more: Partial<Overlap>, durationMinutes: number | null) =>
    overlapWords({ ...free, ...more }, { clock, durationMinutes });

  it("says what of it cannot be booked, and why", () => {
    expect(words({}, null)).toBe("30 min");
    expect(words({ href: "/" }, null)).toBe("30 min");
    expect(words({ isPast: true, isTooShort: true }, 90)).toBe("30 min, past");
    expect(words({ isTooShort: true }, 90)).toBe("30 min, too short for 90");
    expect(words({ href: "/" }, 15)).toBe("30 min, no start in it is on offer");
  });

  it("says where its first start is later than it begins", () => {
    expect(words({ href: "/", first: noon }, 15)).toBe("30 min");
    expect(words({ href: "/", first: noon + 600_000 }, 15)).toBe("30 min, first start 12:10");
  });
});

describe("the words of the team calendar", () => {
  it("count the people", () => {
    expect([allFree(2), allFree(5)]).toEqual(["Both free", "All 5 free"]);
  });

  it("name an invitee only to whoever may know them", () => {
    const meeting = { start: noon, end: noon, userIds: [], status: "pending" as const };
    expect(bookingWords({ ...meeting, seen: null })).toBe("waiting");
    expect(bookingWords({ ...meeting, status: "completed", seen: { id: "1", invitee: "Mei" } })).toBe("booked: Mei");
  });

  it("cut a stretch at its date", () => {
    const day = shown("2026-11-19");
    expect(partWords({ start: noon, end: noon + 3_600_000 }, day, clock)).toBe("12:00 – 13:00");
    expect(partWords({ start: noon, end: day.to + 1 }, day, clock)).toBe("12:00 – 00:00");
    expect(partWords({ start: day.from - 1, end: day.to }, day, clock)).toBe("all day");
  });

  it("name days and weeks", () => {
    expect(dayTab(shown("2026-11-19"), clock)).toBe("Thu 19");
    const kept = { team: null, event: null, members: null, week: "2026-11-16", view: null };
    expect(weekWords({ kept, clock })).toBe("week of Monday 16 November");
    const [days, daysWithout] = [[shown("2026-11-20")], [shown("2026-11-21"), shown("2026-11-22")]];
    expect(missingDays({ days, daysWithout, clock })).toBe(
      "Nobody has hours on Saturday 21 November and Sunday 22 November.",
    );
    expect(missingDays({ days, daysWithout: [], clock })).toBe("");
  });

  it("say on which nights clocks change, and what the picture makes of it", () => {
    const notes = (text: string) => clockNotes({ days: [shown(text)], clock });
    expect(notes("2026-11-19")).toEqual([]);
    expect(notes("2026-10-25")).toEqual([
      "Sun 25 Oct: Clocks go back: 25 hours. The hour that comes twice is drawn once.",
    ]);
    expect(notes("2026-03-29")).toEqual([
      "Sun 29 Mar: Clocks go forward: 23 hours. The hour that is skipped is drawn all the same.",
    ]);
  });
});
