import type { Reason } from "../availability/slots";
import type { Booking } from "../bookings/booking";
import type { Following } from "../event-types/following";

/** What a member would leave behind who takes no part any more: what invitees count on them for. */
export type LeftBehind = {
  eventTypes: LeftEventType[];
  /** The first of them, by their start, each with who could take it and what keeps those who could not. */
  meetings: LeftMeeting[];
  meetingsTotal: number;
};

export type LeftEventType = {
  id: string;
  name: string;
  /** How many others host it. */
  otherHosts: number;
  isHost: boolean;
  /** Whether the schedule that it names is theirs. */
  lendsHours: boolean;
};

export type LeftMeeting = { booking: Booking; successors: Heir[] };

export type Heir = { userId: string; name: string; reasons: Reason[] };

/** So many meetings are settled by one form. */
export const mostMeetings = 50;

/** The one host of an event type has to be followed by somebody, or it is switched off. */
export function isLoneHost({ isHost, otherHosts }: LeftEventType) {
  return isHost && otherHosts === 0;
}

/** What is to happen to a meeting. Null: it is cancelled. */
export type MeetingChoice = null | {
  to: string;
  /** Whether it is cancelled where that person cannot take it. */
  elseCancel: boolean;
};

export type Choices = {
  eventTypes: Map<string, Following>;
  meetings: Map<string, MeetingChoice>;
};

export type Unsettled =
  | { kind: "event_type"; id: string; reason: "not_allowed" | "not_a_successor" | "lone_host" }
  | { kind: "meeting"; id: string; to: string; reason: "not_a_successor" }
  | { kind: "meeting"; id: string; to: string; reason: "slot_unavailable"; code: Reason };

export type Settled = { handedOver: number; cancelled: number; unsettled: Unsettled[] };
