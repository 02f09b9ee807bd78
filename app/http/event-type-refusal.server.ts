import { data } from "@remix-run/node";
import type { Closed, Invalid, SlugTaken } from "~/domain/event-types/refusals.server";
import { invalid, notFound, problem } from "./problem.server";

export const slugTaken = {
  path: "slug",
  message: "Another event type of this workspace has this address. Choose another one.",
};

const notAllowed = "Only its owner, or an owner or admin of the workspace, changes this event type.";

type Refused = Closed | Invalid | SlugTaken;

/** Why an event type was not saved, as the API says it. */
export function eventTypeRefusal(refused: Refused) {
  switch (refused.reason) {
    case "invalid":
      return invalid(refused.errors);
    case "slug_taken":
      return problem(409, slugTaken.message, { code: "slug_taken", errors: [slugTaken] });
    case "not_allowed":
      return problem(403, notAllowed);
    case "not_found":
      return notFound();
  }
}

/** The page instead of an event type that this member cannot have. */
export function eventTypeGone(refused: Refused) {
  if (refused.reason === "not_allowed") return data(notAllowed, { status: 403 });
  return data(null, { status: refused.reason === "not_found" ? 404 : 409 });
}

export function isClosed(refused: Refused): refused is Closed {
  return refused.reason === "not_found" || refused.reason === "not_allowed";
}
