import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { FormState, type FormError, type FormValues } from "~/components/form-state";
import { QuestionFields } from "~/components/question-fields";
import { questionTypes, type Question } from "~/domain/templates/question";
import { translator } from "~/messages/translate";

function question(given: Partial<Question>): Question {
  return { id: "q", type: "text", label: "Where?", help: "", required: true, options: [], ...given };
}

type Shown = { mayLeaveOut?: boolean; prefill?: Record<string, string[]>; errors?: FormError[]; values?: FormValues };

function shown(given: Partial<Question>, { errors = [], values = {}, ...props }: Shown = {}) {
  const fields = createElement(QuestionFields, { questions: [question(given)], t: translator("en"), ...props });
  return renderToStaticMarkup(createElement(FormState.Provider, { value: { errors, values } }, fields));
}

const options = ["Oslo", "Tromsø og Nord"];
const choices = (html: string) => [...html.matchAll(/<(?:input|option)[^>]*>/g)].map(([tag]) => tag);
const chosen = (html: string) => choices(html).filter((tag) => /checked=""|selected=""/.test(tag));

describe("the field of a question", () => {
  it.each([
    ["text", 'type="text"'],
    ["textarea", "<textarea"],
    ["email", 'type="email"'],
    ["phone", 'type="tel"'],
    ["number", 'inputMode="decimal"'],
    ["url", 'type="url"'],
    ["date", 'type="date"'],
    ["checkbox", 'type="checkbox"'],
  ] as const)("takes a %s as browsers do", (type, mark) => {
    expect(shown({ type })).toContain(mark);
  });

  it.each(questionTypes)(
    "goes by the question's id, has its words, its help and the id that errors lead to: %s",
    (type) => {
      const html = shown({ type, options, help: "As it stands in the contract" });
      expect(html).toContain('name="answers.q"');
      expect(html).toContain('id="field-answers.q"');
      expect(html).toContain("Where?");
      expect(html).toContain("As it stands in the contract");
      expect(html).toMatch(/aria-describedby="hint-answers\.q/);
    },
  );

  it.each(questionTypes)("shows its error and keeps what was chosen or typed: %s", (type) => {
    const errors = [{ path: "answers.q", message: "No." }];
    const html = shown({ type, options }, { errors, values: { "answers.q": "Oslo" } });
    expect(html).toContain('id="error-answers.q"');
    expect(html.match(/No\./g)).toHaveLength(1);
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain("Oslo");
  });

  it("says that it may be left empty, to a host of every one", () => {
    expect(shown({ required: false })).toContain("(optional)");
    expect(shown({ required: true })).not.toContain("(optional)");
    expect(shown({ required: true }, { mayLeaveOut: true })).toContain("(optional)");
  });

  it("begins with no choice made, and lets a free one be taken back", () => {
    expect(shown({ type: "select", options })).toContain('<option value="" selected="">Choose one</option>');
    expect(shown({ type: "select", options, required: false })).toContain(">No answer</option>");
    expect(choices(shown({ type: "radio", options }))).toHaveLength(2);
    expect(choices(shown({ type: "radio", options, required: false }))).toHaveLength(3);
  });

  it("has ids without the words of its options, which may be any", () => {
    const html = shown({ type: "multiselect", options });
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual(["field-answers.q", "field-answers.q-1"]);
  });

  it("takes what came with the address, until a form was sent", () => {
    const prefill = { "answers.q": ["Oslo", "Tromsø og Nord"] };
    expect(chosen(shown({ type: "multiselect", options }, { prefill }))).toHaveLength(2);
    expect(chosen(shown({ type: "multiselect", options }, { prefill, values: { name: "Mei" } }))).toHaveLength(0);
    expect(shown({ type: "text" }, { prefill })).toContain('value="Oslo"');
    expect(chosen(shown({ type: "checkbox" }, { prefill: { "answers.q": ["true"] } }))).toHaveLength(1);
  });
});
