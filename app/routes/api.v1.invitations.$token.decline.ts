import { json } from "@remix-run/node";
import { z } from "zod";
import { declineInvitation } from "~/domain/workspaces/answer-invitation.server";
import { api, operation } from "~/http/api.server";
import { invitationRefusal } from "~/http/invitation-refusal.server";

const decline = operation({
  auth: "user",
  summary: "Decline an invitation",
  answers: { 200: z.strictObject({ status: z.literal("declined") }) },
  refusals: [410],
  async handle({ user, params, now }) {
    const result = await declineInvitation({ token: params.token ?? "", user, now });
    return result.ok ? json({ status: "declined" }) : invitationRefusal(result);
  },
});

export const { loader, action } = api("/api/v1/invitations/{token}/decline", { POST: decline });
