import type { Booking } from "./booking";

/** What an invitee may do to a confirmed meeting by its link, as its event type says. Hours are elapsed ones. */
export type InviteePolicy = {
  mayCancel: boolean;
  cancelNoticeHours: number;
  mayReschedule: boolean;
  rescheduleNoticeHours: number;
  requiresReason: boolean;
};

export type InviteeDeed = "cancel" | "reschedule";
export type PolicyRefusal = "not_allowed" | "too_late" | "reason_required";

type Meeting = Pick<Booking, "status" | "start" | "confirmedAt"> & { eventType: { policy: InviteePolicy } };

/** Why an invitee may not do it now; null where they may. */
export function policyRefusal(booking: Meeting, deed: InviteeDeed, now: number): "not_allowed" | "too_late" | null {
  if (isFreshRequest(booking)) return null;
  const { isAllowed, noticeHours } = readPolicy(booking, deed);
  if (!isAllowed) return "not_allowed";
  return now > lastMoment(booking, noticeHours) ? "too_late" : null;
}

/** Until when it can be done, in epoch milliseconds; null where it can't be at all, or as long as the meeting lasts. */
export function deadlineOf(booking: Meeting, deed: InviteeDeed): number | null {
  const { isAllowed, noticeHours } = readPolicy(booking, deed);
  if (isFreshRequest(booking) || !isAllowed || noticeHours === 0) return null;
  return lastMoment(booking, noticeHours);
}

/** Whether a deed needs a reason that was not given. */
export function lacksReason({ eventType: { policy } }: Meeting, reason: string) {
  return policy.requiresReason && reason.trim() === "";
}

/** A request is theirs to take back. A meeting that waits again because it was moved is none. */
function isFreshRequest({ status, confirmedAt }: Meeting) {
  return status === "pending" && confirmedAt === null;
}

/** No hours of notice: also after it has begun, since who is late must still be able to say that they won't come. */
function lastMoment({ start }: Meeting, noticeHours: number) {
  return noticeHours === 0 ? Infinity : start - noticeHours * 60 * 60 * 1000;
}

function readPolicy({ eventType: { policy } }: Meeting, deed: InviteeDeed) {
  return deed === "cancel"
    ? { isAllowed: policy.mayCancel, noticeHours: policy.cancelNoticeHours }
    : { isAllowed: policy.mayReschedule, noticeHours: policy.rescheduleNoticeHours };
}
