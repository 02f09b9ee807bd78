import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { intersect, merge, startInOrder, subtract, type Intervals } from "~/domain/availability/intervals";

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
    expect(intersect([10, 20], [20, 30])).toEqual([]);
    expect(intersect([10, 20], [19, 30])).toEqual([19, 20]);
    expect(subtract([10, 20], [0, 10, 20, 30])).toEqual([10, 20]);
    expect(subtract([10, 20], [0, 11, 19, 30])).toEqual([11, 19]);
  });

  it("may start in order though they overlap, but not with an empty one among them", () => {
    expect(startInOrder([1, 9, 1, 3, 2, 12], 0, 6)).toBe(true);
    expect(startInOrder([2, 3, 1, 9], 0, 4)).toBe(false);
    expect(startInOrder([1, 3, 4, 4], 0, 4)).toBe(false);
    expect(startInOrder([2, 3, 1, 9, 4, 5], 2, 6)).toBe(true);
  });

  it("merge, subtract and intersect as sets of points do, and answer in order", () => {
    fc.assert(
      fc.property(anyList, anyList, (left, right) => {
        const [a, b] = [merge(left), merge(right)];
        const [inA, inB] = [points(left), points(right)];
        expect(points(a)).toEqual(inA);
        expect(points(subtract(a, b))).toEqual(new Set([...inA].filter((at) => !inB.has(at))));
        expect(points(intersect(a, b))).toEqual(new Set([...inA].filter((at) => inB.has(at))));
        for (const list of [a, subtract(a, b), intersect(a, b)]) {
          expect(list.every((value, i) => i === 0 || value > list[i - 1]!)).toBe(true);
        }
      }),
    );
  });
});
