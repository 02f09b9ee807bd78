import { json } from "@remix-run/node";
import { z } from "zod";
import { acceptInvitation } from "~/domain/workspaces/answer-invitation.server";
import { findMembership } from "~/domain/workspaces/workspaces.server";
import { api, operation } from "~/http/api.server";
import { invitationRefusal } from "~/http/invitation-refusal.server";
import { notFound } from "~/http/problem.server";
import { WorkspaceAnswer } from "~/http/workspace-answer";
import { workspaceJson } from "~/http/workspace-json.server";

const accept = operation({
  auth: "user",
  summary: "Accept an invitation",
  description: "By whoever has the address that it was sent to, which is proven by this.",
  answers: { 200: z.strictObject({ status: z.literal("accepted"), workspace: WorkspaceAnswer }) },
  refusals: [410],
  async handle({ user, params, now }) {
    const result = await acceptInvitation({ token: params.token ?? "", user, now });
    if (!result.ok) return invitationRefusal(result);
    const membership = await findMembership(user.id, result.workspaceId);
    return membership ? json({ status: "accepted", workspace: workspaceJson(membership) }) : notFound();
  },
});

export const { loader, action } = api("/api/v1/invitations/{token}/accept", { POST: accept });
