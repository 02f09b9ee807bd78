import type { User } from "~/domain/accounts/account";
import { maySeeBooking } from "~/domain/bookings/booking-rights";
import type { Booking } from "~/domain/bookings/booking";
import { findBooking } from "~/domain/bookings/bookings.server";
import { isUuid } from "~/domain/fields";
import type { Membership } from "~/domain/workspaces/workspaces.server";
import { requireMember } from "./member.server";
import { notFound } from "./problem.server";

type Params = { ws?: string; id?: string };

/** The booking in the path, if it is the caller's to see and change; any other does not exist for them. */
export async function requireBooking(
  user: User,
  params: Params,
): Promise<{ membership: Membership; booking: Booking }> {
  const membership = await requireMember(user, params.ws, "bookings.read");
  const booking = isUuid(params.id) ? await findBooking(membership.workspace.id, params.id) : null;
  if (!booking || !maySeeBooking(booking, user.id, membership.role)) throw notFound();
  return { membership, booking };
}
