import { expect, it } from "vitest";
import { pickedDurations, pickedStarts } from "~/domain/links/picked-slots";

const minute = 60_000;
const slots = [
  { start: 0, end: 60 * minute },
  { start: 100 * minute, end: 130 * minute },
  { start: 200 * minute, end: 260 * minute },
];

it("hand-picked times have their own lengths, as far as these can be booked", () => {
  expect(pickedDurations(slots, [30, 60])).toEqual([60, 30]);
  expect(pickedDurations(slots, [30, 45])).toEqual([30]);
  expect(pickedStarts(slots, 60)).toEqual([0, 200 * minute]);
});
