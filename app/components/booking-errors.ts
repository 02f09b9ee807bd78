import { guestsOf } from "~/domain/bookings/guest-lines";
import { fieldOf, hasOptions, takesSeveral, type Question } from "~/domain/templates/question";
import type { MessageKey, Translate } from "~/messages/translate";
import type { FormError } from "./form-state";

type Problem = {
  values: Record<string, string[]>;
  errors: { path: string }[];
  /** What the form asks beside who comes. */
  questions?: readonly Question[];
};

const labels = {
  wish: "book.ask.wish",
  name: "book.form.name",
  email: "book.form.email",
  guests: "book.form.guests",
  notes: "book.form.notes",
  reason: "meeting.reason",
} as const satisfies Record<string, MessageKey>;

type Field = keyof typeof labels;

/** As they stand in the form. */
const order = ["wish", "name", "email", "guests", "answers", "notes", "reason"] as const satisfies (
  Field | "answers"
)[];

/** The fields that were refused, each with one sentence in the visitor's language. */
export function bookingErrors(t: Translate, problem: Problem, noEmail?: MessageKey): FormError[] {
  const { values, errors } = problem;
  return order.flatMap((path) => {
    if (path === "answers") return answerErrors(t, problem);
    const found = errors.find((error) => error.path.split(".")[0] === path);
    if (!found) return [];
    const value = values[path]?.[0]?.trim() ?? "";
    return [{ path, label: t(labels[path]), message: explain(t, path, value, { path: found.path, noEmail }) }];
  });
}

function answerErrors(t: Translate, { values, errors, questions = [] }: Problem): FormError[] {
  const about = errors.filter(({ path }) => path === "answers" || path.startsWith("answers."));
  const isOf = (question: Question, path: string) => `${path}.`.startsWith(`${fieldOf(question)}.`);
  const wrong = questions.filter((question) => about.some(({ path }) => isOf(question, path)));
  const told = wrong.map((question) => {
    const path = fieldOf(question);
    return { path, label: question.label, message: aboutAnswer(t, question, values[path] ?? []) };
  });
  const isElsewhere = about.some(({ path }) => !questions.some((question) => isOf(question, path)));
  return isElsewhere ? [...told, { path: "", message: t("error.answer.changed") }] : told;
}

function aboutAnswer(t: Translate, question: Question, given: string[]): string {
  const value = given.find((each) => each.trim() !== "")?.trim() ?? "";
  if (value === "") return t(`error.answer.${missing(question)}`);
  if (hasOptions(question) || question.type === "checkbox") return t("error.answer.choice");
  if (question.type === "email") return aboutEmail(t, value);
  if (value.length > 2000) return t("error.long", { max: 2000 });
  const kind = kindsInAForm.find((each) => each === question.type);
  return kind ? t(`error.answer.${kind}`) : t("error.characters");
}

/** Answers that look like something, which the sentence then shows. */
const kindsInAForm = ["phone", "number", "url", "date"] as const;

function missing(question: Question) {
  if (takesSeveral(question)) return "some";
  if (question.type === "checkbox") return "tick";
  return hasOptions(question) ? "one" : "missing";
}

/** `noEmail`: what to say where there is no address, in place of where the confirmation goes. */
type Details = { path: string; noEmail?: MessageKey };

function explain(
  t: Translate,
  field: Field,
  value: string,
  { path, noEmail = "error.email.missing" }: Details,
): string {
  switch (field) {
    case "name":
      if (value === "") return t("error.name.missing");
      return value.length > 100 ? t("error.long", { max: 100 }) : t("error.characters");
    case "email":
      return value === "" ? t(noEmail) : aboutEmail(t, value);
    case "guests": {
      const wrong = guestsOf(value)[Number(path.split(".")[1] ?? NaN)];
      return wrong
        ? t("error.guests.one", { address: wrong.slice(0, 80), problem: aboutEmail(t, wrong) })
        : t("error.guests.many");
    }
    case "notes":
      return value.length > 2000 ? t("error.long", { max: 2000 }) : t("error.characters");
    case "reason":
      if (value === "") return t("error.reason.missing");
      return value.length > 500 ? t("error.long", { max: 500 }) : t("error.characters");
    case "wish":
      if (value === "") return t("error.wish.missing");
      return value.length > 2000 ? t("error.long", { max: 2000 }) : t("error.characters");
  }
}

function aboutEmail(t: Translate, value: string): string {
  if (value.length > 254) return t("error.long", { max: 254 });
  const comma = /^([^@\s]+@)([^@\s,]+),([^@\s,]+)$/.exec(value);
  if (comma) return t("error.email.comma", { before: comma[2]!, suggestion: `${comma[1]}${comma[2]}.${comma[3]}` });
  return value.includes("@") ? t("error.email.form") : t("error.email.at");
}
