import { LinkInput, linkChange } from "~/domain/links/link-input";
import { countLinks, listLinks } from "~/domain/links/links.server";
import { createLink } from "~/domain/links/save-link.server";
import { api, created, list, listOf, operation, Page } from "~/http/api.server";
import { LinkAnswer } from "~/http/link-answer";
import { linkJson, linkRefusal, presentHours } from "~/http/link-json.server";
import { inWorkspace, ownLocation, OwnWorkspace, requireOwnWorkspace } from "~/http/own-workspace.server";

export const { loader, action } = api("/api/v1/bookings/links", {
  GET: operation({
    auth: "user",
    summary: "List links",
    description: "The caller's own; everybody's for owners and admins.",
    query: Page.extend(inWorkspace),
    answers: { 200: listOf(LinkAnswer) },
    async handle({ request, user, query }) {
      const { workspace, role } = await requireOwnWorkspace(request, user, "links.own");
      const member = { userId: user.id, role };
      const [links, total] = await Promise.all([
        listLinks(workspace.id, member, query),
        countLinks(workspace.id, member),
      ]);
      return list(links.map(linkJson), total, query);
    },
  }),
  POST: operation({
    auth: "user",
    summary: "Make a link",
    description: "With rules of its own, or following an event type. The usual rules stand in for what is left out.",
    query: OwnWorkspace,
    body: LinkInput,
    answers: { 201: LinkAnswer },
    creates: true,
    example: {
      title: "Coffee chat",
      settings: {
        durations: [15, 30],
        business_hours: [{ weekday: "monday", start: "09:00", end: "12:00" }],
        timezone: "Europe/Oslo",
        min_notice_minutes: 60,
      },
    },
    async handle({ request, user, body, now }) {
      const { workspace, role } = await requireOwnWorkspace(request, user, "links.own");
      const member = { userId: user.id, role };
      const change = linkChange(body, await presentHours(workspace.id, user, null));
      const input = { ...change, title: body.title, follows: change.follows ?? null };
      const made = await createLink({ workspaceId: workspace.id, member, input, now });
      if (!made.ok) return linkRefusal(made);
      return created(linkJson(made.link), ownLocation(request, `/api/v1/bookings/links/${made.link.id}`));
    },
  }),
});
