import type { Booking } from "../bookings/booking";
import { callOff } from "../bookings/cancel-bookings.server";
import { reassign } from "../bookings/reassign.server";
import { leaveEventType } from "../event-types/leave-event-type.server";
import type { Choices, MeetingChoice, Settled, Unsettled } from "./left-behind";
import { listLeftMeetings } from "./left-behind.server";
import type { Role } from "./roles";

type Settle = {
  workspaceId: string;
  actor: { userId: string; role: Role };
  /** Who takes no part any more. */
  userId: string;
  choices: Choices;
  /** What everybody reads whose meeting it is. */
  reason: string;
  now: number;
};

/**
 * Does what was chosen about what a member leaves behind, each thing in a transaction of its own with its mails: what is done
 * stays done, whatever comes after it. The event types come first, so that nobody books the member any more meanwhile. A
 * meeting that is theirs no longer is left alone.
 */
export async function settleLeftBehind(settle: Settle): Promise<Settled> {
  const settled: Settled = { handedOver: 0, cancelled: 0, unsettled: await leaveEventTypes(settle) };
  const { workspaceId, userId, choices, now } = settle;
  const { items } = await listLeftMeetings({ workspaceId, userId, now }, [...choices.meetings.keys()]);
  for (const booking of items) {
    const done = await settleMeeting(settle, booking, choices.meetings.get(booking.id)!);
    if (done === "handed_over") settled.handedOver++;
    else if (done === "cancelled") settled.cancelled++;
    else if (done) settled.unsettled.push(done);
  }
  return settled;
}

async function leaveEventTypes({ workspaceId, actor, userId, choices, now }: Settle) {
  const unsettled: Unsettled[] = [];
  for (const [id, followed] of choices.eventTypes) {
    const left = await leaveEventType({ workspaceId, id, actor, userId, followed, now });
    if (!left.ok) unsettled.push({ kind: "event_type", id, reason: left.reason });
  }
  return unsettled;
}

async function settleMeeting(
  { workspaceId, actor, userId, reason, now }: Settle,
  booking: Booking,
  choice: MeetingChoice,
) {
  const cancelled = async () =>
    (await callOff({ workspaceId, actorId: actor.userId, reason }, booking.id, now)) ? "cancelled" : null;
  if (!choice) return cancelled();
  const { to, elseCancel } = choice;
  const handover = { booking, from: userId, to, actor: { kind: "user", userId: actor.userId } as const, reason, now };
  const result = await reassign(handover);
  if (result.ok) return "handed_over";
  // It was handed over or called off a moment before.
  if (result.reason === "not_changeable" || result.reason === "not_a_host") return null;
  if (elseCancel) return cancelled();
  const about = { kind: "meeting", id: booking.id, to } as const;
  return result.reason === "slot_unavailable"
    ? ({ ...about, reason: result.reason, code: result.code } satisfies Unsettled)
    : ({ ...about, reason: result.reason } satisfies Unsettled);
}
