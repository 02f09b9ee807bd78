import type { Question, QuestionType } from "~/domain/templates/question";

/** What each type of question is called in a list to choose from. */
export const questionTypeNames: Record<QuestionType, string> = {
  text: "Short text",
  textarea: "Long text",
  select: "One of a list",
  radio: "One of a few, all in sight",
  checkbox: "Box to tick, or several",
  multiselect: "Several of a few",
  email: "Email address",
  phone: "Phone number",
  number: "Number",
  url: "Web address",
  date: "Date",
};

/** Of what kind it is, and whether it may be left out: "One of a list, required". */
export function questionWords({ type, required }: Pick<Question, "type" | "required">) {
  return `${questionTypeNames[type]}${required ? ", required" : ""}`;
}
