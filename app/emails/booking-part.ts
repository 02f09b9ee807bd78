import { hostsOf, type Booking } from "~/domain/bookings/booking";
import { isOpenFor } from "~/domain/bookings/rsvp";
import type { BookingKind, BookingPayload } from "~/domain/notifications/notification";
import { readerOf, type Reader } from "./words";

export type About = {
  kind: BookingKind;
  recipient: string;
  /** Missing where a host's account is not known: then they read in the zone of the one who leads. */
  recipientZone?: string;
  payload: BookingPayload;
  booking: Booking;
  /** The reader's own calendar shows the meeting without our doing. */
  isInCalendar?: boolean;
  /** Free times to offer in place of one that too few could make. */
  otherTimes?: { start: number; end: number }[];
  /** What a host says after the meeting; our own words where it is empty. */
  followupText?: string;
};
/** Where this instance is, the address that it writes from, and the moment at which it does. */
export type Place = { appUrl: string; sender?: string; now: number };

export type Side = "invitee" | "host" | "guest";
export type Change = BookingKind extends infer Kind
  ? Kind extends `booking_${infer Name}_${Side}`
    ? Name
    : never
  : never;

/** One mail about a booking: what happened, to whom it is told, and in whose words. */
export type Part = Place & { about: About; change: Change; side: Side; reader: Reader };

/** Invitees and guests read in the booking's language and zone, hosts in English and their own zone. */
export function partOf(about: About, place: Place): Part {
  const { booking, kind } = about;
  const [, change, side] = kind.split("_") as [string, Change, Side];
  const reader =
    side === "host"
      ? readerOf("en", about.recipientZone ?? booking.host.timezone)
      : readerOf(booking.locale, booking.timezone);
  return { ...place, about, change, side, reader };
}

/** Whether the reader is the one to whom a meeting was handed; the other hosts only hear of it. */
export function isSuccessor({ about: { payload, recipient }, side, change }: Part) {
  return change === "reassigned" && side === "host" && recipient === payload.successor;
}

/** Whether the reader is one of all hands who asked for it themselves, and so has said yes: it waits for the others. */
export function isOwnRequest({ about: { booking, recipient }, side, change }: Part) {
  const isHost = side === "host" && change === "requested";
  return isHost && hostsOf(booking).length > 1 && !isOpenFor(booking, recipient);
}
