import { calendarFile } from "~/domain/bookings/calendar-file";
import { paths } from "~/paths";
import { partOf, type About, type Part, type Place } from "./booking-part";

/** The calendar file of a mail; null where it carries none. */
export function invitationFile(about: About, place: Place) {
  const { change, side } = partOf(about, place);
  const method = invitationMethod({ about, change });
  // A file beside an entry that is there already would make a second one.
  if (!method || about.isInCalendar) return null;
  const { booking, payload, recipient } = about;
  const former = { name: payload.hostBefore ?? "", email: recipient };
  return calendarFile(booking, {
    method,
    now: place.now,
    // The invitee's own copy holds the way to change the meeting; nobody else's may.
    manageUrl: side === "invitee" ? place.appUrl + paths.meeting(booking.uid) : undefined,
    withAnswers: side !== "guest",
    only: change === "unassigned" ? former : undefined,
    // A calendar takes a meeting out only for whoever put it in.
    organizer: change === "unassigned" && payload.ledBefore ? former : undefined,
    sentBy: place.sender,
  });
}

/** Which invitation a mail carries. One about what changes nothing in a calendar must not make an entry of its own. */
export function invitationMethod({ about: { booking }, change }: Pick<Part, "about" | "change">) {
  // A request is no entry yet; one that has been a meeting before is.
  const isEntered = booking.confirmedAt !== null;
  switch (change) {
    case "rsvp":
    case "confirmed":
    case "rescheduled":
    case "reassigned":
      return isEntered ? "REQUEST" : null;
    case "declined":
    case "unassigned":
    case "cancelled":
      return isEntered ? "CANCEL" : null;
    default:
      return null;
  }
}
