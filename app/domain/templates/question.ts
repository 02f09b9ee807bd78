/** The kinds of questions. `checkbox` is one box to tick or, with options, several of them. */
export const questionTypes = [
  "text",
  "textarea",
  "select",
  "radio",
  "checkbox",
  "multiselect",
  "email",
  "phone",
  "number",
  "url",
  "date",
] as const;
export type QuestionType = (typeof questionTypes)[number];

/** A question of a booking form. `id` is its name among the answers and stays the same in every version of its template. */
export type Question = {
  id: string;
  type: QuestionType;
  label: string;
  help: string;
  required: boolean;
  options: string[];
};

/** The questions as they are asked, or were when somebody answered them. */
export type QuestionSet = { versionId: string; templateId: string; questions: Question[] };

/** Whether it is answered by choosing among its options. */
export function hasOptions({ type, options }: Pick<Question, "type" | "options">): boolean {
  return type === "select" || type === "radio" || takesSeveral({ type, options });
}

/** Whether its answer is a list. */
export function takesSeveral({ type, options }: Pick<Question, "type" | "options">): boolean {
  return type === "multiselect" || (type === "checkbox" && options.length > 0);
}

/** The field of a form that holds its answer. */
export function fieldOf(question: Pick<Question, "id">): string {
  return `answers.${question.id}`;
}
