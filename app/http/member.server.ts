import type { User } from "~/domain/accounts/account";
import { may, type Right } from "~/domain/workspaces/roles";
import { findMembership, type Membership } from "~/domain/workspaces/workspaces.server";
import { notFound, problem } from "./problem.server";

/** The caller's membership of the workspace in the path, with the right the call needs; throws the 404 or 403 otherwise. */
export async function requireMember(user: User, idOrSlug: string | undefined, right: Right): Promise<Membership> {
  const membership = idOrSlug ? await findMembership(user.id, idOrSlug) : null;
  if (!membership) throw notFound();
  if (!may(membership.role, right))
    throw problem(403, `Your role in this workspace (${membership.role}) does not allow that.`);
  return membership;
}
