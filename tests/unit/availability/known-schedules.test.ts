import { describe, expect, it } from "vitest";
import { KnownSchedules, type KnownSchedule } from "~/domain/availability/known-schedules.server";

function schedule(version: string, dates = 0): KnownSchedule {
  const weekly = [[540, 720, 780, 1020], [], [], [], [], [], []];
  const overrides = new Map(Array.from({ length: dates }, (_, day) => [day, [600, 660]]));
  return { id: version, version, stamp: "", hours: { timeZone: "UTC", weekly, overrides } };
}

function kept(known: KnownSchedules, keys: string) {
  return [...keys].filter((key) => known.get(key)).join("");
}

describe("known schedules", () => {
  it("are those that were learned last", () => {
    const known = new KnownSchedules();
    known.learn("a", schedule("1"));
    known.learn("a", schedule("2"));
    expect(known.get("a")?.version).toBe("2");
    expect(known.get("b")).toBeUndefined();
  });

  it("are no more than so many, and the longest known are forgotten first", () => {
    const known = new KnownSchedules({ values: 2, size: 100 });
    for (const key of ["a", "b", "a", "c"]) known.learn(key, schedule(key));
    expect(kept(known, "abc")).toBe("ac");
  });

  it("have no more than so many stretches and dates in all, the same ones learned again counted once", () => {
    const known = new KnownSchedules({ values: 100, size: 20 });
    for (const key of ["a", "b", "b", "b"]) known.learn(key, schedule(key, 4));
    expect(kept(known, "ab")).toBe("ab");
    known.learn("c", schedule("c"));
    expect(kept(known, "abc")).toBe("bc");
    known.learn("d", schedule("d", 50));
    expect(kept(known, "abcd")).toBe("");
  });
});
