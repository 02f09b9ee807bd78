import type { User } from "~/domain/accounts/account";
import { findSession, type Session } from "~/domain/coaches/sessions.server";
import { notFound } from "./problem.server";

/** The session in the path if the caller is its client, its coach, or sees to its workspace; any other does not exist for them. */
export async function requireSession(user: User, id: string | undefined): Promise<Session> {
  const session = await findSession(id, user.id);
  if (!session) throw notFound();
  return session;
}
