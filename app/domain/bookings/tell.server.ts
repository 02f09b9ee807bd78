import type { Transaction } from "~db/client";
import type { BookingKind, BookingPayload, NewNotification } from "../notifications/notification";
import { notify } from "../notifications/notify.server";
import type { Attendee, Booking } from "./booking";

type Side = "invitee" | "host" | "guest";
type About = Omit<BookingPayload, "sequence">;
type Told = Pick<Booking, "workspaceId" | "id" | "sequence" | "attendees" | "inviteeName" | "inviteeEmail">;

/** Whom each change is told. A decline is the hosts' own deed, and guests hear of a meeting only once it is one. */
const readers = {
  requested: ["invitee", "host"],
  confirmed: ["invitee", "host", "guest"],
  declined: ["invitee"],
  rescheduled: ["invitee", "host", "guest"],
  reassigned: ["invitee", "host", "guest"],
  cancelled: ["invitee", "host", "guest"],
  // A host's own calendar reminds them.
  reminder: ["invitee", "guest"],
  followup: ["invitee"],
} as const satisfies Record<string, readonly Side[]>;

export type Change = keyof typeof readers;

export async function tellEverybody(tx: Transaction, booking: Told, change: Change, about: About = {}) {
  await notify(tx, mailsAbout(booking, change, about));
}

/** The mails that a change of a booking asks for: one to each person whom it concerns. */
export function mailsAbout(booking: Told, change: Change, about: About = {}): NewNotification[] {
  return readers[change].flatMap((side: Side) => {
    const kind = `booking_${change}_${side}` as BookingKind;
    const people = side === "invitee" ? [inviteeOf(booking)] : booking.attendees.filter((each) => each.kind === side);
    return people.map((person) => mailTo(booking, kind, person, about));
  });
}

/** To one person who has, or had, a part in a booking. */
export function mailTo(booking: Told, kind: BookingKind, { name, email }: Reader, about: About = {}): NewNotification {
  const what = about.hours === undefined ? kind : `${kind}_${about.hours}`;
  return {
    kind,
    recipient: email,
    recipientName: name,
    workspaceId: booking.workspaceId,
    bookingId: booking.id,
    payload: { sequence: booking.sequence, ...about },
    dedupeKey: `${booking.id}/${booking.sequence}/${what}/${email.toLowerCase()}`,
  };
}

type Reader = Pick<Attendee, "name" | "email">;

function inviteeOf({ inviteeName, inviteeEmail }: Told): Reader {
  return { name: inviteeName, email: inviteeEmail };
}
