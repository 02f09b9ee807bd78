import { describe, expect, it } from "vitest";
import { isPushOn } from "~/domain/calendars/push";
import { isWatching, nextSync, nextTry, staleFrom } from "~/domain/calendars/sync-times";

const minute = 60_000;
const hour = 60 * minute;

describe("when a calendar is read next", () => {
  it("is about five minutes later, and about four hours later while its provider tells of changes", () => {
    expect([nextSync(0, false, 0), nextSync(0, false, 1)]).toEqual([3.75 * minute, 6.25 * minute]);
    expect([nextSync(0, true, 0), nextSync(0, true, 1)]).toEqual([3 * hour, 5 * hour]);
  });

  it("waits twice as long after each failure, an hour at most, and as long as the provider asks", () => {
    const waits = [1, 2, 3, 6, 7, 500].map((failures) => nextTry(0, failures, 0, 0.5) / minute);
    expect(waits).toEqual([1, 2, 4, 32, 60, 60]);
    expect(nextTry(0, 1, 3 * hour, 0.5)).toBe(3 * hour);
    expect(nextTry(0, 1, 5000, 0.5)).toBe(minute);
  });
});

describe("a calendar is called out of date", () => {
  it("after the host's own limit, and after a day while its provider tells of changes", () => {
    expect(staleFrom(0, false, 30)).toBe(30 * minute);
    expect(staleFrom(0, true, 30)).toBe(24 * hour);
  });

  it("and watched only by a channel that lasts until it is read again", () => {
    expect([isWatching(null, 0), isWatching(5 * hour, 0), isWatching(6 * hour, 0)]).toEqual([false, false, true]);
  });
});

describe("push", () => {
  it.each([
    ["https://meet.example.com", true],
    ["http://meet.example.com", false],
    ["http://localhost:3000", false],
    ["https://localhost", false],
    ["https://meridian.localhost", false],
  ])("at %s: %s", (address, isOn) => {
    expect(isPushOn(address)).toBe(isOn);
  });
});
