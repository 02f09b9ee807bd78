import type { Transaction } from "~db/client";
import type { BookingPayload } from "../notifications/notification";
import { notify } from "../notifications/notify.server";
import { hostsOf, type Actor, type Attendee, type Booking } from "./booking";
import { changeStatus } from "./change-status.server";
import { recordMove } from "./record-move.server";
import { scheduleReminder } from "./remind.server";
import { outcomeOf, tooFewReason } from "./rsvp";
import { doneBy, mailsAbout, tellEverybody } from "./tell.server";

type About = Omit<BookingPayload, "sequence">;

/** A request becomes a meeting. Its hosts' answers are noted already. */
export async function acceptRequest(tx: Transaction, booking: Booking, actor: Actor, now: number): Promise<Booking> {
  const confirmed = await changeStatus(tx, booking, { status: "confirmed", now });
  await recordMove(tx, { booking, move: "confirmed", actor, now });
  await scheduleReminder(tx, confirmed, now);
  await tellEverybody(tx, confirmed, "confirmed");
  return confirmed;
}

/** A request is turned down by a host, and its time given back. */
export async function turnDownRequest(
  tx: Transaction,
  booking: Booking,
  { actor, reason, now }: { actor: Actor; reason: string; now: number },
): Promise<Booking> {
  const declined = await changeStatus(tx, booking, { status: "cancelled", cancellationReason: reason || null, now });
  await recordMove(tx, { booking, move: "declined", actor, reason, startBefore: booking.start, now });
  const decliner = declined.attendees.find((each) => actor.kind === "user" && each.userId === actor.userId);
  const about = { reason, ...doneBy(actor, booking) };
  await tellOfDecline(tx, declined, { decliner, about, amongHosts: about });
  return declined;
}

type LastAnswer = { from: Attendee; comment: string; now: number };

/**
 * The hosts' answers decide: enough of them said yes, or not enough of them can come. Null while that is open, and once it
 * has been decided.
 */
export async function settleByQuorum(
  tx: Transaction,
  booking: Booking,
  { from, comment, now }: LastAnswer,
): Promise<Booking | null> {
  const statuses = hostsOf(booking).map(({ status }) => status);
  const outcome = booking.status === "pending" ? outcomeOf(booking.eventType.rsvpQuorum, statuses) : "open";
  if (outcome === "open") return null;
  const actor = { kind: "system" } as const;
  if (outcome === "reached") return acceptRequest(tx, booking, actor, now);
  const declined = await changeStatus(tx, booking, { status: "cancelled", cancellationReason: tooFewReason, now });
  await recordMove(tx, { booking, move: "declined", actor, startBefore: booking.start, now });
  const about = { tooFew: true };
  await tellOfDecline(tx, declined, { decliner: from, about, amongHosts: { ...about, reason: comment } });
  return declined;
}

type Decline = { decliner: Attendee | undefined; about: About; amongHosts: About };

/**
 * The invitee is told that it was declined, everybody else whom it concerns that it is off: the other hosts, and of what had
 * been a meeting before whoever may have it in a calendar.
 */
async function tellOfDecline(tx: Transaction, declined: Booking, { decliner, about, amongHosts }: Decline) {
  const isKnown = declined.confirmedAt !== null;
  const hosts = mailsAbout(declined, "cancelled", amongHosts).filter(
    ({ kind, recipient }) => kind === "booking_cancelled_host" && (isKnown || recipient !== decliner?.email),
  );
  const guests = mailsAbout(declined, "cancelled", about).filter(({ kind }) => kind === "booking_cancelled_guest");
  await notify(tx, [...mailsAbout(declined, "declined", about), ...hosts, ...guests]);
}
