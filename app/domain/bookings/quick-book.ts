import type { EventType } from "../event-types/event-type";
import { carriedAnswerFields } from "../templates/carried-answers";

/** The hosts of whom one may be asked for alone: nobody where it is one host's anyway, or where all are needed. */
export function hostsToChoose({ members, assignmentType }: Pick<EventType, "members" | "assignmentType">) {
  return members.length > 1 && assignmentType !== "all_hands" ? members : [];
}

type Wanted = { teamId?: string; userIds: readonly string[] };

/** Whether it may be booked with these people: its own hosts, or a team's, as a team event can be held by any unless it belongs to one. */
export function canHold(eventType: Pick<EventType, "members" | "isTeamEvent" | "teamId">, { teamId, userIds }: Wanted) {
  const { members, isTeamEvent, teamId: own } = eventType;
  if (teamId !== undefined) return isTeamEvent && (own === null || own === teamId);
  return userIds.every((id) => members.some(({ userId }) => userId === id));
}

const typed = ["name", "email", "timezone", "locale", "guests", "notes"];
/** Servers and proxies refuse addresses that are much longer. */
const mostBytes = 3000;

/** What was typed about the invitee, as far as an address can carry it to another page and back. */
export function carriedAnswers(values: Record<string, string[]>): Record<string, string | string[]> {
  const given = typed.flatMap((name) => {
    const value = values[name]?.[0] ?? "";
    return value && encodeURIComponent(value).length <= mostBytes ? [[name, value] as const] : [];
  });
  return { ...Object.fromEntries(given), ...carriedAnswerFields(values) };
}
