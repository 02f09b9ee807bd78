import { data, redirect } from "@remix-run/node";
import type { User } from "~/domain/accounts/account";
import { may, type Right, type Role } from "~/domain/workspaces/roles";
import { defaultMembership, type Membership } from "~/domain/workspaces/workspaces.server";
import { paths } from "~/paths";
import { readSession } from "./session.server";

export type Host = { user: User; sessionId: string; workspace: Membership["workspace"]; role: Role };

/** The signed-in user, or a redirect to sign in and back. */
export async function requireUser(request: Request) {
  const session = await readSession(request, Date.now());
  if (session) return session;
  const url = new URL(request.url);
  throw redirect(paths.login(url.pathname + url.search));
}

/** The signed-in member in their workspace, with the right that the page needs; one without a workspace first makes one. */
export async function requireHost(request: Request, right: Right = "event-types.read"): Promise<Host> {
  const { user, sessionId } = await requireUser(request);
  const membership = await defaultMembership(user);
  if (!membership) throw redirect(paths.newWorkspace());
  if (!may(membership.role, right)) throw data("This page is not open to you.", { status: 403 });
  return { user, sessionId, workspace: membership.workspace, role: membership.role };
}

/** Whether settings show the pages of a workspace: there is one, and the user is more than a client in it. */
export async function hasTeamPages(user: User) {
  const membership = await defaultMembership(user);
  return membership !== null && may(membership.role, "members.read");
}
