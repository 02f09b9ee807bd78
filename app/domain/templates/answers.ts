import { parseDate } from "../availability/calendar-days";
import type { Answers } from "../bookings/booking";
import { emailField, paragraph } from "../fields";
import { fieldOf, hasOptions, takesSeveral, type Question } from "./question";

type Problem = { path: string; message: string };
export type CheckedAnswers = { ok: true; answers: Answers } | { ok: false; errors: Problem[] };

/**
 * What was answered, as it is kept: by the questions' ids, in their order, without empty ones. An answer may also come by
 * its question's label. `mayLeaveOut`: whoever fills it in for somebody else need not know everything.
 */
export function checkAnswers(
  questions: readonly Question[],
  given: Answers,
  { mayLeaveOut = false }: { mayLeaveOut?: boolean } = {},
): CheckedAnswers {
  const known = new Map(questions.flatMap((each) => [[each.label, each] as const]));
  for (const each of questions) known.set(each.id, each);
  const strangers = Object.keys(given).filter((key) => !known.has(key));
  const errors = strangers.map((key) => ({ path: `answers.${key}`, message: "There is no such question." }));
  const answers: Answers = {};
  for (const question of questions) {
    const found = Object.entries(given).filter(([key]) => known.get(key) === question);
    const checked = read(question, (found.find(([key]) => key === question.id) ?? found[0])?.[1]);
    const isEmpty = checked === null;
    if (typeof checked === "object" && checked && "message" in checked) {
      errors.push({ path: fieldOf(question), message: checked.message });
    } else if (!isEmpty) answers[question.id] = checked;
    else if (question.required && !mayLeaveOut) errors.push({ path: fieldOf(question), message: missing(question) });
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, answers };
}

/** Each answer in words, with its question as it was asked; one without a question goes by its own name. */
export function answerLines(questions: readonly Question[] | null, answers: Answers): AnswerLine[] {
  const asked = (questions ?? []).flatMap(({ id, label }) => {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    return answer === undefined ? [] : [{ id, label, answer }];
  });
  const others = Object.entries(answers)
    .filter(([id]) => !questions?.some((each) => each.id === id))
    .map(([id, answer]) => ({ id, label: id, answer }));
  return [...asked, ...others];
}

export type AnswerLine = { id: string; label: string; answer: Answers[string] };

/** An answer as text; `yes` and `no`: what a box says, ticked or not. */
export function answerText(answer: Answers[string], { yes, no }: { yes: string; no: string }): string {
  if (typeof answer === "boolean") return answer ? yes : no;
  return Array.isArray(answer) ? answer.join(", ") : String(answer);
}

/** Null: nothing was answered. */
function read(question: Question, value: Answers[string] | undefined): Answers[string] | null | { message: string } {
  if (value === undefined) return null;
  if (takesSeveral(question)) return readSeveral(question, value);
  if (question.type === "checkbox") return readBox(value);
  if (typeof value === "boolean" || Array.isArray(value)) return { message: "The answer is one text." };
  // One that is a number already, since its digits need not be those that people write: 1e-7.
  if (question.type === "number" && typeof value === "number" && Number.isFinite(value)) return value;
  const parsed = paragraph("The answer", 2000).safeParse(String(value));
  if (!parsed.success) return { message: parsed.error.issues[0]!.message };
  const text = parsed.data;
  if (text === "") return null;
  if (hasOptions(question))
    return question.options.includes(text) ? text : { message: `Choose one of: ${question.options.join(", ")}.` };
  return readText(question, text);
}

function readText({ type }: Question, text: string): string | number | { message: string } {
  if (type !== "textarea" && text.includes("\n")) return { message: "The answer is one line." };
  switch (type) {
    case "email": {
      const email = emailField.safeParse(text);
      return email.success ? email.data : { message: email.error.issues[0]!.message };
    }
    case "phone":
      return /^\+?[\d\s().\-/]{3,40}$/.test(text) && /\d{3}/.test(text.replace(/\D/g, ""))
        ? text
        : { message: "That is not a phone number. It looks like +47 22 12 34 56." };
    case "number": {
      const number = /^[+-]?\d{1,15}([.,]\d{1,10})?$/.test(text) ? Number(text.replace(",", ".")) : NaN;
      return Number.isFinite(number) ? number : { message: "That is not a number. It looks like 12 or 2.5." };
    }
    case "url":
      return isAddress(text) ? text : { message: "That is not a web address. It looks like https://example.com." };
    case "date":
      return parseDate(text) === null ? { message: "That is not a date. It looks like 2026-12-24." } : text;
    default:
      return text;
  }
}

function readBox(value: Answers[string]): boolean | null | { message: string } {
  if (value === true || value === "true" || value === "on") return true;
  return value === false || value === "false" || value === "" ? null : { message: "The answer is true or false." };
}

function readSeveral({ options }: Question, value: Answers[string]): string[] | null | { message: string } {
  const given = (Array.isArray(value) ? value : [String(value)]).map((each) => each.normalize("NFC").trim());
  const chosen = given.filter((each) => each !== "");
  if (chosen.some((each) => !options.includes(each))) return { message: `Choose among: ${options.join(", ")}.` };
  const inOrder = options.filter((option) => chosen.includes(option));
  return inOrder.length > 0 ? inOrder : null;
}

function missing(question: Question) {
  if (question.type === "checkbox" && !takesSeveral(question)) return "Tick this box to go on.";
  return takesSeveral(question) ? "Choose one or more." : "This needs an answer.";
}

/** Only what a browser opens as a page: no scripts, no files. */
function isAddress(text: string) {
  return /^https?:\/\/[^\s/]+/i.test(text) && URL.canParse(text);
}
