import type { Booking } from "../bookings/booking";
import { isLinkMade } from "../calendars/wanted-event";
import { isLinkOnItsWay } from "../calendars/written-events.server";
import type { BookingKind } from "./notification";

/** A mail that says where to meet waits this long for the link at most, from the change on, in milliseconds. */
const patience = 2 * 60_000;

/** How long until it is looked for again, should nobody say that it has come. */
export const nextLook = 5000;

const promising = ["confirmed", "rescheduled", "reassigned"];

/** Whether a mail about a meeting has to wait for the link to it, which a calendar is making. */
export async function awaitsLink(kind: BookingKind, booking: Booking, now: number): Promise<boolean> {
  const [, change = ""] = kind.split("_");
  const isPromised = promising.includes(change) && booking.status === "confirmed" && isLinkMade(booking.locationType);
  if (!isPromised || booking.meetingUrl || now - booking.updatedAt >= patience) return false;
  return isLinkOnItsWay(booking);
}
