import { and, eq } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { bookingEventTypeMembers, teamMembers, users } from "~db/schema";
import { handOver } from "./hand-over.server";
import type { OwnersAnd } from "./members.server";

type Leaver = { workspaceId: string; userId: string; owners: OwnersAnd["owners"] };

/** A member who takes no part any more: an owner gets what they own, and they are in no event type and no team. */
export async function endHosting(tx: Transaction, { workspaceId, userId, owners }: Leaver) {
  await handOver(tx, { workspaceId, from: userId, to: owners.find((id) => id !== userId)! });
  for (const table of [bookingEventTypeMembers, teamMembers]) {
    await tx.delete(table).where(and(eq(table.workspaceId, workspaceId), eq(table.userId, userId)));
  }
  await tx
    .update(users)
    .set({ defaultWorkspaceId: null })
    .where(and(eq(users.id, userId), eq(users.defaultWorkspaceId, workspaceId)));
}
