import { json } from "@remix-run/node";
import { calendarMembers } from "~/domain/availability/calendar-members.server";
import { daysRange, TeamCalendarQuery } from "~/domain/availability/slots-query";
import { readTeamCalendar } from "~/domain/availability/team-calendar.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import { findTeam } from "~/domain/teams/teams.server";
import { api, operation } from "~/http/api.server";
import { requireMember } from "~/http/member.server";
import { notFound } from "~/http/problem.server";
import { TeamCalendarAnswer } from "~/http/team-calendar-answer";
import { calendarBookingJson, memberTimeJson, stretchesJson } from "~/http/team-calendar-json.server";

/** When everybody who hosts, a team or an event type's hosts are open, busy and booked, and when all are free. */
const read = operation({
  auth: "user",
  summary: "Read the team calendar",
  description:
    "When everybody who hosts, a team, or an event type's hosts are open, busy and booked, and when all are free. The dates are dates in `timezone`, 62 at most, both inclusive.",
  query: TeamCalendarQuery,
  answers: { 200: TeamCalendarAnswer },
  async handle({ user, params, query, now }) {
    const { workspace, role } = await requireMember(user, params.ws, "bookings.read");
    const { from, to, timezone = user.timezone, team_id: teamId, event_type_id: eventTypeId } = query;
    const [team, eventType] = await Promise.all([
      teamId ? findTeam(workspace.id, teamId) : null,
      eventTypeId ? findEventType(workspace.id, eventTypeId) : null,
    ]);
    if ((teamId && !team) || (eventTypeId && (!eventType || eventType.archivedAt))) return notFound();
    const members = await calendarMembers(workspace.id, { team, eventType });
    const range = daysRange(from, to, timezone);
    const viewer = { userId: user.id, role };
    const calendar = await readTeamCalendar({ workspaceId: workspace.id, members, eventType, range, viewer, now });
    return json({
      timezone,
      members: calendar.members.map(memberTimeJson),
      bookings: calendar.bookings.map(calendarBookingJson),
      overlaps: stretchesJson(calendar.overlaps),
    });
  },
});

export const { loader, action } = api("/api/v1/workspaces/{ws}/booking/availability/team-calendar", { GET: read });
