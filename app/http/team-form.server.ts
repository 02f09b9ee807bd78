import type { z } from "zod";
import type { Invalid, SlugTaken } from "~/domain/teams/refusals.server";
import { atFields, hostFields } from "./event-type-form.server";
import { formProblem, readForm } from "./form.server";
import { teamErrors } from "./team-refusal.server";

/** What the form of a team sends, and how its page comes back where that is refused. */
export async function readTeamForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  shape: (form: URLSearchParams) => unknown,
) {
  const read = await readForm(request, schema, shape);
  if (!read.ok) {
    const { values, errors } = read.problem;
    return { ok: false as const, page: formProblem({ values, errors: atFields(errors) }) };
  }
  const refuse = (refused: Invalid | SlugTaken) =>
    formProblem({ values: read.values, errors: teamErrors(refused) }, refused.reason === "slug_taken" ? 409 : 400);
  return { ok: true as const, data: read.data, refuse };
}

export function teamFields(form: URLSearchParams) {
  return { name: form.get("name") ?? "", slug: form.get("slug") ?? "", ...hostFields(form) };
}

/** An empty address of a new one is left to be made from its name. */
export function newTeamFields(form: URLSearchParams) {
  return { ...teamFields(form), slug: form.get("slug")?.trim() || undefined };
}
