import type { User } from "~/domain/accounts/account";
import type { CoachProfile } from "~/domain/coaches/coach";
import { findCoach, firstWorkspaceOf, showsCoaches } from "~/domain/coaches/coaches.server";
import { isUuid } from "~/domain/fields";
import { defaultMembership, findWorkspace } from "~/domain/workspaces/workspaces.server";
import { notFound } from "./problem.server";

/** The coach in the path: in the workspace that is named, else in the caller's, else where they took meetings first. */
export async function requireCoach(
  id: string | undefined,
  named: string | undefined,
  user: User | null,
): Promise<CoachProfile> {
  if (!isUuid(id)) throw notFound();
  const coach = named ? await inNamed(id, named) : ((user && (await inOwn(id, user))) ?? (await inFirst(id)));
  if (!coach || !(await showsCoaches(coach.workspaceId, user?.id ?? null))) throw notFound();
  return coach;
}

async function inNamed(id: string, named: string) {
  const workspace = await findWorkspace(named);
  return workspace && findCoach(workspace.id, id);
}

async function inOwn(id: string, user: User) {
  const membership = await defaultMembership(user);
  return membership && findCoach(membership.workspace.id, id);
}

async function inFirst(id: string) {
  const workspaceId = await firstWorkspaceOf(id);
  return workspaceId === null ? null : findCoach(workspaceId, id);
}
