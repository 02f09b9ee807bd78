import type { BookingStatus } from "../bookings/booking";
import { cancel } from "../bookings/cancel.server";
import { changeBooking } from "../bookings/change-booking.server";
import type { Session } from "./sessions.server";

type Change = { session: Session; userId: string; status: BookingStatus; reason?: string; now: number };

/**
 * Gives a session another status. Its client may take it back and nothing else, as any invitee may: within what the coach
 * allows. `only_cancel`: the rest is for the coach.
 */
export async function changeSession({ session: { booking, part }, userId, status, reason = "", now }: Change) {
  if (part === "host") {
    const actor = { kind: "user", userId } as const;
    return changeBooking({ booking, input: { status, reason }, actor, now });
  }
  if (status !== "cancelled") return { ok: false, reason: "only_cancel" } as const;
  return cancel({ booking, reason, actor: { kind: "invitee" }, now });
}
