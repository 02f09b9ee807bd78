import { invite } from "~/domain/workspaces/invite.server";
import { inviteWords } from "~/domain/workspaces/member-words";
import { listMembers } from "~/domain/workspaces/members.server";
import { InviteInput } from "~/domain/workspaces/workspace";
import { api, created, list, listOf, operation, Page } from "~/http/api.server";
import { requireMember } from "~/http/member.server";
import { problem } from "~/http/problem.server";
import { visitorLocale } from "~/http/visitor.server";
import { MemberAnswer } from "~/http/workspace-answer";
import { memberJson } from "~/http/workspace-json.server";

const readAll = operation({
  auth: "user",
  summary: "List members",
  description: "And those who are invited.",
  query: Page,
  answers: { 200: listOf(MemberAnswer) },
  async handle({ user, params, query, now }) {
    const { workspace } = await requireMember(user, params.ws, "members.read");
    const { items, total } = await listMembers(workspace.id, { ...query, now });
    return list(items.map(memberJson), total, query);
  },
});

const create = operation({
  auth: "user",
  summary: "Invite a member",
  description: "By a mail. Nobody becomes a member without saying yes.",
  body: InviteInput,
  answers: { 201: MemberAnswer },
  creates: true,
  example: { email: "mei@example.com", role: "member" },
  async handle({ request, user, params, body: input, now }) {
    const { workspace } = await requireMember(user, params.ws, "members.change");
    const { language } = visitorLocale(request);
    const result = await invite({ workspace, inviter: user, input, language, now });
    if (result.ok) {
      return created(memberJson(result.member), `/api/v1/workspaces/${workspace.id}/members/${result.member.id}`);
    }
    if (result.reason === "not_an_owner") return problem(403, inviteWords[result.reason]);
    return problem(409, inviteWords[result.reason], { code: result.reason });
  },
});

export const { loader, action } = api("/api/v1/workspaces/{ws}/members", { GET: readAll, POST: create });
