import type { Conference, Person, ProviderName, WantedEvent } from "~/integrations/calendar-provider";
import { hostsOf, type Booking } from "../bookings/booking";
import { answerLines, answerText } from "../templates/answers";

type Calendar = { userId: string; provider: ProviderName; generation: number; conferences: string[] };

const makers: Record<string, ProviderName> = { google_meet: "google", microsoft_teams: "microsoft" };

/** What stands in somebody's calendar for a booking: null where nothing does. `url`: the booking's page for them. */
export function wantedEvent(booking: Booking, calendar: Calendar, url: string): WantedEvent | null {
  const host = hostsOf(booking).find(({ userId }) => userId === calendar.userId);
  const isAttended = host ? host.status !== "declined" : isOwnMeeting(booking, calendar.userId);
  return isAttended && isEntered(booking) ? eventOf(booking, calendar, url) : null;
}

/** A meeting that is to be confirmed again after it was moved stands there as a maybe. */
export function eventOf(booking: Booking, calendar: Calendar, url: string): WantedEvent {
  const isLead = booking.hostId === calendar.userId;
  const conference = isLead ? conferenceOf(booking, calendar) : null;
  // A calendar shows the link that it made by itself.
  const link = conference ? null : booking.meetingUrl;
  const other = isOwnMeeting(booking, calendar.userId) ? coachOf(booking) : inviteeOf(booking);
  return {
    bookingId: booking.id,
    generation: calendar.generation,
    title: `${booking.eventType.name}: ${other.name}`,
    description: description(booking, [link, other.line], url),
    location: conference ? "" : (link ?? booking.locationValue),
    start: booking.start,
    end: booking.end,
    timezone: booking.host.timezone,
    isTentative: booking.status === "pending",
    // Hosts have entries of their own, and one list of guests is enough.
    attendees: isLead ? guestsOf(booking) : [],
    conference,
    url,
  };
}

type Other = { name: string; line: string };

function inviteeOf({ inviteeName, inviteeEmail }: Booking): Other {
  return { name: inviteeName, line: `${inviteeName} (${inviteeEmail})` };
}

function coachOf({ host }: Booking): Other {
  return { name: host.name, line: host.name };
}

/** A client's own session, which they may have in their calendar as well. */
function isOwnMeeting({ attendees }: Booking, userId: string) {
  return attendees.some((attendee) => attendee.kind === "invitee" && attendee.userId === userId);
}

/** Whether it is a meeting that calendars show: a request that never was one is not. */
function isEntered({ status, confirmedAt }: Booking) {
  return status === "confirmed" || status === "completed" || (status === "pending" && confirmedAt !== null);
}

/** The video link that this calendar makes for a booking: its way to meet asks for it, and the calendar can. */
export function conferenceOf(
  { locationType }: Pick<Booking, "locationType">,
  { provider, conferences }: Pick<Calendar, "provider" | "conferences">,
): Conference | null {
  const isMade = makers[locationType] === provider && conferences.includes(locationType);
  return isMade ? (locationType as Conference) : null;
}

/** Whether the link to the meeting is one that a calendar makes. */
export function isLinkMade(locationType: string): boolean {
  return locationType in makers;
}

/** The same text means that nothing of it has to be written. */
export function fingerprint(event: WantedEvent): string {
  return JSON.stringify(event);
}

function guestsOf({ attendees }: Booking): Person[] {
  return attendees.filter(({ kind }) => kind !== "host").map(({ name, email }) => ({ name, email }));
}

function description({ notes, answers, questions }: Booking, first: (string | null)[], url: string) {
  const said = answerLines(questions, answers).map(
    ({ label, answer }) => `${label}\n${answerText(answer, { yes: "Yes", no: "No" })}`,
  );
  return [...first, ...said, notes, url].filter(Boolean).join("\n\n");
}
