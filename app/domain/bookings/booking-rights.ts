import { may, type Role } from "../workspaces/roles";
import type { Attendee, Booking } from "./booking";

/** A host's own booking is theirs to see and change; anybody's is for owners and admins. */
export function maySeeBooking(booking: Booking, userId: string, role: Role) {
  return may(role, "bookings.change-any") || isHostOf(booking, userId);
}

export function isHostOf(booking: Booking, userId: string) {
  return booking.attendees.some((attendee) => attendee.kind === "host" && attendee.userId === userId);
}

/** Whose place in a booking this member may hand to somebody else: their own, and owners and admins anybody's. */
export function placesToHandOver(booking: Booking, userId: string, role: Role): Attendee[] {
  const hosts = booking.attendees.filter((attendee) => attendee.kind === "host");
  return may(role, "bookings.change-any") ? hosts : hosts.filter((host) => host.userId === userId);
}
