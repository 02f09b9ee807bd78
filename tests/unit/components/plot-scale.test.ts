import { describe, expect, it } from "vitest";
import { labelled, niceTop } from "~/components/plot-scale";

describe("the top of an axis", () => {
  it.each([
    [0, 2],
    [1, 2],
    [3, 4],
    [6, 6],
    [7, 8],
    [11, 12],
    [45, 50],
    [83, 90],
    [100, 100],
    [130, 140],
    [480, 500],
    [1363, 1400],
    [1_000_000, 1_000_000],
  ])("is a round number: %i under %i", (largest, top) => {
    expect(niceTop(largest)).toBe(top);
  });

  it("has a whole number at its half, holds the largest bar, and is not much higher", () => {
    for (let largest = 0; largest < 3000; largest++) {
      const top = niceTop(largest);
      expect(top % 2).toBe(0);
      expect(top).toBeGreaterThanOrEqual(largest);
      expect(top).toBeLessThanOrEqual(Math.max(2, largest * 1.5 + 2));
    }
  });

  it("is as round for a part of something", () => {
    expect(niceTop(22.1)).toBe(30);
    expect(niceTop(0.4)).toBe(2);
  });
});

describe("the dates under a plot", () => {
  it("are seven at most", () => {
    for (const unit of ["day", "week", "month"] as const) {
      for (let count = 3; count <= 62; count++) expect(labelled(count, unit).length).toBeLessThanOrEqual(7);
    }
  });

  it("are whole weeks apart where they are days", () => {
    expect(labelled(30, "day")).toEqual([0, 7, 14, 21, 28]);
    expect(labelled(62, "day")).toEqual([0, 14, 28, 42, 56]);
    expect(labelled(7, "day")).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
