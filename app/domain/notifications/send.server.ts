import { z } from "zod";
import { db } from "~db/client";
import { notifications } from "~db/schema";
import { mailService } from "~/integrations/mail-service.server";
import { findAccountByEmail } from "../accounts/accounts.server";
import type { Booking } from "../bookings/booking";
import { timesInPlaceOf, type Slot } from "../bookings/alternatives.server";
import { findBooking } from "../bookings/bookings.server";
import { isOpenToken } from "../bookings/rsvps.server";
import { isInCalendar } from "../calendars/written-events.server";
import { followupTextOf } from "../templates/followup.server";
import { findLinkByToken } from "../links/find-link.server";
import { awaitsLink, nextLook } from "./await-link.server";
import { fail, isOwn, putOff, skip } from "./mail-state.server";
import {
  BookingPayload,
  isBookingKind,
  isStillTrue,
  OneTimeLinkPayload,
  type PlainKind,
  type BookingKind,
  type Mail,
} from "./notification";
import type { Turn } from "./tries";

/** What a mail is about, read afresh. */
export type Subject =
  | {
      kind: BookingKind;
      recipient: string;
      recipientName: string;
      /** Of the account that the reader has here; an invitee reads in the zone in which they booked. */
      recipientZone?: string;
      payload: BookingPayload;
      booking: Booking;
      /** The reader's own calendar shows the meeting without our doing. */
      isInCalendar?: boolean;
      /** Free times to offer in place of one that too few could make. */
      otherTimes?: Slot[];
      /** What a host says after the meeting; "" for our own words. */
      followupText?: string;
    }
  | { kind: PlainKind; recipient: string; recipientName: string; payload: Record<string, unknown> };

/** `written`: what was handed over before and may have arrived, so that nothing else may leave in its place. */
export type Due = Subject & { written: Mail | null };

type Row = typeof notifications.$inferSelect;

/** The mail to send now, or null: it is not this job's, or not to be sent any more, which is noted. */
export async function loadNotification(turn: Turn, now: number): Promise<Due | null> {
  const [row] = await db.select().from(notifications).where(isOwn(turn));
  if (!row) return null;
  const written = writtenMail(row);
  if (written && !maySendTwice(row, now)) {
    await fail(turn, row.state === "sending" ? interrupted : tooLate, now);
    return null;
  }
  const subject = await readSubject(row, now);
  if (!subject) {
    await skip(turn, now);
    return null;
  }
  if (!written && "booking" in subject && (await awaitsLink(subject.kind, subject.booking, now))) {
    await putOff(turn, now + nextLook);
    return null;
  }
  return { ...subject, written };
}

const interrupted = "The worker stopped while the mail server was taking it. It may have arrived.";
const tooLate = "It may have arrived: an earlier try had no clear answer, and it is too late to ask safely again.";

async function readSubject(row: Row, now: number): Promise<Subject | null> {
  const { kind, recipient, recipientName } = row;
  if (kind === "one_time_link" && !(await leadsOn(row, now))) return null;
  if (!isBookingKind(kind)) return { kind: kind as PlainKind, recipient, recipientName, payload: row.payload };
  const payload = BookingPayload.parse(row.payload);
  const booking = row.workspaceId && row.bookingId ? await findBooking(row.workspaceId, row.bookingId) : null;
  if (!booking || !isStillTrue({ kind, recipient, payload }, booking, now)) return null;
  if (kind === "booking_rsvp_host" && !(await isOpenToken(payload.token ?? ""))) return null;
  const otherTimes = payload.tooFew && kind.endsWith("_invitee") ? await timesInPlaceOf(booking, now) : [];
  const recipientZone = (await findAccountByEmail(recipient))?.user.timezone;
  const isEntered = await isInCalendar(booking, recipient);
  const followupText = kind === "booking_followup_invitee" ? await followupTextOf(booking) : undefined;
  const read = { otherTimes, isInCalendar: isEntered, followupText };
  return { kind, recipient, recipientName, recipientZone, payload, booking, ...read };
}

/** A link that was taken back meanwhile, or has got another address, is not mailed. */
async function leadsOn({ payload }: Row, now: number) {
  const found = await findLinkByToken(OneTimeLinkPayload.parse(payload).token, now);
  return found !== null && found.gone === null;
}

function writtenMail({ subject, html, text, ics, replyTo }: Row): Mail | null {
  return subject === null || html === null || text === null ? null : { subject, html, text, ics, replyTo };
}

const HandedOver = z.object({ handedOver: z.object({ to: z.string(), at: z.number() }) });

/** Only the service that may have it already, and only while it still knows the mail's key, makes no second one of it. */
function maySendTwice({ payload }: Row, now: number) {
  const known = HandedOver.safeParse(payload);
  if (!mailService || !known.success) return false;
  const { to, at } = known.data.handedOver;
  return to === mailService.name && now - at < mailService.keyLifetime;
}
