import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { isLanguage, listOf, translator } from "~/messages/translate";
import { answerLines, answerText } from "../templates/answers";
import type { Booking } from "./booking";
import { attendeesOf, organizerOf, toPerson, type Person } from "./calendar-people";
import { calendarText } from "./calendar-text";

type Method = "REQUEST" | "CANCEL" | "PUBLISH";

type Options = {
  /** REQUEST invites or moves, CANCEL takes away, PUBLISH is for a file that somebody downloads. */
  method: Method;
  /** When this file is made: of two files with one SEQUENCE the later one counts. */
  now: number;
  /** The meeting's own page. Only for the invitee: whoever has it can cancel. */
  manageUrl?: string;
  /** Whether it holds what the invitee answered and noted. Not for guests. Unsaid, only the invitee's own copy does. */
  withAnswers?: boolean;
  /** Takes the meeting from this one person, while it stays as it is for the others. */
  only?: Person;
  /** Who led the meeting when the reader was invited, where that is no longer who leads it. */
  organizer?: Person;
  /** The address that the mail comes from, where that is not the host's. */
  sentBy?: string;
};

/**
 * A booking as an iCalendar file. Its UID is the booking's id (a bare UUID, RFC 7986, 5.3), or that of the event in its
 * host's calendar: it stays for life, wherever the instance moves to, so that every file changes one entry.
 */
export function calendarFile(booking: Booking, options: Options): string {
  const { method, now, manageUrl, only } = options;
  const calendar = ical({ prodId: "//Meridian//Scheduling//EN", method: ICalCalendarMethod[method] });
  const names = listOf([booking.inviteeName, booking.host.name], locale(booking));
  calendar.createEvent({
    id: booking.icalUid ?? booking.id,
    sequence: booking.sequence,
    stamp: new Date(now),
    start: new Date(booking.start),
    end: new Date(booking.end),
    summary: calendarText(`${booking.eventType.name}: ${names}`),
    description: calendarText(description(booking, options)),
    location: calendarText(booking.meetingUrl ?? booking.locationValue) || null,
    url: manageUrl ?? null,
    organizer: organizerOf(booking, options),
    attendees: only ? [toPerson(only)] : listed(booking, method),
    status: status(booking, options),
    transparency: ICalEventTransparency.OPAQUE,
    created: new Date(booking.createdAt),
    lastModified: new Date(booking.updatedAt),
  });
  return `${calendar.toString()}\r\n`;
}

/** A published file invites nobody (RFC 5546, 3.2.1): with attendees in it some calendars write to them. */
function listed(booking: Booking, method: Method) {
  return method === "PUBLISH" ? [] : attendeesOf(booking, method === "REQUEST");
}

const statuses = {
  pending: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  completed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
};

/** Where one person alone is taken out, the meeting itself is not cancelled: no status may be said (RFC 5546, 3.2.5). */
function status(booking: Booking, { method, only }: Options) {
  if (only) return null;
  return method === "CANCEL" ? ICalEventStatus.CANCELLED : statuses[booking.status];
}

function description(booking: Booking, { manageUrl, withAnswers = manageUrl !== undefined }: Options) {
  const { eventType, meetingUrl } = booking;
  const said = withAnswers ? whatWasSaid(booking) : [];
  return [eventType.name, meetingUrl, ...said, manageUrl].filter(Boolean).join("\n\n");
}

const ticks = { yes: "✓", no: "✗" };

function whatWasSaid(booking: Booking) {
  const { questions, answers, notes } = booking;
  const language = locale(booking).split("-")[0];
  const label = translator(isLanguage(language) ? language : "en")("mail.fact.notes");
  const answered = answerLines(questions, answers).map((each) => [each.label, answerText(each.answer, ticks)]);
  return [...answered, [label, notes]].filter(([, said]) => said).map((parts) => parts.join("\n"));
}

function locale(booking: Booking) {
  return Intl.DateTimeFormat.supportedLocalesOf(booking.locale).length > 0 ? booking.locale : "en";
}
