import { json } from "@remix-run/node";
import { isUuid } from "~/domain/fields";
import { changeMember } from "~/domain/workspaces/change-member.server";
import { withdrawInvitation } from "~/domain/workspaces/invitations.server";
import { findMember } from "~/domain/workspaces/members.server";
import { memberWords } from "~/domain/workspaces/member-words";
import { removeMember } from "~/domain/workspaces/remove-member.server";
import { may } from "~/domain/workspaces/roles";
import { MemberPatch } from "~/domain/workspaces/workspace";
import { api, noContent, operation } from "~/http/api.server";
import { requireMember } from "~/http/member.server";
import { notFound, problem } from "~/http/problem.server";
import { MemberAnswer } from "~/http/workspace-answer";
import { memberJson } from "~/http/workspace-json.server";

const read = operation({
  auth: "user",
  summary: "See a member",
  answers: { 200: MemberAnswer },
  async handle({ user, params, now }) {
    const { workspace } = await requireMember(user, params.ws, "members.read");
    const member = await findMember(workspace.id, params.userId, now);
    return member ? json(memberJson(member)) : notFound();
  },
});

const change = operation({
  auth: "user",
  summary: "Change a member's role, or deactivate them",
  body: MemberPatch,
  answers: { 200: MemberAnswer },
  example: { role: "admin" },
  async handle({ user, params, body, now }) {
    const { workspace } = await requireMember(user, params.ws, "members.change");
    if (!isUuid(params.userId)) return notFound();
    const [workspaceId, userId] = [workspace.id, params.userId.toLowerCase()];
    const result = await changeMember({ workspaceId, actorId: user.id, userId, ...body, now });
    if (!result.ok) return refusal(result.reason);
    const member = await findMember(workspaceId, userId, now);
    return member ? json(memberJson(member)) : notFound();
  },
});

/** Removes a member, or withdraws an open invitation. Everybody may remove themselves. */
const remove = operation({
  auth: "user",
  summary: "Remove a member, or withdraw an invitation",
  description: "Everybody may remove themselves, but a workspace keeps an owner.",
  answers: { 204: null },
  async handle({ user, params, now }) {
    const isSelf = params.userId?.toLowerCase() === user.id;
    const { workspace, role } = await requireMember(user, params.ws, "workspace.read");
    if (!isSelf && !may(role, "members.change")) return refusal("not_allowed");
    if (!isUuid(params.userId)) return notFound();
    const [workspaceId, id] = [workspace.id, params.userId.toLowerCase()];
    const result = await removeMember({ workspaceId, actorId: user.id, userId: id, now });
    if (result.ok) return noContent();
    if (result.reason !== "unknown") return refusal(result.reason);
    return (await withdrawInvitation({ workspaceId, userId: user.id, id, now })) ? noContent() : notFound();
  },
});

function refusal(reason: keyof typeof memberWords | "unknown") {
  if (reason === "unknown") return notFound();
  const status = reason === "not_allowed" || reason === "not_an_owner" ? 403 : 409;
  return problem(status, memberWords[reason], { code: reason });
}

export const { loader, action } = api("/api/v1/workspaces/{ws}/members/{user_id}", {
  GET: read,
  PATCH: change,
  DELETE: remove,
});
