import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { listOf } from "~/messages/translate";
import type { Attendee, Booking } from "./booking";

type Options = {
  /** REQUEST invites or moves, CANCEL takes away, PUBLISH is for a file that somebody downloads. */
  method: "REQUEST" | "CANCEL" | "PUBLISH";
  /** The host name of this instance: the second half of the entry's UID. */
  domain: string;
  /** When this file is made: of two files with one SEQUENCE the later one counts. */
  now: number;
  /** The meeting's own page. Only for the invitee: whoever has it can cancel. */
  manageUrl?: string;
};

/** A booking as an iCalendar file. Its UID stays for life, so that every file changes one entry. */
export function calendarFile(booking: Booking, { method, domain, now, manageUrl }: Options): string {
  const calendar = ical({ prodId: "//Meridian//Scheduling//EN", method: ICalCalendarMethod[method] });
  const place = booking.meetingUrl ?? booking.locationValue;
  calendar.createEvent({
    id: `${booking.id}@${domain}`,
    sequence: booking.sequence,
    stamp: new Date(now),
    start: new Date(booking.start),
    end: new Date(booking.end),
    summary: `${booking.eventType.name}: ${listOf([booking.inviteeName, booking.host.name], locale(booking))}`,
    description: description(booking, manageUrl),
    location: place || null,
    url: manageUrl ?? null,
    organizer: { name: plain(booking.host.name), email: booking.host.email },
    attendees: booking.attendees.filter((attendee) => !isOrganizer(attendee, booking)).map(toAttendee),
    status: method === "CANCEL" ? ICalEventStatus.CANCELLED : statuses[booking.status],
    transparency: ICalEventTransparency.OPAQUE,
    created: new Date(booking.createdAt),
    lastModified: new Date(booking.updatedAt),
  });
  return calendar.toString();
}

const statuses = {
  pending: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  completed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
};

const answers = {
  pending: ICalAttendeeStatus.NEEDSACTION,
  confirmed: ICalAttendeeStatus.ACCEPTED,
  declined: ICalAttendeeStatus.DECLINED,
};

function toAttendee({ name, email, kind, status }: Attendee) {
  return {
    name: plain(name) || email,
    email,
    type: ICalAttendeeType.INDIVIDUAL,
    role: kind === "guest" ? ICalAttendeeRole.OPT : ICalAttendeeRole.REQ,
    status: answers[status],
    rsvp: status === "pending",
  };
}

function isOrganizer(attendee: Attendee, booking: Booking) {
  return attendee.email.toLowerCase() === booking.host.email.toLowerCase();
}

function description({ meetingUrl, eventType }: Booking, manageUrl?: string) {
  return [eventType.name, meetingUrl, manageUrl].filter(Boolean).join("\n\n");
}

/** A parameter's value cannot hold a quotation mark, in whatever spelling. */
function plain(name: string) {
  return name.replace(/["\\]/g, "'");
}

function locale(booking: Booking) {
  return Intl.DateTimeFormat.supportedLocalesOf(booking.locale).length > 0 ? booking.locale : "en";
}
