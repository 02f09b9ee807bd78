import { env } from "~/env.server";
import { paths } from "~/paths";
import type { Booking } from "../bookings/booking";

/** Where an event in somebody's calendar leads to: a client sees their session as any invitee does. */
export function eventPage({ id, uid, clientId }: Booking, userId: string): string {
  return env.APP_URL + (clientId === userId ? paths.meeting(uid) : paths.booking(id));
}
