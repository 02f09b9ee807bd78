import type { Mail } from "~/domain/notifications/notification";
import { bookingLetter } from "./booking-letter";
import type { About, Place } from "./booking-part";
import { invitationFile } from "./invitation";
import type { Letter } from "./letter";
import { plainLetter, type PlainAbout } from "./plain-letter";
import { renderHtml, renderText } from "./render";

/** A mail as it leaves: subject, HTML, text, whom an answer goes to, and the calendar file where there is one. */
export function writeMail(about: About | PlainAbout, place: Place): Mail {
  if (!("booking" in about)) return { ...written(plainLetter(about, place)), ics: null };
  return { ...written(bookingLetter(about, place)), ics: invitationFile(about, place) };
}

function written(letter: Letter) {
  const { subject, replyTo = null } = letter;
  return { subject, html: renderHtml(letter), text: renderText(letter), replyTo };
}
