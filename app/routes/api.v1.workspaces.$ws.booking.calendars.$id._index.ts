import { json } from "@remix-run/node";
import { CalendarPatch } from "~/domain/calendars/calendar-patch";
import { changeConnection } from "~/domain/calendars/change-connection.server";
import { findConnection } from "~/domain/calendars/connections.server";
import { disconnectCalendar } from "~/domain/calendars/disconnect.server";
import { api, noContent, operation } from "~/http/api.server";
import { CalendarAnswer } from "~/http/calendar-answer";
import { calendarJson } from "~/http/calendar-json.server";
import { requireMember } from "~/http/member.server";
import { notFound, problem } from "~/http/problem.server";

export const { loader, action } = api("/api/v1/workspaces/{ws}/booking/calendars/{id}", {
  GET: operation({
    auth: "user",
    summary: "Read a calendar",
    answers: { 200: CalendarAnswer },
    async handle({ user, params }) {
      const { workspace } = await requireMember(user, params.ws, "calendars.own");
      const found = await findConnection({ workspaceId: workspace.id, userId: user.id }, params.id);
      return found ? json(calendarJson(found)) : notFound();
    },
  }),
  PATCH: operation({
    auth: "user",
    summary: "Change what a calendar is for",
    description: "What is left out stays as it is.",
    answers: { 200: CalendarAnswer },
    example: { check_conflicts: true, stale_after_minutes: 60 },
    body: CalendarPatch,
    async handle({ user, params, body, now }) {
      const { workspace } = await requireMember(user, params.ws, "calendars.own");
      const owner = { workspaceId: workspace.id, userId: user.id };
      const changed = await changeConnection({ ...owner, id: params.id, patch: body, now });
      if (!changed.ok && changed.reason === "not_writable")
        return problem(409, "The provider lets us read this calendar only, so bookings cannot be written to it.");
      if (!changed.ok && changed.reason === "takes_no_meetings")
        return problem(409, "You take no meetings in this workspace, so nothing of your calendars is read.");
      const found = changed.ok && (await findConnection(owner, params.id));
      return found ? json(calendarJson(found)) : notFound();
    },
  }),
  DELETE: operation({
    auth: "user",
    summary: "Disconnect a calendar",
    answers: { 204: null },
    async handle({ user, params, now }) {
      const { workspace } = await requireMember(user, params.ws, "calendars.own");
      const gone = await disconnectCalendar({ workspaceId: workspace.id, userId: user.id, id: params.id, now });
      return gone.ok ? noContent() : notFound();
    },
  }),
});
