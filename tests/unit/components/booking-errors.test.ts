import { describe, expect, it } from "vitest";
import { bookingErrors } from "~/components/booking-errors";
import { BookInput } from "~/domain/bookings/booking";
import { guestsOf } from "~/domain/bookings/guest-lines";
import { checkAnswers } from "~/domain/templates/answers";
import { fieldOf, type Question } from "~/domain/templates/question";
import { translator } from "~/messages/translate";

const right = {
  start: "2026-11-23T10:00:00Z",
  timezone: "Asia/Kolkata",
  name: "Vidya",
  email: "v@example.in",
  notes: "",
};

function sentences(
  typed: Partial<Record<"name" | "email" | "notes" | "guests", string>>,
  language: "en" | "de" = "en",
) {
  const { guests = "", ...fields } = typed;
  const parsed = BookInput.safeParse({ ...right, ...fields, guests: guestsOf(guests) });
  const errors = parsed.error?.issues.map((issue) => ({ path: issue.path.join(".") })) ?? [];
  const values = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, [value]]));
  return bookingErrors(translator(language), { values, errors }).map(({ path, message }) => [path, message]);
}

describe("what is said about a refused answer", () => {
  it("is the cause, and what was meant", () => {
    expect(sentences({ email: "v.raghunathan@example,in" })).toEqual([
      ["email", "There is a comma after “example”. Did you mean v.raghunathan@example.in?"],
    ]);
    expect(sentences({ email: "v.raghunathan@example,in" }, "de")).toEqual([
      ["email", "Nach „example“ steht ein Komma. Meinten Sie v.raghunathan@example.in?"],
    ]);
  });

  it("is one sentence for each field, in the order of the form", () => {
    expect(sentences({ name: " ", email: "", guests: "foo\nbar" })).toEqual([
      ["name", "Tell us your name."],
      ["email", "Tell us where the confirmation goes."],
      ["guests", "foo: An email address has an @ in it, like name@example.com."],
    ]);
  });

  it.each([
    [{ name: "x".repeat(101) }, "This is too long: 100 characters at most."],
    [{ name: "a\u202eb" }, "There are characters in it that cannot be kept. Type it again."],
    [{ email: "vidya" }, "An email address has an @ in it, like name@example.com."],
    [{ email: "a@b" }, "That is not an email address. It looks like name@example.com."],
    [{ notes: "x".repeat(2001) }, "This is too long: 2000 characters at most."],
    [{ guests: Array.from({ length: 11 }, (_, i) => `g${i}@example.org`).join("\n") }, "10 guests at most."],
  ])("fits what was typed", (typed, message) => {
    expect(sentences(typed).map(([, said]) => said)).toEqual([message]);
  });
});

describe("guests", () => {
  it("may be parted by lines, commas and semicolons", () => {
    expect(guestsOf("a@example.org, b@example.org;c@example.org\r\n\n d@example.org ")).toEqual([
      "a@example.org",
      "b@example.org",
      "c@example.org",
      "d@example.org",
    ]);
  });

  it("keep a comma that stands where a point should", () => {
    expect(guestsOf("a@example,org\nb@example.org")).toEqual(["a@example,org", "b@example.org"]);
  });
});

describe("what is said about a request for a time, or a change", () => {
  const t = translator("en");
  const said = (values: Record<string, string[]>, ...paths: string[]) =>
    bookingErrors(t, { values, errors: paths.map((path) => ({ path })) }, "error.email.answer").map(
      ({ path, message }) => [path, message],
    );

  it("begins with what the form asks first, and names what its address is for", () => {
    expect(said({ name: [""], email: [" "], wish: ["\n"] }, "name", "email", "wish")).toEqual([
      ["wish", "Say when it would suit you."],
      ["name", "Tell us your name."],
      ["email", "Tell us where the answer goes."],
    ]);
  });

  it("tells a reason that is missing from one that is too long", () => {
    expect(said({ reason: [" "] }, "reason")).toEqual([["reason", "Say why. The host needs a reason."]]);
    expect(said({ reason: ["x".repeat(501)] }, "reason")).toEqual([
      ["reason", "This is too long: 500 characters at most."],
    ]);
    expect(said({ wish: ["x".repeat(2001)] }, "wish")).toEqual([
      ["wish", "This is too long: 2000 characters at most."],
    ]);
  });
});

describe("what is said about an answer to a question", () => {
  const options = ["Oslo", "Bergen"];
  const asked = (type: Question["type"], more: Partial<Question> = {}): Question[] => [
    { id: "q", type, label: "Where?", help: "", required: true, options: [], ...more },
  ];
  const said = (questions: Question[], values: string[], language: "en" | "de" = "en") => {
    const given = values.length > 1 ? values : values[0];
    const checked = checkAnswers(questions, given === undefined ? {} : { q: given });
    const errors = checked.ok ? [] : checked.errors;
    const fields = { [fieldOf(questions[0]!)]: values };
    return bookingErrors(translator(language), { values: fields, errors, questions });
  };

  it.each([
    [asked("text"), [""], "This needs an answer."],
    [asked("text"), ["x".repeat(2001)], "This is too long: 2000 characters at most."],
    [asked("text"), ["a\u202eb"], "There are characters in it that cannot be kept. Type it again."],
    [asked("select", { options }), [""], "Choose one."],
    [asked("radio", { options }), [], "Choose one."],
    [asked("radio", { options }), ["Narvik"], "That is not on offer any more. Choose again."],
    [asked("multiselect", { options }), [], "Choose one or more."],
    [asked("multiselect", { options }), ["Oslo", "Narvik"], "That is not on offer any more. Choose again."],
    [asked("checkbox"), [], "Tick this box to go on."],
    [asked("checkbox", { options }), [], "Choose one or more."],
    [asked("email"), ["vidya"], "An email address has an @ in it, like name@example.com."],
    [asked("email"), [" "], "This needs an answer."],
    [asked("phone"), ["none"], "That is not a phone number. It looks like +47 22 12 34 56."],
    [asked("number"), ["many"], "That is not a number. It looks like 12 or 2.5."],
    [asked("url"), ["example"], "That is not a web address. It looks like https://example.com."],
    [asked("date"), ["tomorrow"], "That is not a date. It looks like 2026-12-24."],
  ])("fits its kind and whether anything was typed", (questions, values, message) => {
    expect(said(questions, values)).toEqual([{ path: "answers.q", label: "Where?", message }]);
    expect(said(questions, values, "de")[0]!.message).not.toBe(message);
  });

  it("stands between the guests and the notes, as in the form", () => {
    const errors = ["notes", "answers.q", "name"].map((path) => ({ path }));
    const told = bookingErrors(translator("en"), { values: {}, errors, questions: asked("text") });
    expect(told.map(({ path }) => path)).toEqual(["name", "answers.q", "notes"]);
  });

  it("says that the questions have changed where one is not asked any more", () => {
    const errors = [{ path: "answers.gone" }];
    const told = bookingErrors(translator("en"), { values: {}, errors, questions: asked("text") });
    expect(told).toEqual([
      { path: "", message: "The questions have changed in the meantime. Look through them once more." },
    ]);
  });
});
