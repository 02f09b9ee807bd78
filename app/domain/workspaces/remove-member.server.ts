import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { users, workspaceMembers } from "~db/schema";
import { record } from "../audit/audit.server";
import { handOver } from "./hand-over.server";
import { lockOwnersAnd } from "./members.server";
import { may, type Role } from "./roles";
import { whyNeeded } from "./needed-hosts.server";

type Remove = { workspaceId: string; actorId: string; userId: string; now: number };
type Refusal = "unknown" | "not_allowed" | "not_an_owner" | "last_owner" | "hosts_event_types" | "has_bookings";
type Removed = { ok: true } | { ok: false; reason: Refusal };

/** Ends a membership; one's own may be ended by anybody but the last owner. Nobody goes whom invitees count on. */
export async function removeMember({ workspaceId, actorId, userId, now }: Remove): Promise<Removed> {
  return db.transaction(async (tx) => {
    const { owners, roleOf } = await lockOwnersAnd(tx, workspaceId, [actorId, userId]);
    const role = roleOf(userId);
    if (!role) return { ok: false, reason: "unknown" };
    const isSelf = actorId === userId;
    const refusal = isSelf ? null : refusalFor(roleOf(actorId), role);
    if (refusal) return { ok: false, reason: refusal };
    if (role === "owner" && owners.length === 1) return { ok: false, reason: "last_owner" };
    const need = await whyNeeded(tx, workspaceId, userId, now);
    if (need) return { ok: false, reason: need };
    await handOver(tx, { workspaceId, from: userId, to: owners.find((id) => id !== userId)! });
    await endMembership(tx, workspaceId, userId);
    const actor = { kind: "user" as const, userId: actorId };
    await record(tx, {
      workspaceId,
      actor,
      action: isSelf ? "member.left" : "member.removed",
      subjectId: userId,
      details: { role },
    });
    return { ok: true };
  });
}

function refusalFor(actorRole: Role | undefined, role: Role) {
  if (!actorRole || !may(actorRole, "members.change")) return "not_allowed" as const;
  return role === "owner" && actorRole !== "owner" ? ("not_an_owner" as const) : null;
}

async function endMembership(tx: Transaction, workspaceId: string, userId: string) {
  await tx
    .delete(workspaceMembers)
    .where(and(eq(workspaceMembers.workspaceId, workspaceId), eq(workspaceMembers.userId, userId)));
  await tx
    .update(users)
    .set({ defaultWorkspaceId: null })
    .where(and(eq(users.id, userId), eq(users.defaultWorkspaceId, workspaceId)));
}
