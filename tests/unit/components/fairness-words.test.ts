import { describe, expect, it } from "vitest";
import { plainText } from "~/components/cause-words";
import { differenceWords, pickWords } from "~/components/fairness-words";
import type { Candidate, PickRule } from "~/domain/bookings/pick-host";
import { candidate as host } from "../../support/candidates";

const names = { a: "Ada", b: "Bo", c: "Cy" };

const words = (rule: PickRule, candidates: Candidate[]) =>
  plainText(pickWords({ hostId: "a", rule, candidates }, names));

describe("why somebody was picked", () => {
  it("says who had how many, and who was not free", () => {
    const others = [host("b", { live: 3 }), host("c", { reasons: ["busy"] })];
    expect(words("fewest", [host("a", { live: 2, weight: 2 }), ...others])).toBe(
      "The fewest meetings for the weight: 2 for a weight of 2, against 3 of Bo. Not free: Cy.",
    );
  });

  it("says what a newcomer was counted", () => {
    expect(words("fewest", [host("a", { live: 1 }), host("b", { headStart: 2.5 })])).toBe(
      "The fewest meetings for the weight: 1, against 0 and a head start of 2.5 of Bo.",
    );
  });

  it("says what priority, order and races decided", () => {
    expect(words("priority", [host("a", { priority: 5 }), host("b", { priority: 1 }), host("c")])).toBe(
      "The highest priority of those free: 5, against 1 of Bo and 0 of Cy.",
    );
    expect(words("only_one_free", [host("a")])).toBe("Asked for by name.");
    expect(words("only_one_free", [host("a"), host("b", { reasons: ["claimed"] })])).toBe(
      "Nobody else was free. Not free: Bo.",
    );
    expect(words("longest_ago", [host("a"), host("b")])).toBe("As many as others, and never picked before.");
    expect(words("longest_ago", [host("a", { lastAssigned: 1 }), host("b", { lastAssigned: 2 })])).toBe(
      "As many as others, and picked longest ago.",
    );
    expect(words("longest_ago", [host("a", { live: 1 }), host("b", { live: 2, weight: 2 })])).toBe(
      "As many for the weight as others, and never picked before.",
    );
    expect(words("id", [host("a"), host("b")])).toContain("fixed order");
    expect(words("lost_race", [host("a"), host("b")])).toContain("booked elsewhere in that moment");
  });

  it("names nobody who has no name any more", () => {
    expect(words("fewest", [host("a"), host("z", { live: 1 })])).toContain("somebody who left");
  });
});

describe("why somebody got more or less than expected", () => {
  const share = { userId: "a", weight: 1, priority: 0, actual: 4, expected: 4, asked: 8, notFree: 0, headStart: 0 };

  const others = [share, { ...share, userId: "b", notFree: 3 }];

  it("is nothing to speak of while it is less than one meeting", () => {
    expect(differenceWords({ ...share, expected: 4.9 }, others)).toBe("As expected.");
  });

  it("names what kept them from it, or kept others", () => {
    const words = (given: Partial<typeof share>, all = others) => differenceWords({ ...share, ...given }, all);
    expect(words({ actual: 2, notFree: 5 })).toBe("2 fewer: not free for 5 of 8 picks.");
    expect(words({ actual: 1, headStart: 3 })).toBe("3 fewer: came later, with a head start of 3.");
    expect(words({ actual: 2 })).toBe("2 fewer: meetings of before the period count too.");
    expect(words({ actual: 6, notFree: 5 })).toBe("2 more: others were not always free.");
    expect(words({ actual: 6 }, [share])).toBe("2 more: meetings of before the period count too.");
  });
});
