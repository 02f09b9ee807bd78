import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { db } from "~db/client";
import { workspaceMembers, workspaces } from "~db/schema";
import { isUuid } from "../fields";
import type { Role } from "./roles";
import { isWorkspaceName } from "./workspace";

export type Workspace = {
  id: string;
  slug: string;
  name: string;
  description: string;
  /** Whether anybody may make themselves a client of it. */
  takesClients: boolean;
  createdAt: Date;
};
export type Membership = { workspace: Workspace; role: Role };

/** The workspace by id or slug, whoever asks: for public pages. */
export async function findWorkspace(idOrSlug: string): Promise<Workspace | null> {
  const [found] = await db.select(columns).from(workspaces).where(named(idOrSlug));
  return found ?? null;
}

/** The workspace with this user's role in it, or null: one that they are no active member of does not exist for them. */
export async function findMembership(userId: string, idOrSlug: string): Promise<Membership | null> {
  const [found] = await db
    .select({ workspace: columns, role: workspaceMembers.role })
    .from(workspaces)
    .innerJoin(workspaceMembers, eq(workspaceMembers.workspaceId, workspaces.id))
    .where(and(named(idOrSlug), isActive(userId)));
  return found ?? null;
}

/** Every workspace that a user is an active member of, first joined first. */
export async function listMemberships(userId: string): Promise<Membership[]> {
  return db
    .select({ workspace: columns, role: workspaceMembers.role })
    .from(workspaceMembers)
    .innerJoin(workspaces, eq(workspaces.id, workspaceMembers.workspaceId))
    .where(isActive(userId))
    .orderBy(asc(workspaceMembers.createdAt), asc(workspaces.id));
}

/** Where calls and pages without a workspace in their path act: the chosen one, else the first joined. */
export async function defaultMembership(user: { id: string; defaultWorkspaceId: string | null }) {
  const all = await listMemberships(user.id);
  return all.find((each) => each.workspace.id === user.defaultWorkspaceId) ?? all[0] ?? null;
}

function isActive(userId: string) {
  return and(eq(workspaceMembers.userId, userId), isNull(workspaceMembers.deactivatedAt));
}

const columns = {
  id: workspaces.id,
  slug: workspaces.slug,
  name: workspaces.name,
  description: workspaces.description,
  takesClients: workspaces.takesClients,
  createdAt: workspaces.createdAt,
};

function named(idOrSlug: string) {
  const name = idOrSlug.toLowerCase();
  if (!isWorkspaceName(name)) return sql`false`;
  return isUuid(name) ? eq(workspaces.id, name) : eq(workspaces.slug, name);
}
