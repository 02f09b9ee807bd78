import { expect, it } from "vitest";
import { causeWords, plainText, type Telling } from "~/components/cause-words";
import type { Cause } from "~/domain/availability/explained-day";

const now = Date.UTC(2026, 10, 20, 8);
const ten = Date.UTC(2026, 10, 25, 10);
const hour = 3_600_000;
const telling: Telling = {
  start: ten,
  end: ten + hour,
  bufferBefore: 0,
  bufferAfter: 0,
  host: { name: null, isYou: true },
  clock: { zone: "UTC", locale: "en-GB", now },
};
const early = (opens: number): Cause => ({ code: "outside_hours", how: "early", opens });
const told = (cause: Cause) => plainText(causeWords(cause, telling));

it("names the day of a moment only where it is another one", () => {
  expect(told(early(ten + hour))).toBe("Outside hours: you open at 11:00.");
  expect(told(early(ten + 24 * hour))).toBe("Outside hours: you open on Thu 26 Nov at 10:00.");
});
