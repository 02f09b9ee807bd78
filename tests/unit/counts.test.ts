import { expect, it } from "vitest";
import { countOf, lengthWords, spanText } from "~/domain/counts";

it("one is one, and all else is many", () => {
  expect([countOf(1, "host"), countOf(0, "host"), countOf(2, "try", "tries")]).toEqual([
    "1 host",
    "0 hosts",
    "2 tries",
  ]);
});

it("lengths are said in hours and minutes", () => {
  expect([0, 60, 90, 45, 61, 2460].map(lengthWords)).toEqual([
    "0 hours",
    "1 hour",
    "1 hour 30 minutes",
    "45 minutes",
    "1 hour 1 minute",
    "41 hours",
  ]);
});

it("spans are said in days once there are two, and parts of a minute count as one", () => {
  const minute = 60_000;
  expect([1, 80 * minute, 2879 * minute, 2880 * minute, -7.5 * 1440 * minute].map(spanText)).toEqual([
    "1 minute",
    "1 hour 20 minutes",
    "47 hours 59 minutes",
    "2 days",
    "7 days",
  ]);
});
