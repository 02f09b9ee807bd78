import { json } from "@remix-run/node";
import { declineInvitation } from "~/domain/workspaces/answer-invitation.server";
import { api, operation } from "~/http/api.server";
import { invitationRefusal } from "~/http/invitation-refusal.server";

const decline = operation({
  auth: "user",
  async handle({ user, params, now }) {
    const result = await declineInvitation({ token: params.token ?? "", user, now });
    return result.ok ? json({ status: "declined" }) : invitationRefusal(result);
  },
});

export const { loader, action } = api("/api/v1/invitations/{token}/decline", { POST: decline });
