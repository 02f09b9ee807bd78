import { expect, it } from "vitest";
import { wholeDate } from "~/components/whole-date";

it.each([
  ["Tuesday 24 November", "Tuesday 24~November"],
  ["Dienstag, 24. November 2027", "Dienstag, 24.~November 2027"],
  ["Tuesday, December 1", "Tuesday, December~1"],
  ["12月1日火曜日", "12月1日火曜日"],
])("the day and the month of %s stay together", (text, whole) => {
  expect(wholeDate(text)).toBe(whole.replace("~", "\u00a0"));
});
