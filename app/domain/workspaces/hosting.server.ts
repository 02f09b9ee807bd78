import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { workspaceMembers } from "~db/schema";

/** Of the members of a workspace those who take meetings in it at present. */
export const isHosting = and(ne(workspaceMembers.role, "client"), isNull(workspaceMembers.deactivatedAt));

/** Whether all of them do; and then they do until the transaction ends. */
export async function holdHosting(tx: Transaction, workspaceId: string, ids: string[]): Promise<boolean> {
  const { workspaceId: inWorkspace, userId } = workspaceMembers;
  const found = await tx
    .select({ userId })
    .from(workspaceMembers)
    .where(and(eq(inWorkspace, workspaceId), inArray(userId, ids), isHosting))
    .orderBy(userId)
    .for("share");
  return found.length === ids.length;
}
