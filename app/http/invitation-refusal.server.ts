import type { Refusal } from "~/domain/workspaces/answer-invitation.server";
import { invitationWords } from "~/domain/workspaces/member-words";
import { notFound, problem } from "./problem.server";

export function invitationRefusal(refusal: Refusal) {
  if (refusal.reason === "unknown") return notFound();
  if (refusal.reason !== "other_address") return problem(410, invitationWords[refusal.reason]);
  return problem(403, `This invitation is for ${refusal.email}. Sign in with that address to answer it.`);
}
