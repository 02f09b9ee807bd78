import { expect, test } from "vitest";
import { nextTry } from "~/domain/webhooks/tries";

const hour = 3_600_000;

test("ten tries are spread over about three days", () => {
  const waits = Array.from({ length: 10 }, (_, index) => nextTry(index + 1, 0, { chance: 0.5 }));
  expect(waits.at(-1)).toBeNull();
  const sum = waits.reduce<number>((total, wait) => total + (wait ?? 0), 0);
  expect(waits[0]).toBe(5_000);
  expect(sum / hour).toBeCloseTo(75.6, 1);
});

test("a wait is up to a fifth shorter or longer", () => {
  expect(nextTry(4, 0, { chance: 0 })).toBe(1.6 * hour);
  expect(nextTry(4, 0, { chance: 1 })).toBe(2.4 * hour);
});

test("nobody comes back before they were asked to, nor waits for more than a day because of it", () => {
  expect(nextTry(1, 1000, { retryAfter: hour })).toBe(1000 + hour);
  expect(nextTry(1, 0, { retryAfter: 1000 * hour })).toBe(24 * hour);
  expect(nextTry(4, 0, { retryAfter: 1, chance: 0 })).toBe(1.6 * hour);
});
