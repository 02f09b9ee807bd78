import { ICalAttendeeRole, ICalAttendeeStatus, ICalAttendeeType } from "ical-generator";
import type { Attendee, Booking } from "./booking";
import { calendarAddress, calendarName } from "./calendar-text";

export type Person = { name: string; email: string };

type Involved = Pick<Booking, "host" | "hostId" | "attendees">;

/** The host who leads the meeting, with the address that their invitations went to from the start. */
export function organizerOf(booking: Involved, { organizer: former, sentBy }: { organizer?: Person; sentBy?: string }) {
  const organizer = toPerson(former ?? leaderOf(booking) ?? booking.host);
  const sender = sentBy ? calendarAddress(sentBy) : organizer.email;
  return isSame(sender, organizer.email) ? organizer : { ...organizer, sentBy: sender };
}

/**
 * Everybody once, the organizer among them: big calendars list them too, and show an invitation's buttons and place
 * only to somebody whom it lists. Of a person with two parts the first counts: host, invitee, guest.
 */
export function attendeesOf(booking: Involved, isAsked: boolean) {
  const leader = leaderOf(booking);
  const organizer = { ...(leader ?? booking.host), kind: "host" as const, status: leader?.status ?? "confirmed" };
  const others = booking.attendees.filter((attendee) => attendee !== leader);
  const everybody = [
    { ...toAttendee(organizer, false), role: ICalAttendeeRole.CHAIR },
    ...others.map((attendee) => toAttendee(attendee, isAsked)),
  ];
  return everybody.filter((one, at) => everybody.findIndex((other) => isSame(other.email, one.email)) === at);
}

/** Somebody who is not asked and does not answer. */
export function toPerson({ name, email }: Person) {
  return { name: calendarName(name) || calendarName(email), email: calendarAddress(email) };
}

function leaderOf({ host, hostId, attendees }: Involved) {
  const hosts = attendees.filter((attendee) => attendee.kind === "host");
  return (
    hosts.find((attendee) => attendee.userId === hostId) ?? hosts.find((attendee) => isSame(attendee.email, host.email))
  );
}

function toAttendee(attendee: Pick<Attendee, "name" | "email" | "kind" | "status">, isAsked: boolean) {
  const status = answerOf(attendee);
  return {
    ...toPerson(attendee),
    type: ICalAttendeeType.INDIVIDUAL,
    role: attendee.kind === "guest" ? ICalAttendeeRole.OPT : ICalAttendeeRole.REQ,
    status,
    rsvp: isAsked && status === ICalAttendeeStatus.NEEDSACTION,
  };
}

const answers = {
  pending: ICalAttendeeStatus.NEEDSACTION,
  confirmed: ICalAttendeeStatus.ACCEPTED,
  declined: ICalAttendeeStatus.DECLINED,
};

/** Guests were named by the invitee: that they are noted as confirmed is not their own word. */
function answerOf({ kind, status }: Pick<Attendee, "kind" | "status">) {
  return kind === "guest" && status === "confirmed" ? ICalAttendeeStatus.NEEDSACTION : answers[status];
}

function isSame(one: string, other: string) {
  return one.toLowerCase() === other.toLowerCase();
}
