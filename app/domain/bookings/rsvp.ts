import { z } from "zod";
import { needsAnswer, type EventType, type Quorum } from "../event-types/event-type";
import { paragraph } from "../fields";
import { hostsOf, type Actor, type Attendee, type Booking } from "./booking";

/** All hands: each host says for themselves whether they come, and the quorum decides whether the meeting takes place. */

export type Answer = "accepted" | "declined";
type Status = Attendee["status"];

export function tally(statuses: readonly Status[]) {
  const count = (status: Status) => statuses.filter((each) => each === status).length;
  return { accepted: count("confirmed"), declined: count("declined"), open: count("pending"), count: statuses.length };
}

/** What the answers so far make of a meeting. Lost: not even if all who are still open said yes. */
export function outcomeOf(quorum: Quorum, statuses: readonly Status[]): "open" | "reached" | "lost" {
  const { accepted, open, count } = tally(statuses);
  const needed = { all: count, majority: Math.floor(count / 2) + 1, any: 1 }[quorum];
  if (accepted >= needed) return "reached";
  return accepted + open < needed ? "lost" : "open";
}

/** Whether a meeting can still take place if one more of those who have not answered says no. */
export function bearsAnotherNo({ attendees, eventType }: Pick<Booking, "attendees" | "eventType">): boolean {
  const statuses = hostsOf({ attendees }).map((host) => host.status);
  const next = statuses.indexOf("pending");
  return outcomeOf(eventType.rsvpQuorum, next === -1 ? statuses : statuses.with(next, "declined")) !== "lost";
}

/** Why a meeting is cancelled of which the quorum is lost, as hosts and machines read it; its invitee's page has words of its own. */
export const tooFewReason = "Not enough of its hosts said yes.";

/** Cancelled because its host, or too many of its hosts, said no. */
export function isTurnedDown({ status, attendees, eventType }: Pick<Booking, "status" | "attendees" | "eventType">) {
  const statuses = hostsOf({ attendees }).map((host) => host.status);
  return status === "cancelled" && outcomeOf(eventType.rsvpQuorum, statuses) === "lost";
}

/** Whom the invitee meets. Of all hands, once the meeting stands, that is nobody who said no. */
export function hostsToMeet({ status, attendees }: Pick<Booking, "status" | "attendees">): Attendee[] {
  const stands = status === "confirmed" || status === "completed";
  return hostsOf({ attendees }).filter((host) => !stands || host.status !== "declined");
}

type Beginning = {
  eventType: Pick<EventType, "assignmentType" | "requiresConfirmation" | "rsvpQuorum">;
  hostIds: string[];
  actor: Actor;
  /** A host who books needs nobody's yes, one who moves a request does. */
  isByHost?: boolean;
};

/** How a meeting stands when it is booked, and again when it is moved. A host who does that has said yes by it. */
export function beginning({ eventType, hostIds, actor, isByHost = false }: Beginning) {
  if (eventType.assignmentType !== "all_hands") {
    const status: "pending" | "confirmed" = needsAnswer(eventType, isByHost) ? "pending" : "confirmed";
    return { status, accepted: status === "confirmed" ? hostIds : [] };
  }
  const accepted = actor.kind === "user" ? hostIds.filter((id) => id === actor.userId) : [];
  const statuses = hostIds.map((id) => (accepted.includes(id) ? "confirmed" : "pending"));
  const isReached = outcomeOf(eventType.rsvpQuorum, statuses) === "reached";
  return { status: isReached ? ("confirmed" as const) : ("pending" as const), accepted };
}

/** A host can answer until the meeting begins, also after enough of the others have. */
export function mayAnswer({ status, start }: Pick<Booking, "status" | "start">, now: number) {
  return (status === "pending" || status === "confirmed") && now < start;
}

/** Whether the host at this address has not answered yet. */
export function isOpenFor({ attendees }: Pick<Booking, "attendees">, address: string) {
  return hostsOf({ attendees }).some(({ email, status }) => email === address && status === "pending");
}

export type AskingState = "open" | "answered" | "replaced" | "closed";

type Asking = { response: Answer | null; replacedAt: Date | null };

export function stateOfAsking(
  { response, replacedAt }: Asking,
  booking: Pick<Booking, "status" | "start">,
  now: number,
): AskingState {
  if (response && !replacedAt) return "answered";
  if (!mayAnswer(booking, now)) return "closed";
  return replacedAt ? "replaced" : "open";
}

export const commentField = paragraph("The comment", 500);

export const RespondInput = z.strictObject({
  response: z.enum(["accept", "decline"], { error: "The response is accept or decline." }),
  comment: commentField.default(""),
});

export const answerOf: Record<z.output<typeof RespondInput>["response"], Answer> = {
  accept: "accepted",
  decline: "declined",
};
