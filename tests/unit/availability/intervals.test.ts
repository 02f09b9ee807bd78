import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  contains,
  containsReader,
  intersect,
  merge,
  overlaps,
  overlapsReader,
  subtract,
  union,
  type Intervals,
} from "~/domain/availability/intervals";

const anyList = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 9 })), { maxLength: 9 })
  .map((pairs) => pairs.flatMap(([start, length]) => [start, start + length]));

/** The whole numbers that a list covers. */
function points(list: Intervals): Set<number> {
  const covered = new Set<number>();
  for (let i = 0; i < list.length; i += 2) for (let at = list[i]!; at < list[i + 1]!; at++) covered.add(at);
  return covered;
}

describe("interval lists", () => {
  it("join what overlaps or touches and drop what is empty", () => {
    expect(merge([5, 7, 1, 3, 3, 4, 9, 9, 6, 8])).toEqual([1, 4, 5, 8]);
    expect(merge([1, 9, 2, 3])).toEqual([1, 9]);
    expect(merge([])).toEqual([]);
  });

  it("are half open: meeting end to end is no overlap", () => {
    expect(overlaps([10, 20], 20, 30)).toBe(false);
    expect(overlaps([10, 20], 0, 10)).toBe(false);
    expect(overlaps([10, 20], 19, 30)).toBe(true);
    expect(contains([10, 20], 10, 20)).toBe(true);
    expect(contains([10, 20], 10, 21)).toBe(false);
  });

  it("merge, unite, subtract and intersect as sets of points do, and answer in order", () => {
    fc.assert(
      fc.property(anyList, anyList, (left, right) => {
        const [a, b] = [merge(left), merge(right)];
        const [inA, inB] = [points(left), points(right)];
        expect(points(a)).toEqual(inA);
        expect(points(union(a, b))).toEqual(new Set([...inA, ...inB].sort((x, y) => x - y)));
        expect(points(subtract(a, b))).toEqual(new Set([...inA].filter((at) => !inB.has(at))));
        expect(points(intersect(a, b))).toEqual(new Set([...inA].filter((at) => inB.has(at))));
        for (const list of [a, union(a, b), subtract(a, b), intersect(a, b)]) {
          expect(list.every((value, i) => i === 0 || value > list[i - 1]!)).toBe(true);
        }
      }),
    );
  });

  it("give the same answers to questions in a row, in whatever order", () => {
    const question = fc.tuple(fc.integer({ min: -2, max: 70 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(anyList, fc.array(question, { maxLength: 20 }), (list, questions) => {
        const ordered = merge(list);
        const covered = points(list);
        const meets = overlapsReader(ordered);
        const holds = containsReader(ordered);
        for (const [start, length] of questions) {
          const asked = Array.from({ length }, (_, i) => start + i);
          expect(meets(start, start + length)).toBe(asked.some((at) => covered.has(at)));
          expect(holds(start, start + length)).toBe(asked.every((at) => covered.has(at)));
          expect(overlaps(ordered, start, start + length)).toBe(asked.some((at) => covered.has(at)));
          expect(contains(ordered, start, start + length)).toBe(asked.every((at) => covered.has(at)));
        }
      }),
    );
  });
});
