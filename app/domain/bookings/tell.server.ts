import type { Transaction } from "~db/client";
import type { BookingKind, BookingPayload, NewNotification } from "../notifications/notification";
import { notify } from "../notifications/notify.server";
import type { Actor, Attendee, Booking } from "./booking";

type Side = "invitee" | "host" | "guest";
type About = Omit<BookingPayload, "sequence">;
type Told = Pick<
  Booking,
  "workspaceId" | "id" | "sequence" | "start" | "confirmedAt" | "attendees" | "inviteeName" | "inviteeEmail"
>;

/** Whom each change is told. Guests hear of a meeting only once it is one. */
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
    const people = peopleOf(booking, side);
    // Who has said no to it has no part in it.
    const told = change === "confirmed" ? people.filter(({ status }) => status !== "declined") : people;
    return told.map((person) => mailTo(booking, kind, person, about));
  });
}

/** To one person who has, or had, a part in a booking. */
export function mailTo(booking: Told, kind: BookingKind, { name, email }: Reader, about: About = {}): NewNotification {
  // A reminder is one for each time of the meeting, whoever else it is handed to.
  const occasion = about.hours === undefined ? booking.sequence : `${booking.start}-${about.hours}h`;
  return {
    kind,
    recipient: email,
    recipientName: name,
    workspaceId: booking.workspaceId,
    bookingId: booking.id,
    payload: { sequence: booking.sequence, ...about },
    dedupeKey: `${booking.id}/${occasion}/${kind}/${email.toLowerCase()}`,
  };
}

/** Who did it, as everybody else is told: a host by name, where they have a part in the meeting. */
export function doneBy(actor: Actor, { attendees }: Pick<Booking, "attendees">): About {
  if (actor.kind !== "user") return { byHost: false };
  return { byHost: true, by: attendees.find((attendee) => attendee.userId === actor.userId)?.name };
}

type Reader = Pick<Attendee, "name" | "email">;
type Person = Reader & Partial<Pick<Attendee, "status">>;

function peopleOf({ inviteeName, inviteeEmail, attendees, confirmedAt }: Told, side: Side): Person[] {
  if (side === "invitee") return [{ name: inviteeName, email: inviteeEmail }];
  if (side === "guest" && confirmedAt === null) return [];
  return attendees.filter((attendee) => attendee.kind === side);
}
