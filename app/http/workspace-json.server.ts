import type { z } from "zod";
import { isoInstant } from "~/domain/time";
import type { Invitation } from "~/domain/workspaces/invitations.server";
import type { Member } from "~/domain/workspaces/members.server";
import type { Membership } from "~/domain/workspaces/workspaces.server";
import type { InvitationAnswer, MemberAnswer, WorkspaceAnswer } from "./workspace-answer";

export function workspaceJson({ workspace, role }: Membership): z.input<typeof WorkspaceAnswer> {
  return {
    id: workspace.id,
    name: workspace.name,
    slug: workspace.slug,
    description: workspace.description,
    takes_clients: workspace.takesClients,
    role,
    created_at: isoInstant(workspace.createdAt.getTime()),
  };
}

/** `id` is what PATCH and DELETE take: the user's, or the invitation's while it is open. */
export function memberJson(member: Member): z.input<typeof MemberAnswer> {
  return {
    id: member.id,
    user_id: member.userId,
    name: member.name,
    email: member.email,
    role: member.role,
    status: member.status,
    created_at: isoInstant(member.createdAt.getTime()),
    expires_at: member.expiresAt && isoInstant(member.expiresAt.getTime()),
  };
}

export function invitationJson(invitation: Invitation): z.input<typeof InvitationAnswer> {
  return {
    workspace: invitation.workspace,
    email: invitation.email,
    role: invitation.role,
    status: invitation.status,
    invited_by: invitation.inviterName,
    expires_at: isoInstant(invitation.expiresAt.getTime()),
  };
}
