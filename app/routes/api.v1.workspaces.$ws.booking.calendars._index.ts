import { countConnections, listNewestConnections } from "~/domain/calendars/connections.server";
import { api, list, listOf, operation, Page } from "~/http/api.server";
import { CalendarAnswer } from "~/http/calendar-answer";
import { calendarJson } from "~/http/calendar-json.server";
import { requireMember } from "~/http/member.server";

/** The caller's own connected calendars. */
export const { loader, action } = api("/api/v1/workspaces/{ws}/booking/calendars", {
  GET: operation({
    auth: "user",
    summary: "List calendars",
    description: "The caller's own.",
    query: Page,
    answers: { 200: listOf(CalendarAnswer) },
    async handle({ user, params, query }) {
      const { workspace } = await requireMember(user, params.ws, "calendars.own");
      const owner = { workspaceId: workspace.id, userId: user.id };
      const [found, total] = await Promise.all([listNewestConnections(owner, query), countConnections(owner)]);
      return list(found.map(calendarJson), total, query);
    },
  }),
});
