import { invite } from "~/domain/workspaces/invite.server";
import { listMembers } from "~/domain/workspaces/members.server";
import { InviteInput } from "~/domain/workspaces/workspace";
import { api, created, list, operation, Page } from "~/http/api.server";
import { requireMember } from "~/http/member.server";
import { problem } from "~/http/problem.server";
import { visitorLocale } from "~/http/visitor.server";
import { memberJson } from "~/http/workspace-json.server";

const readAll = operation({
  auth: "user",
  query: Page,
  async handle({ user, params, query, now }) {
    const { workspace } = await requireMember(user, params.ws, "members.read");
    const { items, total } = await listMembers(workspace.id, { ...query, now });
    return list(items.map(memberJson), total, query);
  },
});

const create = operation({
  auth: "user",
  body: InviteInput,
  async handle({ request, user, params, body: input, now }) {
    const { workspace } = await requireMember(user, params.ws, "members.change");
    const { language } = visitorLocale(request);
    const result = await invite({ workspace, inviter: user, input, language, now });
    if (result.ok) {
      return created(memberJson(result.member), `/api/v1/workspaces/${workspace.id}/members/${result.member.id}`);
    }
    if (result.reason === "already_member")
      return problem(409, "That person is a member already.", { code: result.reason });
    return problem(403, "Only owners make owners.");
  },
});

export const { loader, action } = api({ GET: readAll, POST: create });
