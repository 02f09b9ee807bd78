import type { Booking } from "~/domain/bookings/booking";
import type { BookingKind, BookingPayload } from "~/domain/notifications/notification";
import { paths } from "~/paths";
import { bookingFacts } from "./booking-facts";
import type { Letter, Words } from "./letter";
import { longWhen, shortWhen, stripOf, zoneSentence } from "./times";
import { readerOf, withLinks, type Reader } from "./words";

export type About = { kind: BookingKind; recipient: string; payload: BookingPayload; booking: Booking };
export type Side = "invitee" | "host" | "guest";
export type Change = "requested" | "confirmed" | "declined" | "rescheduled" | "cancelled";
type Part = { about: About; side: Side; change: Change; reader: Reader };

/** The mail about a change of a booking. Invitees and guests read it in the booking's language, hosts in English. */
export function bookingLetter(about: About, { appUrl, now }: { appUrl: string; now: number }): Letter {
  const { booking, kind } = about;
  const [, change, side] = kind.split("_") as [string, Change, Side];
  const reader = side === "host" ? readerOf("en", booking.host.timezone) : readerOf(booking.locale, booking.timezone);
  const part = { about, side, change, reader };
  const other =
    side === "host"
      ? { name: booking.inviteeName, zone: booking.timezone }
      : { name: booking.host.name, zone: booking.host.timezone };
  return {
    language: reader.language,
    subject: subject(part),
    from: booking.workspace.name,
    strip: stripOf(booking, reader),
    state: state(part),
    heading: longWhen(booking.start, booking.end, reader, now),
    isStruck: change === "declined" || change === "cancelled",
    sentences: [zoneSentence(booking.start, reader, other), ...whatHappened(part)],
    facts: bookingFacts(about, side, reader, now),
    button: button(part, appUrl),
    closing: closing(part, appUrl),
    why: why(part),
  };
}

/** Whether the mail carries an invitation, and which. A request is none yet; a declined one only if it was one before. */
export function invitationMethod({ kind, booking }: Pick<About, "kind" | "booking">): "REQUEST" | "CANCEL" | null {
  if (kind.startsWith("booking_requested")) return null;
  if (kind.startsWith("booking_declined")) return booking.sequence > 1 ? "CANCEL" : null;
  return kind.startsWith("booking_cancelled") ? "CANCEL" : "REQUEST";
}

function subject({ about, side, change, reader }: Part) {
  const when = shortWhen(about.booking.start, reader);
  if (change === "requested")
    return reader.t(`mail.subject.requested${side === "host" ? "Host" : "Invitee"}`, { when });
  return reader.t(`mail.subject.${isNewToHost(side, change, about) ? "booked" : change}`, { when });
}

function state({ about, side, change, reader: { t } }: Part): Letter["state"] {
  const waiting = { sign: "◐", tone: "wait" } as const;
  if (change === "requested")
    return { ...waiting, words: t(side === "host" ? "mail.state.waitingForYou" : "mail.state.waiting") };
  if (change === "rescheduled" && about.booking.status === "pending") {
    return { ...waiting, words: t("mail.state.rescheduledWaiting") };
  }
  if (change === "declined") return { sign: "✕", tone: "stop", words: t("mail.state.declined") };
  if (change === "cancelled") return { sign: "⊘", tone: "stop", words: t("mail.state.cancelled") };
  return { sign: "✓", tone: "ok", words: t(`mail.state.${isNewToHost(side, change, about) ? "booked" : change}`) };
}

/** Booked without being asked: for the host that is news, where a request that they confirmed is none. */
function isNewToHost(side: Side, change: Change, { payload }: About) {
  return side === "host" && change === "confirmed" && payload.sequence === 0;
}

function whatHappened({ about: { booking, payload }, side, change, reader: { t } }: Part): string[] {
  const invitee = booking.inviteeName;
  const host = booking.host.name;
  if (change === "requested")
    return [side === "host" ? t("mail.requested.host", { invitee }) : t("mail.requested.invitee", { host })];
  if (change === "declined") return [t("mail.declined", { host })];
  if (change === "confirmed") return [];
  if (payload.byHost === undefined) return change === "cancelled" ? [t("mail.cancelled.expired")] : [];
  const deed = change === "cancelled" ? "cancelled" : "moved";
  if (side === "invitee" && !payload.byHost) return [t(`mail.${deed}.you`)];
  return [t(`mail.${deed}.by`, { name: payload.byHost ? host : invitee })];
}

function button({ about: { booking }, side, change, reader: { t } }: Part, appUrl: string): Letter["button"] {
  const isOver = change === "declined" || change === "cancelled";
  if (side === "host") {
    const label = t(booking.status === "pending" ? "mail.button.answer" : "mail.button.booking");
    return { label, href: appUrl + paths.booking(booking.id) };
  }
  if (side === "guest") return undefined;
  if (isOver) {
    return {
      label: t("mail.button.again"),
      href: appUrl + paths.bookEventType(booking.workspace.slug, booking.eventType.slug),
    };
  }
  const label = t(change === "requested" ? "mail.button.request" : "mail.button.meeting");
  return { label, href: appUrl + paths.meeting(booking.uid) };
}

function closing({ about, side, change, reader: { t } }: Part, appUrl: string): Words[] {
  const { booking } = about;
  const method = invitationMethod(about);
  const file = method === "CANCEL" ? "removes" : change === "rescheduled" ? "moves" : "adds";
  const links = {
    reschedule: appUrl + paths.rescheduleMeeting(booking.uid),
    cancel: appUrl + paths.cancelMeeting(booking.uid),
  };
  if (!method) return [];
  const words = [{ text: t(`mail.file.${file}`) }];
  const mayChange = side === "invitee" && method === "REQUEST";
  return [mayChange ? [...words, { text: " " }, ...withLinks(t("mail.plans"), links)] : words];
}

function why({ about: { booking, recipient }, side, reader: { t } }: Part) {
  return t(`mail.why.${side}`, { email: recipient, name: booking.inviteeName, workspace: booking.workspace.name });
}
