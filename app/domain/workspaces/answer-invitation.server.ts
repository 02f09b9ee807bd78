import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { workspaceInvitations, workspaceMembers } from "~db/schema";
import type { User } from "../accounts/account";
import { noteVerified } from "../accounts/verify-email.server";
import { record } from "../audit/audit.server";
import { createDefaultSchedule } from "../availability/schedules.server";
import { hashToken } from "../tokens.server";
import { invitationState } from "./invitations.server";
import { may } from "./roles";

type Answer = { token: string; user: User; now: number };
export type Refusal =
  | { ok: false; reason: "unknown" | "expired" | "answered" | "revoked" }
  | { ok: false; reason: "other_address"; email: string };
type Answered = { ok: true; workspaceId: string } | Refusal;

/** Makes the user a member. The token came by mail to their address, so that is proven too. */
export async function acceptInvitation(answer: Answer): Promise<Answered> {
  return db.transaction(async (tx) => {
    const taken = await takeInvitation(tx, answer, "accepted");
    if (!taken.ok) return taken;
    const { workspaceId, id, role } = taken.invitation;
    const { id: userId, timezone } = answer.user;
    await tx.insert(workspaceMembers).values({ workspaceId, userId, role }).onConflictDoNothing();
    if (may(role, "schedules.own")) await createDefaultSchedule(tx, { workspaceId, userId, timezone });
    await noteVerified(tx, userId, answer.now);
    const actor = { kind: "user" as const, userId };
    await record(tx, {
      workspaceId,
      actor,
      action: "member.joined",
      subjectId: userId,
      details: { role, invitation: id },
    });
    return { ok: true, workspaceId };
  });
}

export async function declineInvitation(answer: Answer): Promise<Answered> {
  return db.transaction(async (tx) => {
    const taken = await takeInvitation(tx, answer, "declined");
    if (!taken.ok) return taken;
    const { workspaceId, id, email } = taken.invitation;
    const actor = { kind: "user" as const, userId: answer.user.id };
    await record(tx, { workspaceId, actor, action: "member.declined", subjectId: id, details: { email } });
    return { ok: true, workspaceId };
  });
}

/** Answers once: a second answer waits for the lock and finds the first. */
async function takeInvitation(tx: Transaction, { token, user, now }: Answer, status: "accepted" | "declined") {
  const [invitation] = await tx
    .select()
    .from(workspaceInvitations)
    .where(eq(workspaceInvitations.tokenHash, hashToken(token)))
    .for("update");
  if (!invitation) return { ok: false as const, reason: "unknown" as const };
  const state = invitationState(invitation, now);
  if (state !== "open") return { ok: false as const, reason: state };
  if (invitation.email.toLowerCase() !== user.email.toLowerCase()) {
    return { ok: false as const, reason: "other_address" as const, email: invitation.email };
  }
  await tx
    .update(workspaceInvitations)
    .set({ status, answeredAt: new Date(now) })
    .where(
      and(eq(workspaceInvitations.workspaceId, invitation.workspaceId), eq(workspaceInvitations.id, invitation.id)),
    );
  return { ok: true as const, invitation };
}
