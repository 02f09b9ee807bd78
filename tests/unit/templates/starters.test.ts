import { describe, expect, it } from "vitest";
import { draftOf, inputOf } from "~/domain/templates/draft";
import { questionTypes } from "~/domain/templates/question";
import { starterDraft, starters } from "~/domain/templates/starters";
import { settleIds, TemplateInput } from "~/domain/templates/template";

describe("the starter library", () => {
  it("has one for each usual occasion", () => {
    expect(starters.map(({ key }) => key)).toEqual(["intake", "sales-call", "interview", "support", "office-hours"]);
  });

  it.each(starters.map((starter) => [starter.name, starter] as const))("can be saved as it is: %s", (_, starter) => {
    const input = TemplateInput.parse(inputOf(starterDraft(starter)));
    expect(input.questions.length).toBeGreaterThan(3);
    expect(input.questions.some(({ required }) => required)).toBe(true);
    expect(input.email_followup_enabled).toBe(input.followup_text !== "");
    const ids = settleIds(input.questions).map(({ id }) => id);
    expect(ids.filter((id) => /-\d+$|^question/.test(id))).toEqual([]);
  });

  it("asks in every way that there is", () => {
    const used = new Set(starters.flatMap(({ questions }) => questions.map(({ type }) => type)));
    expect([...used].sort()).toEqual([...questionTypes].sort());
  });

  it("stays the same through a form", () => {
    for (const starter of starters) {
      const input = TemplateInput.parse(inputOf(starterDraft(starter)));
      const questions = settleIds(input.questions);
      const again = draftOf({ ...starterDraft(starter), questions });
      expect(TemplateInput.parse(inputOf(again)).questions).toEqual(questions);
    }
  });
});
