import { describe, expect, it } from "vitest";
import { carriedAnswerFields } from "~/domain/templates/carried-answers";

describe("the answers that an address carries", () => {
  it("are those to questions, several of one too, without empty ones", () => {
    const fields = {
      name: ["Mei"],
      "answers.city": ["Oslo"],
      "answers.days": ["Mon", "Tue"],
      "answers.none": ["", ""],
    };
    expect(carriedAnswerFields(fields)).toEqual({ "answers.city": ["Oslo"], "answers.days": ["Mon", "Tue"] });
  });

  it("stay behind where they would make it too long, and let shorter ones go along", () => {
    const fields = { "answers.a": ["a".repeat(2000)], "answers.b": ["ä".repeat(400)], "answers.c": ["c"] };
    expect(Object.keys(carriedAnswerFields(fields))).toEqual(["answers.a", "answers.c"]);
  });
});
