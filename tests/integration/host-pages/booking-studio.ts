import { DAY_MS, weekday } from "~/domain/availability/calendar-days";
import { wallToInstant } from "~/domain/availability/zones";
import { findBooking } from "~/domain/bookings/bookings.server";
import { createBooking, createEventType, createWorkspace, signIn } from "../../support/factories";

export const hour = 3_600_000;
const soon = Math.floor(Date.now() / DAY_MS) + 10;
const monday = soon + ((7 - weekday(soon)) % 7);
/** 10:00 in Oslo, where every host of these tests works from 9 to 17. */
export const ten = wallToInstant("Europe/Oslo", monday, 600);

type Given = Partial<Parameters<typeof createBooking>[1]>;

/** A booking, the page of it, and its host's browser. */
export async function studio(given: Given = {}, columns: Partial<Parameters<typeof createEventType>[1]> = {}) {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner, ...columns });
  const booking = await createBooking(eventType, { start: ten, ...given });
  const params = { id: booking.id };
  const { cookie } = await signIn(owner);
  const now = async () => (await findBooking(workspace.id, booking.id))!;
  const page = `/booking/bookings/${booking.id}`;
  return { workspace, owner, eventType, booking, options: { params, cookie }, now, page };
}
