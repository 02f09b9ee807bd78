import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { workspaceMembers } from "~db/schema";
import type { Role } from "../workspaces/roles";

export type Owner = { workspaceId: string; userId: string };

/**
 * Has changes to one member's calendars follow each other, so that one calendar is primary and one takes new events. Null
 * for whoever is no active member (any more).
 */
export async function holdMember(tx: Transaction, { workspaceId, userId }: Owner): Promise<Role | null> {
  const [member] = await tx
    .select({ role: workspaceMembers.role })
    .from(workspaceMembers)
    .where(
      and(
        eq(workspaceMembers.workspaceId, workspaceId),
        eq(workspaceMembers.userId, userId),
        isNull(workspaceMembers.deactivatedAt),
      ),
    )
    .for("no key update");
  return member?.role ?? null;
}
