import { questionTypes, type Question, type QuestionType } from "./question";
import { mostQuestions, QuestionInput, settleIds, type Template } from "./template";

/** A template as its form holds it: whatever was typed, right or wrong. */
export type TemplateDraft = Pick<Template, "name" | "emailFollowupEnabled" | "followupText"> & {
  questions: QuestionDraft[];
};

export type QuestionDraft = {
  /** "" for one that has none yet. */
  id: string;
  type: QuestionType;
  label: string;
  help: string;
  required: boolean;
  /** One on each line. */
  options: string;
};

export const emptyQuestion: QuestionDraft = { id: "", type: "text", label: "", help: "", required: false, options: "" };
export const emptyDraft: TemplateDraft = { name: "", emailFollowupEnabled: false, followupText: "", questions: [] };

export function draftOf({
  name,
  emailFollowupEnabled,
  followupText,
  questions,
}: Omit<TemplateDraft, "questions"> & { questions: readonly Question[] }): TemplateDraft {
  return {
    name,
    emailFollowupEnabled,
    followupText,
    questions: questions.map(({ options, ...rest }) => ({ ...rest, options: options.join("\n") })),
  };
}

/** What a draft would be saved as, for the input's schema. */
export function inputOf({ name, emailFollowupEnabled, followupText, questions }: TemplateDraft) {
  return {
    name,
    questions: questions.map(questionOf),
    email_followup_enabled: emailFollowupEnabled,
    followup_text: followupText,
  };
}

export function isQuestionType(type: string): type is QuestionType {
  return (questionTypes as readonly string[]).includes(type);
}

/** The buttons of the form that change the draft alone. `at` is the place of a question, from 0. */
export type DraftEdit = { deed: "add" } | { deed: "up" | "down" | "remove"; at: number };

/** The draft after a button, and the place of the question that it is about now; null where none is left. */
export function edited(draft: TemplateDraft, edit: DraftEdit): { draft: TemplateDraft; at: number | null } {
  const questions = [...draft.questions];
  if (edit.deed === "add") {
    if (questions.length < mostQuestions) questions.push(emptyQuestion);
    return { draft: { ...draft, questions }, at: questions.length - 1 };
  }
  const [moved] = questions.splice(edit.at, 1);
  if (!moved) return { draft, at: null };
  if (edit.deed === "remove") {
    const at = questions.length > 0 ? Math.min(edit.at, questions.length - 1) : null;
    return { draft: { ...draft, questions }, at };
  }
  const at = Math.min(Math.max(edit.at + (edit.deed === "up" ? -1 : 1), 0), questions.length);
  questions.splice(at, 0, moved);
  return { draft: { ...draft, questions }, at };
}

export type Preview = {
  questions: Question[];
  /** What is wrong with the others, each by its number from 1. */
  missing: { number: number; message: string }[];
};

/** The questions as an invitee would read them. Those that cannot be asked yet are left out. */
export function previewOf(draft: TemplateDraft): Preview {
  const read = draft.questions.slice(0, mostQuestions).map((each) => QuestionInput.safeParse(questionOf(each)));
  const missing = read.flatMap(({ error }, index) =>
    error ? [{ number: index + 1, message: error.issues[0]!.message }] : [],
  );
  return { questions: settleIds(read.flatMap(({ data }) => data ?? [])), missing };
}

function questionOf({ id, options, ...rest }: QuestionDraft) {
  const lines = options.split("\n").map((line) => line.trim());
  return { ...rest, id: id || undefined, options: lines.filter((line) => line !== "") };
}
