import { data } from "@remix-run/node";
import type { Closed } from "~/domain/templates/rows.server";
import { notFound, problem } from "./problem.server";

const notAllowed = "Only its owner, or an owner or admin of the workspace, changes this template.";

/** Why a template was not saved or not deleted, as the API says it. */
export function templateRefusal({ reason }: Closed) {
  return reason === "not_allowed" ? problem(403, notAllowed) : notFound();
}

/** The page instead of a template that this member cannot change. */
export function templateGone({ reason }: Closed) {
  return reason === "not_allowed" ? data(notAllowed, { status: 403 }) : data(null, { status: 404 });
}
