import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answers } from "~/domain/bookings/booking";
import { answerLines, answerText, checkAnswers } from "~/domain/templates/answers";
import { questionTypes, type Question } from "~/domain/templates/question";

function question(given: Partial<Question> = {}): Question {
  return { id: "q", type: "text", label: "Question", help: "", required: false, options: [], ...given };
}

/** What is kept of an answer to one question, or the words that refuse it. */
function kept(type: Question["type"], answer: Answers[string], given: Partial<Question> = {}) {
  const checked = checkAnswers([question({ type, ...given })], { q: answer });
  return checked.ok ? (checked.answers.q ?? null) : checked.errors[0]!.message;
}

const options = ["Small", "Large", "Extra large"];

describe("an answer", () => {
  it("in a line or several is kept without spaces around it", () => {
    expect(kept("text", "  Acme  ")).toBe("Acme");
    expect(kept("text", "one\ntwo")).toBe("The answer is one line.");
    expect(kept("textarea", " one\r\n\r\ntwo ")).toBe("one\n\ntwo");
    expect(kept("textarea", "x".repeat(2000))).toHaveLength(2000);
    expect(kept("textarea", "x".repeat(2001))).toContain("too long");
    expect(kept("text", "a\u0000b")).toContain("characters that cannot be kept");
    expect(kept("text", 12)).toBe("12");
  });

  it("with an address is one", () => {
    expect(kept("email", " mei@example.org ")).toBe("mei@example.org");
    expect(kept("email", "mei")).toContain("@");
    expect(kept("url", "https://example.org/a?b=c")).toBe("https://example.org/a?b=c");
    expect(kept("url", "HTTP://example.org")).toBe("HTTP://example.org");
    for (const wrong of [
      "example.org",
      "javascript:alert(1)",
      "file:///etc/passwd",
      "https://",
      "https:// a",
      "ftp://a",
    ])
      expect(kept("url", wrong), wrong).toContain("not a web address");
  });

  it("with a phone number has digits enough", () => {
    for (const right of ["+47 22 12 34 56", "(030) 123-456", "112"]) expect(kept("phone", right)).toBe(right);
    for (const wrong of ["12", "call me", "+-- --", "1".repeat(42)])
      expect(kept("phone", wrong), wrong).toContain("not a phone number");
  });

  it("with a number is one, with a point or a comma", () => {
    expect(kept("number", "2.5")).toBe(2.5);
    expect(kept("number", "2,5")).toBe(2.5);
    expect(kept("number", "-12")).toBe(-12);
    expect(kept("number", 0)).toBe(0);
    expect(kept("number", 1e-7)).toBe(1e-7);
    for (const wrong of ["", " "]) expect(kept("number", wrong)).toBeNull();
    for (const wrong of ["twelve", "1.2.3", "1,000,000", "Infinity", "NaN", "0x10", "1e999"])
      expect(kept("number", wrong), wrong).toContain("not a number");
  });

  it("with a date is one of the calendar", () => {
    expect(kept("date", "2028-02-29")).toBe("2028-02-29");
    for (const wrong of ["2027-02-29", "29.02.2028", "tomorrow"]) expect(kept("date", wrong)).toContain("not a date");
  });

  it("that is chosen is one of the options", () => {
    for (const type of ["select", "radio"] as const) {
      expect(kept(type, " Large ", { options })).toBe("Large");
      expect(kept(type, "large", { options })).toBe("Choose one of: Small, Large, Extra large.");
      expect(kept(type, ["Small"], { options })).toBe("The answer is one text.");
    }
  });

  it("of several is a list in the order of the options, each once", () => {
    for (const type of ["multiselect", "checkbox"] as const) {
      expect(kept(type, ["Extra large", "Small", "Small", ""], { options })).toEqual(["Small", "Extra large"]);
      expect(kept(type, "Large", { options })).toEqual(["Large"]);
      expect(kept(type, [], { options })).toBeNull();
      expect(kept(type, ["Huge"], { options })).toBe("Choose among: Small, Large, Extra large.");
    }
  });

  it("of one box is that it is ticked", () => {
    for (const ticked of [true, "true", "on"]) expect(kept("checkbox", ticked)).toBe(true);
    for (const empty of [false, "false", ""]) expect(kept("checkbox", empty)).toBeNull();
    for (const wrong of ["yes", 1, ["on"]]) expect(kept("checkbox", wrong)).toBe("The answer is true or false.");
  });

  it("is one text where it is no list", () => {
    for (const type of ["text", "textarea", "email", "phone", "number", "url", "date"] as const) {
      expect(kept(type, ["a"])).toBe("The answer is one text.");
      expect(kept(type, true)).toBe("The answer is one text.");
      expect(kept(type, "  ")).toBeNull();
    }
  });
});

