import { describe, expect, it } from "vitest";
import { openedWords, stateWords, untilWords } from "~/components/one-time-words";

const at = (text: string) => Date.parse(text);
const clock = { zone: "Europe/Oslo", locale: "en", now: at("2026-11-18T09:42:00Z") };
const open = { name: "Route planning", isOpen: true };

describe("until when a link is valid", () => {
  it("names the day and the time, and midnight as the end of the day", () => {
    expect(untilWords(at("2026-11-20T17:00:00Z"), clock)).toBe("Fri 20 Nov, 18:00");
    expect(untilWords(at("2026-11-15T23:00:00Z"), clock)).toBe("Sun 15 Nov, 24:00");
    expect(untilWords(at("2026-11-15T23:00:00Z"), { ...clock, locale: "en-US" })).toBe("Sun, Nov 15, midnight");
  });
});

describe("how often a link was opened", () => {
  it.each([
    [0, "Not opened yet"],
    [1, "Opened once, Fri 20 Nov, 18:00"],
    [2, "Opened twice, last Fri 20 Nov, 18:00"],
    [1204, "Opened 1,204 times, last Fri 20 Nov, 18:00"],
  ])("%s times: %s", (count, words) => {
    const last = count === 0 ? null : at("2026-11-20T17:00:00Z");
    expect(openedWords({ count, first: last, last }, clock)).toBe(words);
  });
});

describe("the state of a link", () => {
  const booking = { start: at("2026-11-20T07:30:00Z"), end: 0, status: "confirmed" as const, isSeen: true };

  it("says when it was booked for, and whether that came off", () => {
    expect(stateWords({ state: "booked", booking, eventType: open }, clock)).toEqual({
      state: "active",
      label: "Booked, Fri 20 Nov, 08:30",
    });
    const cancelled = { ...booking, status: "cancelled" as const };
    expect(stateWords({ state: "booked", booking: cancelled, eventType: open }, clock).label).toBe(
      "Booked, then cancelled",
    );
  });

  it("is not active while its event type is off", () => {
    const eventType = { ...open, isOpen: false };
    expect(stateWords({ state: "active", booking: null, eventType }, clock).state).toBe("off");
  });
});
