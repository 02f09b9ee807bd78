import { expect, test } from "vitest";
import { nextTry } from "~/domain/notifications/tries";

const minute = 60_000;
const hour = 60 * minute;

test("a mail is tried nine times, ever more rarely, and all of them within the 23 hours of a key", () => {
  let at = 0;
  const waits: number[] = [];
  for (let tries = 1; tries <= 8; tries++) {
    const next = nextTry(tries, at)!;
    waits.push(next - at);
    at = next;
  }
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(at).toBeLessThan(17 * hour);
  expect(nextTry(9, at)).toBeNull();
});

test("the other side's wish to wait longer is heard, up to a day, and one to hurry is not", () => {
  expect(nextTry(1, 0, 5 * minute)).toBe(5 * minute);
  expect(nextTry(1, 0, 1000)).toBe(minute / 2);
  expect(nextTry(1, 0, 1000 * hour)).toBe(24 * hour);
});
