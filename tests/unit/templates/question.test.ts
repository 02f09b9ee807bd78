import { describe, expect, it } from "vitest";
import { fieldOf, hasOptions, questionTypes, takesSeveral } from "~/domain/templates/question";

describe("a question", () => {
  const withOptions = { options: ["a", "b"] };
  const without = { options: [] };

  it("is answered by choosing where it is a list, or several boxes", () => {
    const chosen = questionTypes.filter((type) => hasOptions({ type, ...withOptions }));
    expect(chosen).toEqual(["select", "radio", "checkbox", "multiselect"]);
    expect(hasOptions({ type: "checkbox", ...without })).toBe(false);
  });

  it("is answered by a list where several may be chosen", () => {
    const several = questionTypes.filter((type) => takesSeveral({ type, ...withOptions }));
    expect(several).toEqual(["checkbox", "multiselect"]);
    expect(takesSeveral({ type: "checkbox", ...without })).toBe(false);
  });

  it("has a field of its own in the form", () => {
    expect(fieldOf({ id: "company" })).toBe("answers.company");
  });
});