describe("the answers of a form", () => {
  const questions = [
    question({ id: "firm", label: "Company", required: true }),
    question({ id: "size", label: "Size", type: "multiselect", options, required: true }),
    question({ id: "terms", label: "I agree", type: "checkbox", required: true }),
    question({ id: "more", label: "Anything else" }),
  ];

  it("come with what must be answered, and say where it is missing", () => {
    expect(checkAnswers(questions, { terms: false, firm: " " })).toEqual({
      ok: false,
      errors: [
        { path: "answers.firm", message: "This needs an answer." },
        { path: "answers.size", message: "Choose one or more." },
        { path: "answers.terms", message: "Tick this box to go on." },
      ],
    });
  });

  it("may leave anything out where somebody else fills them in, and are right all the same", () => {
    expect(checkAnswers(questions, {}, { mayLeaveOut: true })).toEqual({ ok: true, answers: {} });
    expect(checkAnswers(questions, { size: ["Huge"] }, { mayLeaveOut: true })).toMatchObject({
      ok: false,
      errors: [{ path: "answers.size" }],
    });
  });

  it("are kept by the ids in the order of the questions, whatever they came by", () => {
    const checked = checkAnswers(questions, { "I agree": true, size: "Large", Company: "Acme" });
    expect(checked).toEqual({ ok: true, answers: { firm: "Acme", size: ["Large"], terms: true } });
    expect(checked.ok && Object.keys(checked.answers)).toEqual(["firm", "size", "terms"]);
  });

  it("come by the id rather than by the label", () => {
    expect(checkAnswers([questions[3]!], { "Anything else": "label", more: "id" })).toEqual({
      ok: true,
      answers: { more: "id" },
    });
    const crossed = [question({ id: "a", label: "b" }), question({ id: "b", label: "a" })];
    expect(checkAnswers(crossed, { a: "first", b: "second" })).toEqual({
      ok: true,
      answers: { a: "first", b: "second" },
    });
  });

  it("are to questions that are asked", () => {
    expect(checkAnswers([], { colour: "red" })).toEqual({
      ok: false,
      errors: [{ path: "answers.colour", message: "There is no such question." }],
    });
    expect(checkAnswers([question({ id: "constructor" })], {})).toEqual({ ok: true, answers: {} });
  });

  it("stay as they are when they are checked again", () => {
    const asked = fc
      .uniqueArray(
        fc.record({
          id: fc.stringMatching(/^[a-z]{1,8}$/),
          type: fc.constantFrom(...questionTypes),
          label: fc.string({ minLength: 1, maxLength: 20 }),
          required: fc.boolean(),
          withOptions: fc.boolean(),
        }),
        { selector: ({ id }) => id, maxLength: 6 },
      )
      .map((some) =>
        some.map(({ withOptions, ...rest }) => {
          const isChosen = ["select", "radio", "multiselect"].includes(rest.type);
          const own = isChosen || (rest.type === "checkbox" && withOptions) ? options : [];
          return { ...question(), ...rest, options: own };
        }),
      );
    const answer = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom(
        "Small",
        " Large ",
        "2026-12-24",
        "https://example.org",
        "mei@example.org",
        "+47 22 12 34 56",
        "on",
      ),
      fc.double({ noNaN: true }),
      fc.stringMatching(/^[+-]?\d{1,15}([.,]\d{1,10})?$/),
      fc.boolean(),
      fc.subarray([...options, ""]),
    );
    let accepted = 0;
    fc.assert(
      fc.property(
        asked.chain((questions) => fc.tuple(fc.constant(questions), fc.array(answer, { minLength: 6, maxLength: 6 }))),
        ([questions, given]) => {
          const answers = Object.fromEntries(questions.map(({ id }, index) => [id, given[index]!]));
          const checked = checkAnswers(questions, answers, { mayLeaveOut: true });
          if (!checked.ok) return;
          accepted++;
          expect(checkAnswers(questions, checked.answers, { mayLeaveOut: true })).toEqual(checked);
        },
      ),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(30);
  });
});

describe("answers in words", () => {
  it("stand with their questions as they were asked, in their order", () => {
    const questions = [question({ id: "b", label: "Second" }), question({ id: "a", label: "First" })];
    expect(answerLines(questions, { a: 1, b: true, old: "x" })).toEqual([
      { id: "b", label: "Second", answer: true },
      { id: "a", label: "First", answer: 1 },
      { id: "old", label: "old", answer: "x" },
    ]);
    expect(answerLines(null, { "Which floor?": "2" })).toEqual([
      { id: "Which floor?", label: "Which floor?", answer: "2" },
    ]);
    expect(answerLines([question({ id: "toString" })], {})).toEqual([]);
  });

  it("are text, whatever they are", () => {
    const words = { yes: "Yes", no: "No" };
    expect([true, false, 2.5, "a", ["a", "b"]].map((answer) => answerText(answer, words))).toEqual([
      ...["Yes", "No", "2.5", "a", "a, b"],
    ]);
  });
});
