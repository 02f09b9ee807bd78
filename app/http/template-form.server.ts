import { data } from "@remix-run/node";
import type { z } from "zod";
import {
  edited,
  inputOf,
  isQuestionType,
  previewOf,
  type DraftEdit,
  type Preview,
  type QuestionDraft,
  type TemplateDraft,
} from "~/domain/templates/draft";
import { fieldErrors, readFields, type FieldError } from "./form.server";

/** The form's page with everything as it was typed. `focus` is the place on it that the last button changed. */
type Again = {
  draft: TemplateDraft;
  errors: (FieldError & { label?: string })[];
  focus: string | null;
  preview: Preview | null;
};

// More than there may be, so that whoever sends too many is told.
const mostRows = 100;

/** What the form of a template sends; or the page that comes back, for a button that is not Save and for what is wrong. */
export async function readTemplateForm<Schema extends z.ZodType>(request: Request, schema: Schema) {
  const form = await readFields(request);
  const draft = draftFrom(form);
  const isPreviewed = form.has("preview");
  const again = (given: Partial<Again>) => {
    const page: Again = { draft, errors: [], focus: null, ...given, preview: null };
    if (isPreviewed || page.focus === "preview") page.preview = previewOf(page.draft);
    return { ok: false as const, page: data(page, { status: page.errors.length > 0 ? 400 : 200 }) };
  };
  const intent = form.get("intent") ?? "save";
  if (intent === "preview") return again({ focus: "preview" });
  const edit = editFrom(intent);
  if (edit) return again(afterEdit(draft, edit));
  const parsed = schema.safeParse(inputOf(draft));
  if (!parsed.success) return again({ errors: fieldErrors(parsed.error).map(atField) });
  return { ok: true as const, data: parsed.data };
}

function afterEdit(draft: TemplateDraft, edit: DraftEdit): Partial<Again> {
  const { draft: next, at } = edited(draft, edit);
  const place = edit.deed === "add" ? `questions.${at}.label` : `question-${at}`;
  return { draft: next, focus: at === null ? "field-questions" : place };
}

/** "up:3", as a button says it. */
function editFrom(intent: string): DraftEdit | null {
  if (intent === "add") return { deed: "add" };
  const [, deed, at] = /^(up|down|remove):(\d{1,3})$/.exec(intent) ?? [];
  return deed ? { deed: deed as "up" | "down" | "remove", at: Number(at) } : null;
}

function draftFrom(form: URLSearchParams): TemplateDraft {
  const places = [...form.keys()].flatMap((name) => /^questions\.(\d{1,3})\.type$/.exec(name)?.[1] ?? []);
  const inOrder = [...new Set(places)].sort((a, b) => Number(a) - Number(b)).slice(0, mostRows);
  return {
    name: form.get("name") ?? "",
    emailFollowupEnabled: form.has("email_followup_enabled"),
    followupText: form.get("followup_text") ?? "",
    questions: inOrder.map((place) => questionFrom(form, `questions.${place}`)),
  };
}

function questionFrom(form: URLSearchParams, row: string): QuestionDraft {
  const text = (name: string) => (form.get(`${row}.${name}`) ?? "").replaceAll("\r\n", "\n");
  const type = text("type");
  return {
    id: text("id"),
    type: isQuestionType(type) ? type : "text",
    label: text("label"),
    help: text("help"),
    required: form.has(`${row}.required`),
    options: text("options"),
  };
}

/** An option's error stands at the one field of all of them. Of a question it is told which one. */
function atField({ path, message }: FieldError) {
  const [, row, field] = /^questions\.(\d+)\.(\w+)/.exec(path) ?? [];
  if (!row) return { path, message };
  return {
    path: `questions.${row}.${field === "id" ? "label" : field}`,
    message,
    label: `Question ${Number(row) + 1}: ${message}`,
  };
}
