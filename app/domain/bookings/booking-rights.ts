import { may, type Role } from "../workspaces/roles";
import type { Booking } from "./booking";

/** A host's own booking is theirs to see and change; anybody's is for owners and admins. */
export function maySeeBooking(booking: Booking, userId: string, role: Role) {
  return may(role, "bookings.change-any") || isHostOf(booking, userId);
}

export function isHostOf(booking: Booking, userId: string) {
  return booking.attendees.some((attendee) => attendee.kind === "host" && attendee.userId === userId);
}
