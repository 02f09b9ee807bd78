import { describe, expect, it } from "vitest";
import { edited, emptyDraft, emptyQuestion, inputOf, previewOf } from "~/domain/templates/draft";

const draft = (...labels: string[]) => ({
  ...emptyDraft,
  questions: labels.map((label) => ({ ...emptyQuestion, label })),
});
const labels = ({ draft }: ReturnType<typeof edited>) => draft.questions.map(({ label }) => label);

describe("the buttons of a template's form", () => {
  it("add a question at the end, and none beyond what a form asks", () => {
    const added = edited(draft("a"), { deed: "add" });
    expect([labels(added), added.at]).toEqual([["a", ""], 1]);
    const full = draft(...Array.from({ length: 30 }, (_, index) => String(index)));
    expect(edited(full, { deed: "add" }).draft.questions).toHaveLength(30);
  });

  it("move a question by one place, and the focus with it", () => {
    const up = edited(draft("a", "b", "c"), { deed: "up", at: 2 });
    expect([labels(up), up.at]).toEqual([["a", "c", "b"], 1]);
    const down = edited(draft("a", "b", "c"), { deed: "down", at: 0 });
    expect([labels(down), down.at]).toEqual([["b", "a", "c"], 1]);
  });

  it("move nothing beyond the ends", () => {
    expect(labels(edited(draft("a", "b"), { deed: "up", at: 0 }))).toEqual(["a", "b"]);
    expect(labels(edited(draft("a", "b"), { deed: "down", at: 1 }))).toEqual(["a", "b"]);
  });

  it("take a question out, and go to the one in its place", () => {
    const first = edited(draft("a", "b"), { deed: "remove", at: 0 });
    expect([labels(first), first.at]).toEqual([["b"], 0]);
    const last = edited(draft("a", "b"), { deed: "remove", at: 1 });
    expect([labels(last), last.at]).toEqual([["a"], 0]);
    expect(edited(draft("a"), { deed: "remove", at: 0 }).at).toBeNull();
  });

  it("do nothing to a question that is not there", () => {
    for (const deed of ["up", "down", "remove"] as const) {
      expect(edited(draft("a"), { deed, at: 7 })).toEqual({ draft: draft("a"), at: null });
    }
  });
});

describe("a draft", () => {
  it("takes each line as an option, and no empty ones", () => {
    const question = { ...emptyQuestion, type: "radio" as const, label: "Size", options: " Small \n\n  Large\n" };
    expect(inputOf({ ...emptyDraft, questions: [question] }).questions).toEqual([
      { type: "radio", id: undefined, label: "Size", help: "", required: false, options: ["Small", "Large"] },
    ]);
  });

  it("shows as an invitee would read it what can be asked, and says why the rest cannot", () => {
    const questions = [
      { ...emptyQuestion, label: "Company" },
      { ...emptyQuestion, label: " " },
      { ...emptyQuestion, label: "Size", type: "select" as const, options: "Only one" },
    ];
    expect(previewOf({ ...emptyDraft, questions })).toEqual({
      questions: [{ id: "company", type: "text", label: "Company", help: "", required: false, options: [] }],
      missing: [
        { number: 2, message: "The question is missing." },
        { number: 3, message: "Give two options or more to choose from." },
      ],
    });
  });
});
