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
  status: MemberStatus;
  createdAt: Date;
  expiresAt: Date | null;
};

export type MemberStatus = "active" | "deactivated" | "invited";

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
 * Locks every owner and the two whom a deed is about, always in the same order, and returns who they are now. Whoever
 * changes who owns a workspace does it under this lock, so that the last owner who is active cannot be lost.
 */
export async function lockOwnersAnd(tx: Transaction, workspaceId: string, userIds: string[]) {
  const { userId, role } = workspaceMembers;
  const rows = await tx
    .select({ userId, role, isActive: sql<boolean>`${workspaceMembers.deactivatedAt} is null` })
    .from(workspaceMembers)
    .where(and(eq(workspaceMembers.workspaceId, workspaceId), or(eq(role, "owner"), inArray(userId, userIds))))
    .orderBy(userId)
    .for("update");
  const find = (id: string) => rows.find((row) => row.userId === id);
  return {
    /** Those who are active. */
    owners: rows.filter((row) => row.role === "owner" && row.isActive).map((row) => row.userId),
    find,
    /** The role in which somebody may do things; a deactivated member may do nothing. */
    roleOf: (id: string) => (find(id)?.isActive ? find(id)!.role : null),
  };
}

export type OwnersAnd = Awaited<ReturnType<typeof lockOwnersAnd>>;

/**
 * Whoever is a member stays one, and active or not, until the transaction ends. To be taken before an event type is: whoever
 * ends a membership locks in this order too.
 */
export async function holdMembers(tx: Transaction, workspaceId: string, userIds: readonly string[]) {
  await tx.execute(sql`
    select 1 from workspace_members
    where workspace_id = ${workspaceId} and user_id = any(${sql.param([...userIds])}::uuid[])
    order by user_id for share`);
}

function selectMembers(workspaceId: string, userId?: string) {
  return db
    .select({
      id: sql<string>`${workspaceMembers.userId}`.as("id"),
      userId: sql<string | null>`${workspaceMembers.userId}`.as("user_id"),
      name: sql<string | null>`${users.name}`.as("name"),
      email: users.email,
      role: workspaceMembers.role,
      status:
        sql<MemberStatus>`case when ${workspaceMembers.deactivatedAt} is null then 'active' else 'deactivated' end`.as(
          "status",
        ),
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
      status: sql<MemberStatus>`'invited'`.as("status"),
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
