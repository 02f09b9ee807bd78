import { and, eq, isNull } from "drizzle-orm";
import { db } from "~db/client";
import { bookings, workspaceMembers } from "~db/schema";
import type { Booking } from "../bookings/booking";
import type { BookingFilter } from "../bookings/booking-filter.server";
import { findBooking, listBookings, type BookingOrder } from "../bookings/bookings.server";
import { isUuid } from "../fields";
import type { Role } from "../workspaces/roles";
import { partIn, type Part } from "./session";

type Wanted = Pick<BookingFilter, "workspaceId" | "clientId" | "statuses" | "endsAfter" | "endedBy"> & {
  coachId?: string;
  order?: BookingOrder;
  limit: number;
  offset: number;
};

/** The sessions of a client or of a coach; the latest first, if not told otherwise. */
export function listSessions({ coachId, order = "start_desc", ...filter }: Wanted) {
  return listBookings({ ...filter, hostId: coachId, areSessions: true, order });
}

export type Session = { booking: Booking; part: Part; role: Role };

/** The session of this id if this user has to do with it, in whatever workspace of theirs it is. */
export async function findSession(id: string | undefined, userId: string): Promise<Session | null> {
  if (!isUuid(id)) return null;
  const [place] = await db
    .select({ workspaceId: workspaceMembers.workspaceId, role: workspaceMembers.role })
    .from(workspaceMembers)
    .innerJoin(bookings, and(eq(bookings.workspaceId, workspaceMembers.workspaceId), eq(bookings.id, id)))
    .where(and(eq(workspaceMembers.userId, userId), isNull(workspaceMembers.deactivatedAt)));
  const booking = place ? await findBooking(place.workspaceId, id) : null;
  const part = booking?.clientId ? partIn(booking, { id: userId }, place!.role) : null;
  return booking && part && { booking, part, role: place!.role };
}
