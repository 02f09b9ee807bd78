import type { Closed, Invalid, SlugTaken } from "~/domain/event-types/refusals.server";
import { invalid, notFound, problem } from "./problem.server";

export const slugTaken = { path: "slug", message: "Another event type of this workspace has this address. Choose another one." };

/** Why an event type was not saved, as the API says it. */
export function eventTypeRefusal(refused: Closed | Invalid | SlugTaken) {
  switch (refused.reason) {
    case "invalid":
      return invalid(refused.errors);
    case "slug_taken":
      return problem(409, slugTaken.message, { code: "slug_taken", errors: [slugTaken] });
    case "not_allowed":
      return problem(403, "Only its owner, or an owner or admin of the workspace, changes this event type.");
    case "not_found":
      return notFound();
  }
}
