import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Candidate } from "~/domain/bookings/pick-host";
import { sharesOf, type TakenPick } from "~/domain/teams/fairness";
import { candidate as host } from "../../support/candidates";

const pick = (hostId: string, candidates: Candidate[], given: Partial<TakenPick> = {}): TakenPick => ({
  bookingId: hostId,
  hostId,
  rule: "fewest",
  candidates,
  at: 0,
  start: 0,
  isCancelled: false,
  ...given,
});

describe("the shares of a rotation", () => {
  it("expect of each member what their weight is of everybody's", () => {
    const both = [host("a", { weight: 3 }), host("b")];
    const shares = sharesOf([pick("a", both), pick("a", both), pick("b", both), pick("b", both)], "round_robin");
    expect(shares).toMatchObject([
      { userId: "a", expected: 3, actual: 2, weight: 3 },
      { userId: "b", expected: 1, actual: 2, weight: 1 },
    ]);
  });

  it("expect nothing of a time at which somebody was not among the hosts", () => {
    const shares = sharesOf([pick("a", [host("a")]), pick("b", [host("a"), host("b")], { at: 1 })], "round_robin");
    expect(shares).toMatchObject([
      { userId: "a", expected: 1.5, asked: 2 },
      { userId: "b", expected: 0.5, asked: 1 },
    ]);
  });

  it("count how often somebody was not free, which explains what they did not get", () => {
    const away = [host("a", { reasons: ["busy"] }), host("b")];
    expect(sharesOf([pick("b", away), pick("b", away)], "round_robin")).toMatchObject([
      { userId: "a", expected: 1, actual: 0, notFree: 2 },
      { userId: "b", expected: 1, actual: 2, notFree: 0 },
    ]);
  });

  it("go by rank where it is collective, and by weight among equals", () => {
    const all = [host("a", { priority: 2 }), host("b", { priority: 2, weight: 3 }), host("c", { weight: 9 })];
    const shares = sharesOf([pick("a", all)], "collective");
    expect(shares.map(({ userId, expected }) => [userId, expected])).toEqual([
      ["b", 0.75],
      ["a", 0.25],
      ["c", 0],
    ]);
  });

  it("leave out meetings that were called off", () => {
    expect(sharesOf([pick("a", [host("a")], { isCancelled: true })], "round_robin")).toEqual([]);
  });

  it("expect in sum as many as there were", () => {
    const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(weights, { minLength: 1, maxLength: 20 }), (all) => {
        const picks = all.map((each) =>
          pick(
            "0",
            each.map((weight, index) => host(String(index), { weight })),
          ),
        );
        const shares = sharesOf(picks, "round_robin");
        const sum = (of: (share: (typeof shares)[number]) => number) =>
          shares.reduce((total, each) => total + of(each), 0);
        expect(sum(({ expected }) => expected)).toBeCloseTo(picks.length, 9);
        expect(sum(({ actual }) => actual)).toBe(picks.length);
      }),
    );
  });
});
