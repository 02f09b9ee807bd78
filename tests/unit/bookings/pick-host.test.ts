import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadOf, rankHosts, rulingOf, type Candidate } from "~/domain/bookings/pick-host";
import { candidate as host } from "../../support/candidates";

const first = (candidates: Candidate[], assignment: "round_robin" | "collective" = "round_robin") => {
  const order = rankHosts(candidates, assignment);
  return [order[0]?.userId, rulingOf(order, assignment)];
};

describe("who is tried first", () => {
  it("has the fewest for their weight in round robin, whatever their priority", () => {
    expect(first([host("a", { live: 3, weight: 2 }), host("b", { live: 2, priority: 9 })])).toEqual(["a", "fewest"]);
  });

  it("had theirs longest ago where they have as many, and never beats ever", () => {
    const [before, later] = [host("a", { lastAssigned: 10 }), host("b", { lastAssigned: 20 })];
    expect(first([later, before])).toEqual(["a", "longest_ago"]);
    expect(first([before, host("c")])).toEqual(["c", "longest_ago"]);
  });

  it("is the first by id where all is equal", () => {
    expect(first([host("b"), host("a")])).toEqual(["a", "id"]);
  });

  it("has the highest priority where it is collective, and the fewest among equals", () => {
    const [high, low] = [host("a", { priority: 2, live: 9 }), host("b", { priority: 1 })];
    expect(first([low, high], "collective")).toEqual(["a", "priority"]);
    expect(first([high, host("c", { priority: 2, live: 3 })], "collective")).toEqual(["c", "fewest"]);
  });

  it("is never somebody who is not free", () => {
    const busy = host("a", { reasons: ["busy"] });
    expect(first([busy, host("b", { live: 5 })])).toEqual(["b", "only_one_free"]);
    expect(first([busy])).toEqual([undefined, "only_one_free"]);
  });

  it("counts what a newcomer starts with as if they had it", () => {
    expect(first([host("new", { headStart: 3 }), host("old", { live: 2 })])).toEqual(["old", "fewest"]);
  });
});

describe("a rotation of hosts who are always free", () => {
  it("never lets loads per weight drift further apart than one booking of the lightest", () => {
    const weights = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 60 }), (weights, meetings) => {
        const hosts = weights.map((weight, index) => host(String(index), { weight }));
        for (let at = 1; at <= meetings; at++) {
          const chosen = rankHosts(hosts, "round_robin")[0]!;
          chosen.live++;
          chosen.lastAssigned = at;
        }
        const loads = hosts.map(loadOf);
        return Math.max(...loads) - Math.min(...loads) <= 1 / Math.min(...weights) + 1e-9;
      }),
    );
  });
});
