import { and, eq } from "drizzle-orm";
import { db } from "~db/client";
import { users, workspaceInvitations, workspaces } from "~db/schema";
import { record } from "../audit/audit.server";
import { hashToken } from "../tokens.server";
import type { Role } from "./roles";

export type Invitation = {
  workspace: { id: string; name: string; slug: string };
  email: string;
  role: Role;
  status: "invited" | "accepted" | "declined" | "revoked";
  inviterName: string | null;
  expiresAt: Date;
};

export type InvitationState = "open" | "expired" | "answered" | "revoked";

/** What a mailed link leads to, or null where it leads nowhere. */
export async function findInvitation(token: string, now: number) {
  const [found] = await db
    .select({
      workspace: { id: workspaces.id, name: workspaces.name, slug: workspaces.slug },
      email: workspaceInvitations.email,
      role: workspaceInvitations.role,
      status: workspaceInvitations.status,
      inviterName: users.name,
      expiresAt: workspaceInvitations.expiresAt,
    })
    .from(workspaceInvitations)
    .innerJoin(workspaces, eq(workspaces.id, workspaceInvitations.workspaceId))
    .leftJoin(users, eq(users.id, workspaceInvitations.invitedBy))
    .where(eq(workspaceInvitations.tokenHash, hashToken(token)));
  return found ? { invitation: found satisfies Invitation, state: invitationState(found, now) } : null;
}

export function invitationState(invitation: Pick<Invitation, "status" | "expiresAt">, now: number): InvitationState {
  if (invitation.status === "revoked") return "revoked";
  if (invitation.status !== "invited") return "answered";
  return invitation.expiresAt.getTime() <= now ? "expired" : "open";
}

type Withdraw = { workspaceId: string; userId: string; id: string; now: number };

/** Takes an open invitation back. False when there is none of this id. */
export async function withdrawInvitation({ workspaceId, userId, id, now }: Withdraw) {
  return db.transaction(async (tx) => {
    const withdrawn = await tx
      .update(workspaceInvitations)
      .set({ status: "revoked", answeredAt: new Date(now) })
      .where(
        and(
          eq(workspaceInvitations.workspaceId, workspaceId),
          eq(workspaceInvitations.id, id),
          eq(workspaceInvitations.status, "invited"),
        ),
      )
      .returning({ email: workspaceInvitations.email });
    if (withdrawn.length === 0) return false;
    const actor = { kind: "user" as const, userId };
    await record(tx, {
      workspaceId,
      actor,
      action: "member.invitation_withdrawn",
      subjectId: id,
      details: withdrawn[0],
    });
    return true;
  });
}
