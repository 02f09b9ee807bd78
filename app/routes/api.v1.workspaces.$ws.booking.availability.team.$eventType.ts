import { json } from "@remix-run/node";
import { calendarMembers } from "~/domain/availability/calendar-members.server";
import { DatesQuery, daysRange } from "~/domain/availability/slots-query";
import { readTeamCalendar } from "~/domain/availability/team-calendar.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import { api, operation } from "~/http/api.server";
import { requireMember } from "~/http/member.server";
import { notFound } from "~/http/problem.server";
import { TeamAvailabilityAnswer } from "~/http/team-calendar-answer";
import { memberTimeJson, stretchesJson } from "~/http/team-calendar-json.server";

/** When an event type's hosts are open and busy, and when all of them are free. */
const read = operation({
  auth: "user",
  summary: "Read when an event type's hosts are free",
  description: "The dates are dates in `timezone`, 62 at most, both inclusive.",
  query: DatesQuery,
  answers: { 200: TeamAvailabilityAnswer },
  async handle({ user, params, query: { from, to, timezone = user.timezone }, now }) {
    const { workspace, role } = await requireMember(user, params.ws, "members.read");
    const eventType = await findEventType(workspace.id, params.eventType);
    if (!eventType || eventType.archivedAt) return notFound();
    const members = await calendarMembers(workspace.id, { team: null, eventType });
    const range = daysRange(from, to, timezone);
    const viewer = { userId: user.id, role };
    const calendar = await readTeamCalendar({ workspaceId: workspace.id, members, eventType, range, viewer, now });
    return json({
      timezone,
      members: calendar.members.map(memberTimeJson),
      overlaps: stretchesJson(calendar.overlaps),
    });
  },
});

export const { loader, action } = api("/api/v1/workspaces/{ws}/booking/availability/team/{event_type}", { GET: read });
