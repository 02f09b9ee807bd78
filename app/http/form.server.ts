import { data } from "@remix-run/node";
import type { z } from "zod";
import { isAnswerField } from "~/domain/templates/carried-answers";
import { readBody } from "./body.server";
import { isCrossSite } from "./same-origin.server";

/** What a form's page shows again: everything as it was typed, and what is wrong with it. `path` is the field's name. */
export type FormProblem = { values: FormValues; errors: FieldError[] };
export type FormValues = Record<string, string[]>;
export type FieldError = { path: string; message: string };

type Read<Output> = { ok: true; data: Output; values: FormValues } | { ok: false; problem: FormProblem };

/**
 * The one form reader. `shape` turns the fields into what the schema takes, for forms with rows and lists.
 * Throws the answers that no form of ours can cause: 403 cross-site, 413 too large, 415 not a form, 400 unreadable.
 */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  shape: (form: URLSearchParams) => unknown = plain,
): Promise<Read<z.output<Schema>>> {
  return parseForm(await readFields(request), schema, shape);
}

/** The same for fields that were read already. */
export function parseForm<Schema extends z.ZodType>(
  form: URLSearchParams,
  schema: Schema,
  shape: (form: URLSearchParams) => unknown = plain,
): Read<z.output<Schema>> {
  const values = formValues(form);
  const parsed = schema.safeParse(shape(form));
  if (parsed.success) return { ok: true, data: parsed.data, values };
  return { ok: false, problem: { values, errors: fieldErrors(parsed.error) } };
}

/** The fields alone, for actions that have no schema: which button was pressed, which row is meant. */
export async function readFields(request: Request): Promise<URLSearchParams> {
  if (isCrossSite(request)) throw data("This form was sent from another site.", { status: 403 });
  const type = request.headers.get("Content-Type") ?? "";
  if (type && !type.startsWith("application/x-www-form-urlencoded")) throw data("Not a form.", { status: 415 });
  const body = await readBody(request);
  if (!body.ok) throw data(body.detail, { status: body.status });
  return new URLSearchParams(body.text.replaceAll("%00", ""));
}

/** The page again with what was typed, and status 400. */
export function formProblem(problem: FormProblem, status = 400) {
  return data({ problem }, { status });
}

/** One for each wrong field, the first hundred. A field that we do not know counts as one, so that its name is told. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  const errors = error.issues.flatMap((issue) => {
    if (issue.code !== "unrecognized_keys") return [{ path: issue.path.join("."), message: issue.message }];
    return issue.keys.map((key) => ({
      path: [...issue.path, key].join("."),
      message: `There is no field “${key.slice(0, 60)}” here.`,
    }));
  });
  return errors.slice(0, 100);
}

/** What a form's page shows again; passwords are never sent back. A question may well be about passwords. */
export function formValues(form: URLSearchParams): FormValues {
  // A map, since a field may be called toString.
  const values = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (/password/i.test(name) && !isAnswerField(name)) continue;
    const before = values.get(name);
    if (before) before.push(value);
    else values.set(name, [value]);
  }
  return Object.fromEntries(values);
}

function plain(form: URLSearchParams) {
  return Object.fromEntries(form);
}
