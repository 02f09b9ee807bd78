import type { AssignmentType, EventType, LocationType } from "~/domain/event-types/event-type";
import { offeredDurations } from "~/domain/event-types/event-type";

/** Words of the host's pages about event types. */
export const locationNames: Record<LocationType, string> = {
  google_meet: "Google Meet",
  microsoft_teams: "Microsoft Teams",
  zoom: "Zoom",
  phone: "Phone",
  in_person: "In person",
  custom: "Elsewhere",
};

export const assignmentNames: Record<AssignmentType, string> = {
  round_robin: "Round robin",
  collective: "Collective",
  all_hands: "All hands",
};

export const assignmentHints: Record<AssignmentType, string> = {
  round_robin: "One host. Whoever has had the fewest.",
  collective: "One host. The highest priority that is free.",
  all_hands: "Everybody. Only when all are free.",
};

export function lengthWords(eventType: Pick<EventType, "durationMinutes" | "durationOptions">) {
  return `${offeredDurations(eventType).join(", ")} min`;
}

type Changes = Pick<
  EventType,
  "inviteeMayCancel" | "cancelNoticeHours" | "inviteeMayReschedule" | "rescheduleNoticeHours" | "requiresReason"
>;

/** "They can move it until 24 hours before, with a reason. They cannot cancel it." */
export function changeWords(eventType: Changes) {
  const { inviteeMayCancel, cancelNoticeHours, inviteeMayReschedule, rescheduleNoticeHours, requiresReason } =
    eventType;
  const why = requiresReason ? ", with a reason" : "";
  const deed = (what: string, isAllowed: boolean, hours: number) => {
    if (!isAllowed) return `They cannot ${what}.`;
    const until = hours === 0 ? "as long as it lasts" : `until ${hours} ${hours === 1 ? "hour" : "hours"} before`;
    return `They can ${what} ${until}${why}.`;
  };
  return [
    deed("move it", inviteeMayReschedule, rescheduleNoticeHours),
    deed("cancel it", inviteeMayCancel, cancelNoticeHours),
  ].join(" ");
}

/** What each host gets of a round robin: "Ingrid gets 1 of 4 meetings, Adaeze 2 of 4." Null where all get the same. */
export function shareWords(members: { name: string; weight: number }[]): string | null {
  const sum = members.reduce((total, member) => total + member.weight, 0);
  if (members.every((member) => member.weight === members[0]?.weight)) return null;
  const shares = members.map(
    ({ name, weight }, index) =>
      `${name}${index === 0 ? " gets" : ""} ${weight} of ${sum}${index === 0 ? " meetings" : ""}`,
  );
  return `With these weights ${shares.join(", ")}.`;
}
