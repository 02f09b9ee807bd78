import { describe, expect, it } from "vitest";
import { areSame, mayChange, settleIds, TemplateInput, TemplatePatch } from "~/domain/templates/template";
import type { Question } from "~/domain/templates/question";

const text = { type: "text", label: "Company" };

function problems(input: unknown) {
  const read = TemplateInput.safeParse(input);
  return read.success ? [] : read.error.issues.map(({ path, message }) => [path.join("."), message]);
}

const problemsOf = (...questions: object[]) => problems({ name: "Intake", questions });

describe("what a template takes", () => {
  it("is a name alone: it asks nothing then and sends no mail", () => {
    expect(TemplateInput.parse({ name: "  Intake " })).toEqual({
      name: "Intake",
      questions: [],
      email_followup_enabled: false,
      followup_text: "",
    });
  });

  it("is for a change whatever is named, and nothing else is touched", () => {
    expect(TemplatePatch.parse({ followup_text: "Thanks" })).toEqual({ followup_text: "Thanks" });
    expect(TemplatePatch.parse({})).toEqual({});
  });

  it("is a question of a type and a label, everything else by default", () => {
    const { questions } = TemplateInput.parse({ name: "Intake", questions: [text] });
    expect(questions).toEqual([{ ...text, help: "", required: false, options: [] }]);
  });

  it("is 30 questions at most", () => {
    const many = (count: number) => Array.from({ length: count }, () => text);
    expect(problemsOf(...many(30))).toEqual([]);
    expect(problemsOf(...many(31))).toEqual([["questions", "30 questions at most."]]);
  });

  it("has limits for every text", () => {
    expect(problems({ name: "n".repeat(100), followup_text: "f".repeat(2000) })).toEqual([]);
    expect(problems({ name: "n".repeat(101), followup_text: "f".repeat(2001) }).map(([path]) => path)).toEqual([
      "name",
      "followup_text",
    ]);
    const full = { type: "select", label: "l".repeat(200), help: "h".repeat(500) };
    const options = Array.from({ length: 50 }, (_, index) => String(index).padStart(200, "o"));
    expect(problemsOf({ ...full, options })).toEqual([]);
    const over = { type: "text", label: "l".repeat(201), help: "h".repeat(501) };
    expect(problemsOf(over).map(([path]) => path)).toEqual(["questions.0.label", "questions.0.help"]);
    expect(problemsOf({ ...full, options: [...options, "one more"] })).toEqual([
      ["questions.0.options", "50 options at most."],
    ]);
    expect(problemsOf({ ...full, options: ["a", "o".repeat(201)] }).map(([path]) => path)).toEqual([
      "questions.0.options.1",
    ]);
  });

  it("is two options or more where the answer is chosen", () => {
    for (const type of ["select", "radio", "multiselect"]) {
      expect(problemsOf({ ...text, type, options: ["Yes", "No"] })).toEqual([]);
      for (const options of [[], ["Yes"]]) {
        expect(problemsOf({ ...text, type, options })).toEqual([
          ["questions.0.options", "Give two options or more to choose from."],
        ]);
      }
    }
  });

  it("is no option or two and more for boxes to tick", () => {
    expect(problemsOf({ ...text, type: "checkbox" })).toEqual([]);
    expect(problemsOf({ ...text, type: "checkbox", options: ["A", "B"] })).toEqual([]);
    expect(problemsOf({ ...text, type: "checkbox", options: ["A"] })).toEqual([
      ["questions.0.options", expect.stringContaining("two or more")],
    ]);
  });

  it("has no options where nothing is chosen", () => {
    for (const type of ["text", "textarea", "email", "phone", "number", "url", "date"]) {
      expect(problemsOf({ ...text, type })).toEqual([]);
      expect(problemsOf({ ...text, type, options: ["A", "B"] })).toEqual([
        ["questions.0.options", expect.stringContaining("has no options")],
      ]);
    }
  });

  it("has no option twice, as it is read", () => {
    const options = ["Caf\u00e9", " Cafe\u0301 "];
    expect(problemsOf({ ...text, type: "radio", options })).toEqual([
      ["questions.0.options", "The option “Café” is there twice."],
    ]);
  });

  it("has ids that can be names of fields, each once", () => {
    expect(problemsOf({ ...text, id: "company_2-b" }, { ...text, id: "Company" })).toEqual([]);
    expect(problemsOf({ ...text, id: "a" }, text, { ...text, id: "a" })).toEqual([
      ["questions.2.id", "Another question has the id a."],
    ]);
    for (const id of ["", "a b", "__proto__", "-a", "é", "i".repeat(61)]) {
      expect(problemsOf({ ...text, id }), id).toEqual([["questions.0.id", expect.stringContaining("An id is")]]);
    }
  });

  it("names what it does not know", () => {
    expect(problemsOf({ ...text, type: "file" })[0]![1]).toContain("The type is one of text, textarea,");
    expect(problemsOf({ ...text, placeholder: "x" })).toHaveLength(1);
    expect(problems({ name: "Intake", colour: "red" })).toHaveLength(1);
    for (const questions of [null, "x", {}, [null], [[]], [1]])
      expect(problems({ name: "Intake", questions })).not.toEqual([]);
  });
});

describe("the ids of questions", () => {
  const question = (given: Partial<Question> & { label: string }): Question => {
    return { id: "", type: "text", help: "", required: false, options: [], ...given };
  };
  const typed = (label: string, id?: string) => ({ ...question({ label }), id });
  const ids = (...given: Parameters<typeof settleIds>) => settleIds(...given).map(({ id }) => id);

  it("are made from the labels, each once", () => {
    expect(ids([typed("Company name"), typed("Company name"), typed("会社")])).toEqual([
      "company-name",
      "company-name-2",
      "question",
    ]);
  });

  it("stay where they are given, and are not made again for another question", () => {
    expect(ids([typed("Company"), typed("Firm", "company")])).toEqual(["company-2", "company"]);
  });

  it("stay with the question of the same words, wherever it stands now", () => {
    const before = [question({ id: "firm", label: "Company" }), question({ id: "role", label: "Role" })];
    expect(ids([typed("Role"), typed("Company"), typed("Budget")], before)).toEqual(["role", "firm", "budget"]);
    expect(ids([typed("Company"), typed("Company")], before)).toEqual(["firm", "company"]);
    expect(ids([typed("Company"), typed("Renamed", "firm")], before)).toEqual(["company", "firm"]);
  });

  it("tell apart what is asked otherwise from what is the same", () => {
    const one = question({ id: "firm", label: "Company" });
    expect(areSame([one], [{ ...one }])).toBe(true);
    const changes = [{ label: "Firm" }, { help: "x" }, { required: true }, { options: ["a"] }, { id: "b" }];
    for (const change of changes) expect(areSame([one], [{ ...one, ...change }])).toBe(false);
    expect(areSame([one], [])).toBe(false);
    expect(areSame([one, { ...one, id: "b" }], [{ ...one, id: "b" }, one])).toBe(false);
  });
});

describe("who changes a template", () => {
  it("is its owner, and owners and admins of the workspace", () => {
    const template = { ownerId: "ada" };
    expect(mayChange({ userId: "ada", role: "member" }, template)).toBe(true);
    expect(mayChange({ userId: "ben", role: "member" }, template)).toBe(false);
    expect(mayChange({ userId: "ben", role: "admin" }, template)).toBe(true);
    expect(mayChange({ userId: "ben", role: "owner" }, template)).toBe(true);
    expect(mayChange({ userId: "ben", role: "client" }, template)).toBe(false);
  });
});
