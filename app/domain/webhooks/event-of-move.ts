import type { BookingStatus } from "../bookings/booking";
import type { Trigger } from "./webhook";

/** The moves of a booking's history, as far as they are told of. What one host of several answers is not. */
const triggersOf: Partial<Record<string, Trigger>> = {
  requested: "BOOKING_REQUESTED",
  booked: "BOOKING_CREATED",
  confirmed: "BOOKING_CREATED",
  declined: "BOOKING_REJECTED",
  rescheduled: "BOOKING_RESCHEDULED",
  // It is at another host's from then on: Cal.com's word for a booking that is not what it was.
  reassigned: "BOOKING_RESCHEDULED",
  cancelled: "BOOKING_CANCELLED",
  expired: "BOOKING_CANCELLED",
  completed: "MEETING_ENDED",
};

/** What a move is told as, one after the other. One that is moved and has to be confirmed again is also asked for anew. */
export function triggersFor(move: string, status: BookingStatus): Trigger[] {
  const trigger = triggersOf[move];
  if (!trigger) return [];
  return move === "rescheduled" && status === "pending" ? [trigger, "BOOKING_REQUESTED"] : [trigger];
}
