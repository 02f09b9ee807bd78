import { data } from "@remix-run/node";
import { env } from "~/env.server";
import { mayReschedule, type Booking } from "~/domain/bookings/booking";
import { findBookingByUid } from "~/domain/bookings/bookings.server";
import { deadlineOf, policyRefusal, type InviteeDeed } from "~/domain/bookings/invitee-policy";
import { zonesOfHosts } from "~/domain/bookings/host-zones.server";
import { hostsToMeet, isTurnedDown, tooFewReason } from "~/domain/bookings/rsvp";
import { isLinkMade as isMadeByCalendar } from "~/domain/calendars/wanted-event";
import { isLinkOnItsWay } from "~/domain/calendars/written-events.server";
import type { EventType } from "~/domain/event-types/event-type";
import { findEventType } from "~/domain/event-types/event-types.server";
import { answerLines } from "~/domain/templates/answers";
import { translator } from "~/messages/translate";
import { paths } from "~/paths";
import { publicVisitor, type PublicVisitor } from "./public-page.server";

export type MeetingState = "pending" | "confirmed" | "cancelled" | "declined" | "over";

/** The booking behind a meeting's address, or null: a wrong key opens nothing. */
export async function findMeeting(uid: string | undefined): Promise<Booking | null> {
  return uid && /^[\w-]{16,100}$/.test(uid) ? findBookingByUid(uid) : null;
}

/** What the pages of a meeting show: in the invitee's own zone, whoever looks. */
export async function loadMeeting(request: Request, uid: string | undefined) {
  const booking = await findMeeting(uid);
  if (!booking) return null;
  const eventType = (await findEventType(booking.workspaceId, booking.eventTypeId))!;
  const visitor = { ...publicVisitor(request, booking.timezone), zone: booking.timezone, isZoneKnown: true };
  const [zones, isLinkMade] = await Promise.all([zonesOfHosts(booking), isLinkAhead(booking)]);
  const meeting = meetingOf(booking, eventType, visitor, zones);
  return { booking, eventType, visitor, meeting: { ...meeting, place: { ...meeting.place, isLinkMade } } };
}

async function isLinkAhead(booking: Booking) {
  const { status, locationType, meetingUrl } = booking;
  return status === "confirmed" && !meetingUrl && isMadeByCalendar(locationType) && (await isLinkOnItsWay(booking));
}

export function noMeeting(request: Request) {
  return data({ state: "unknown" as const, visitor: publicVisitor(request, "UTC") }, { status: 404 });
}

export function stateOf(booking: Booking, now: number): MeetingState {
  if (booking.status === "cancelled") return isTurnedDown(booking) ? "declined" : "cancelled";
  return booking.status === "completed" || booking.end <= now ? "over" : booking.status;
}

export type Meeting = ReturnType<typeof meetingOf>;

/** Where the invitee manages the booking: what their calendar entry links to. */
export function manageUrl(uid: string) {
  return env.APP_URL.replace(/\/$/, "") + paths.meeting(uid);
}

function meetingOf(booking: Booking, eventType: EventType, visitor: PublicVisitor, zones: Map<string, string>) {
  const { now, language, locale } = visitor;
  const isTooFew = booking.cancellationReason === tooFewReason;
  const { uid, start, end, inviteeName, inviteeEmail, notes } = booking;
  return {
    uid,
    start,
    end,
    state: stateOf(booking, now),
    mayChange: mayReschedule(booking, now),
    cancelling: termsOf(booking, "cancel", now),
    rescheduling: termsOf(booking, "reschedule", now),
    requiresReason: booking.eventType.policy.requiresReason,
    event: { name: booking.eventType.name, slug: booking.eventType.slug },
    againHref: eventType.isActive && !eventType.archivedAt ? paths.bookAgain(booking) : null,
    /** Where its client has all of theirs. */
    sessionsHref: booking.clientId ? paths.ownSessions() : null,
    workspace: booking.workspace,
    team: booking.team,
    hosts: hostsOf(booking, zones),
    inviteeName,
    inviteeEmail,
    guests: booking.attendees.filter(({ kind }) => kind === "guest").map(({ email }) => email),
    answers: answerLines(booking.questions, booking.answers),
    notes,
    place: placeOf(booking),
    reason: isTooFew ? translator(language, locale)("rsvp.tooFew") : booking.cancellationReason,
    manageUrl: manageUrl(uid),
  };
}

export function placeOf({ locationType, locationValue, meetingUrl }: Booking) {
  return { type: locationType, value: locationValue, url: webAddress(meetingUrl) ?? webAddress(locationValue) };
}

/** What the event type lets its invitees do, and until when. */
function termsOf(booking: Booking, deed: InviteeDeed, now: number) {
  return { refusal: policyRefusal(booking, deed, now), deadline: deadlineOf(booking, deed) };
}

/** The one who leads comes first. */
function hostsOf(booking: Booking, zones: Map<string, string>) {
  const { hostId, host } = booking;
  return hostsToMeet(booking)
    .sort((a, b) => Number(b.userId === hostId) - Number(a.userId === hostId))
    .map(({ name, userId }) => ({ name, timezone: zones.get(userId ?? "") ?? host.timezone }));
}

/** Only what a browser may open; "javascript:" and the like stay plain words. */
function webAddress(text: string | null) {
  return text && /^https?:\/\/[^\s/]+/i.test(text) && URL.canParse(text) ? text : null;
}
