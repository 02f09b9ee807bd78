import { and, eq, gt, inArray, or, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { db, type Transaction } from "~db/client";
import { users, workspaceInvitations, workspaceMembers } from "~db/schema";
import { isUuid } from "../fields";
import type { Role } from "./roles";

/** A member, or somebody who is asked to become one. `id` is the user's, or the invitation's while it is open. */
export type Member = {
  id: string;
  userId: string | null;
  name: string | null;
  email: string;
  role: Role;
  status: "active" | "invited";
  createdAt: Date;
  expiresAt: Date | null;
};

type Page = { limit: number; offset: number; now: number };

/** Members and open invitations, newest first. */
export async function listMembers(workspaceId: string, { limit, offset, now }: Page) {
  const everybody = () => unionAll(selectMembers(workspaceId), selectInvitations(workspaceId, now));
  const [items, total] = await Promise.all([
    everybody()
      .orderBy(sql`created_at desc, id`)
      .limit(limit)
      .offset(offset),
    db.$count(everybody().as("everybody")),
  ]);
  return { items: items as Member[], total };
}

/** The member or open invitation of this id, or null. */
export async function findMember(workspaceId: string, id: string | undefined, now: number): Promise<Member | null> {
  if (!isUuid(id)) return null;
  const [[member], [invitation]] = await Promise.all([
    selectMembers(workspaceId, id),
    selectInvitations(workspaceId, now, id),
  ]);
  return ((member ?? invitation) as Member | undefined) ?? null;
}

/**
 * Locks every owner and the two whom a deed is about, always in the same order, and returns their roles as they are now.
 * Whoever changes who owns a workspace does it under this lock, so that the last owner cannot be lost.
 */
export async function lockOwnersAnd(tx: Transaction, workspaceId: string, userIds: string[]) {
  const rows = await tx
    .select({ userId: workspaceMembers.userId, role: workspaceMembers.role })
    .from(workspaceMembers)
    .where(
      and(
        eq(workspaceMembers.workspaceId, workspaceId),
        or(eq(workspaceMembers.role, "owner"), inArray(workspaceMembers.userId, userIds)),
      ),
    )
    .orderBy(workspaceMembers.userId)
    .for("update");
  const owners = rows.filter((row) => row.role === "owner").map((row) => row.userId);
  return { owners, roleOf: (userId: string) => rows.find((row) => row.userId === userId)?.role };
}

function selectMembers(workspaceId: string, userId?: string) {
  return db
    .select({
      id: sql<string>`${workspaceMembers.userId}`.as("id"),
      userId: sql<string | null>`${workspaceMembers.userId}`.as("user_id"),
      name: sql<string | null>`${users.name}`.as("name"),
      email: users.email,
      role: workspaceMembers.role,
      status: sql<"active" | "invited">`'active'`.as("status"),
      createdAt: workspaceMembers.createdAt,
      expiresAt: sql<Date | null>`null::timestamptz`.mapWith(workspaceInvitations.expiresAt).as("expires_at"),
    })
    .from(workspaceMembers)
    .innerJoin(users, eq(users.id, workspaceMembers.userId))
    .where(
      and(eq(workspaceMembers.workspaceId, workspaceId), userId ? eq(workspaceMembers.userId, userId) : undefined),
    );
}

function selectInvitations(workspaceId: string, now: number, id?: string) {
  return db
    .select({
      id: sql<string>`${workspaceInvitations.id}`.as("id"),
      userId: sql<string | null>`null::uuid`.as("user_id"),
      name: sql<string | null>`null::text`.as("name"),
      email: workspaceInvitations.email,
      role: workspaceInvitations.role,
      status: sql<"active" | "invited">`'invited'`.as("status"),
      createdAt: workspaceInvitations.createdAt,
      expiresAt: sql<Date | null>`${workspaceInvitations.expiresAt}`
        .mapWith(workspaceInvitations.expiresAt)
        .as("expires_at"),
    })
    .from(workspaceInvitations)
    .where(
      and(
        eq(workspaceInvitations.workspaceId, workspaceId),
        eq(workspaceInvitations.status, "invited"),
        gt(workspaceInvitations.expiresAt, new Date(now)),
        id ? eq(workspaceInvitations.id, id) : undefined,
      ),
    );
}
