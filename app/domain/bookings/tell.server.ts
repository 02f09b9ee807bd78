import type { Transaction } from "~db/client";
import type { NewNotification } from "../notifications/notification";
import { notify } from "../notifications/notify.server";
import type { Booking } from "./booking";

type Change = "requested" | "confirmed" | "declined" | "rescheduled" | "cancelled";
type About = { startBefore?: number; reason?: string; byHost?: boolean };
type Told = Pick<Booking, "workspaceId" | "id" | "sequence" | "attendees" | "inviteeName" | "inviteeEmail">;

export async function tellEverybody(tx: Transaction, booking: Told, change: Change, about: About = {}) {
  await notify(tx, mailsAbout(booking, change, about));
}

/** The mails that a change of a booking asks for: one to each person whom it concerns. */
export function mailsAbout(booking: Told, change: Change, about: About = {}): NewNotification[] {
  const payload = { sequence: booking.sequence, ...about };
  const mail = (kind: NewNotification["kind"], name: string, address: string): NewNotification => ({
    kind,
    recipient: address,
    recipientName: name,
    workspaceId: booking.workspaceId,
    bookingId: booking.id,
    payload,
    dedupeKey: `${booking.id}/${booking.sequence}/${kind}/${address.toLowerCase()}`,
  });
  const ofKind = (kind: "host" | "guest") =>
    booking.attendees
      .filter((attendee) => attendee.kind === kind)
      .map((attendee) => mail(`booking_${change}_${kind}` as NewNotification["kind"], attendee.name, attendee.email));
  return [
    mail(`booking_${change}_invitee`, booking.inviteeName, booking.inviteeEmail),
    // A decline is the hosts' own deed, and guests hear of a meeting only once it is one.
    ...(change === "declined" ? [] : ofKind("host")),
    ...(change === "requested" || change === "declined" ? [] : ofKind("guest")),
  ];
}
