import type { InUse, Invalid, NotFound, SlugTaken } from "~/domain/teams/refusals.server";
import { listOf } from "~/messages/translate";
import { invalid, notFound, problem } from "./problem.server";

const slugTaken = {
  path: "slug",
  message: "Another team of this workspace has this address. Choose another one.",
};

/** Why a team was not saved or not deleted, as the API says it. */
export function teamRefusal(refused: NotFound | Invalid | SlugTaken | InUse) {
  switch (refused.reason) {
    case "invalid":
      return invalid(refused.errors);
    case "slug_taken":
      return problem(409, slugTaken.message, { code: "slug_taken", errors: [slugTaken] });
    case "in_use":
      return problem(409, inUseWords(refused.eventTypes), { code: "in_use" });
    case "not_found":
      return notFound();
  }
}

/** The same for a form that comes back. */
export function teamErrors(refused: Invalid | SlugTaken) {
  return refused.reason === "slug_taken" ? [slugTaken] : refused.errors;
}

export function inUseWords(eventTypes: string[]) {
  const [belong, them] = eventTypes.length === 1 ? ["belongs", "it"] : ["belong", "them"];
  return `${listOf(eventTypes, "en-GB")} ${belong} to this team. Choose another team or none there first, or delete ${them}.`;
}
