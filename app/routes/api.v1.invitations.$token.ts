import { json } from "@remix-run/node";
import { findInvitation } from "~/domain/workspaces/invitations.server";
import { invitationWords } from "~/domain/workspaces/member-words";
import { api, operation } from "~/http/api.server";
import { notFound, problem } from "~/http/problem.server";
import { InvitationAnswer } from "~/http/workspace-answer";
import { invitationJson } from "~/http/workspace-json.server";

const read = operation({
  auth: "user",
  summary: "See an invitation",
  answers: { 200: InvitationAnswer },
  refusals: [410],
  async handle({ params, now }) {
    const found = await findInvitation(params.token ?? "", now);
    if (!found) return notFound();
    if (found.state !== "open") return problem(410, invitationWords[found.state]);
    return json(invitationJson(found.invitation));
  },
});

export const { loader, action } = api("/api/v1/invitations/{token}", { GET: read });
