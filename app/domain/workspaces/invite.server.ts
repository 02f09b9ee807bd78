import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { db, type Transaction } from "~db/client";
import { users, workspaceInvitations, workspaceMembers, workspaces } from "~db/schema";
import type { User } from "../accounts/account";
import { record } from "../audit/audit.server";
import { notify } from "../notifications/notify.server";
import { hashToken, makeToken } from "../tokens.server";
import type { Member } from "./members.server";
import { may } from "./roles";
import type { InviteInput } from "./workspace";
import type { Workspace } from "./workspaces.server";

type Invite = {
  workspace: Workspace;
  inviter: User;
  input: z.output<typeof InviteInput>;
  language: string;
  now: number;
};
type Invited =
  { ok: true; member: Member } | { ok: false; reason: "already_member" | "deactivated_member" | "not_an_owner" };

const lifetime = 14 * 24 * 60 * 60 * 1000;

/** Asks somebody by mail to join. An open invitation of the same address is replaced: its link stops working. */
export async function invite({ workspace, inviter, input, language, now }: Invite): Promise<Invited> {
  const { email, role } = input;
  const token = makeToken();
  return db.transaction(async (tx) => {
    // Invitations of one workspace are written one after the other, so that there is one open for an address.
    await tx.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspace.id)).for("no key update");
    if (role === "owner" && !(await mayMakeOwners(tx, workspace.id, inviter.id)))
      return { ok: false, reason: "not_an_owner" };
    const member = await memberWithAddress(tx, workspace.id, email);
    if (member) return { ok: false, reason: member.isActive ? "already_member" : "deactivated_member" };
    await revokeOpen(tx, workspace.id, email, now);
    const [made] = await tx
      .insert(workspaceInvitations)
      .values({
        workspaceId: workspace.id,
        email,
        role,
        tokenHash: hashToken(token),
        invitedBy: inviter.id,
        expiresAt: new Date(now + lifetime),
        createdAt: new Date(now),
      })
      .returning();
    await notify(tx, [
      {
        kind: "member_invitation",
        recipient: email,
        recipientName: "",
        workspaceId: workspace.id,
        bookingId: null,
        payload: { token, workspaceName: workspace.name, inviterName: inviter.name, role, language },
        dedupeKey: `member_invitation:${made!.id}`,
      },
    ]);
    const actor = { kind: "user" as const, userId: inviter.id };
    const details = { email, role };
    await record(tx, { workspaceId: workspace.id, actor, action: "member.invited", subjectId: made!.id, details });
    const { id, createdAt, expiresAt } = made!;
    return { ok: true, member: { id, userId: null, name: null, email, role, status: "invited", createdAt, expiresAt } };
  });
}

async function mayMakeOwners(tx: Transaction, workspaceId: string, userId: string) {
  const [found] = await tx
    .select({ role: workspaceMembers.role })
    .from(workspaceMembers)
    .where(
      and(
        eq(workspaceMembers.workspaceId, workspaceId),
        eq(workspaceMembers.userId, userId),
        isNull(workspaceMembers.deactivatedAt),
      ),
    );
  return found !== undefined && may(found.role, "members.change-owners");
}

async function memberWithAddress(tx: Transaction, workspaceId: string, email: string) {
  const [found] = await tx
    .select({ isActive: sql<boolean>`${workspaceMembers.deactivatedAt} is null` })
    .from(workspaceMembers)
    .innerJoin(users, eq(users.id, workspaceMembers.userId))
    .where(and(eq(workspaceMembers.workspaceId, workspaceId), eq(sql`lower(${users.email})`, sql`lower(${email})`)));
  return found;
}

async function revokeOpen(tx: Transaction, workspaceId: string, email: string, now: number) {
  await tx
    .update(workspaceInvitations)
    .set({ status: "revoked", answeredAt: new Date(now) })
    .where(
      and(
        eq(workspaceInvitations.workspaceId, workspaceId),
        eq(workspaceInvitations.status, "invited"),
        eq(sql`lower(${workspaceInvitations.email})`, sql`lower(${email})`),
      ),
    );
}
