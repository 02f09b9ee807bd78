import { listActiveHosts } from "../event-types/choices.server";
import type { EventType } from "../event-types/event-type";
import type { Team } from "../teams/team";
import type { CalendarMember } from "./team-calendar";

type Filter = { team: Team | null; eventType: EventType | null };

/** Whose time is looked at: a team's, else an event type's hosts', else everybody's who takes meetings. By name. */
export async function calendarMembers(workspaceId: string, { team, eventType }: Filter): Promise<CalendarMember[]> {
  if (team) return byName(team.members);
  const hosts = (await listActiveHosts(workspaceId)).map(({ id, name, timezone }) => ({ userId: id, name, timezone }));
  const isHost = ({ userId }: CalendarMember) => eventType?.members.some((member) => member.userId === userId) ?? true;
  return byName(hosts.filter(isHost));
}

function byName(members: readonly CalendarMember[]): CalendarMember[] {
  return members
    .map(({ userId, name, timezone }) => ({ userId, name, timezone }))
    .sort((a, b) => a.name.localeCompare(b.name) || (a.userId < b.userId ? -1 : 1));
}
