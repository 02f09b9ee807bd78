import { z } from "zod";
import type { User } from "~/domain/accounts/account";
import { may, type Right } from "~/domain/workspaces/roles";
import { defaultMembership, type Membership } from "~/domain/workspaces/workspaces.server";
import { withQuery } from "~/paths";
import { requireMember } from "./member.server";
import { problem } from "./problem.server";

/** What such a call takes in its query besides its own. */
export const inWorkspace = {
  workspace: z
    .string()
    .optional()
    .describe("One of the caller's workspaces, by its id or slug. Else their default one."),
};
export const OwnWorkspace = z.object(inWorkspace);

/** Where something is that such a call made: in the same workspace. */
export function ownLocation(request: Request, path: string): string {
  return withQuery(path, { workspace: new URL(request.url).searchParams.get("workspace") });
}

/** Where a call without a workspace in its path acts: the one that `workspace` in its query names, else the caller's own. */
export async function requireOwnWorkspace(request: Request, user: User, right: Right): Promise<Membership> {
  const named = new URL(request.url).searchParams.get("workspace");
  if (named) return requireMember(user, named, right);
  const membership = await defaultMembership(user);
  if (!membership) throw problem(409, "You are in no workspace yet. Make one, or take an invitation.");
  if (!may(membership.role, right))
    throw problem(403, `Your role in this workspace (${membership.role}) does not allow that.`);
  return membership;
}
