import { describe, expect, it } from "vitest";
import { explainSlots, teamSlots } from "~/domain/availability/slots";
import { floorSlots } from "../../bench/engine/floor";
import { ask } from "../../bench/engine/question";
import { expectedStarts } from "../../bench/engine/scenarios/expected";
import { scenarios } from "../../bench/engine/scenarios/generate";

describe("the bench's scenarios", () => {
  it.each(scenarios())("$name has the starts that other engines agreed on, with every rule on", (scenario) => {
    const { rules, hosts, mode, now, range } = ask(scenario);
    const expected = expectedStarts(scenario.name);
    expect(teamSlots(rules, hosts, mode, now, range)).toEqual(expected);
    expect(floorSlots(scenario)).toEqual(expected);
    const free = explainSlots(rules, hosts, mode, now, range).filter((point) => {
      const clear = point.hosts.filter(({ reasons }) => reasons.length === 0).length;
      return mode === "all" ? clear === hosts.length : clear > 0;
    });
    expect(free.map(({ start }) => start)).toEqual(expected);
  });
});
