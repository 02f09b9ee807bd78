import { calendarFile } from "~/domain/bookings/calendar-file";
import type { Mail } from "~/domain/notifications/notification";
import { paths } from "~/paths";
import { accountLetter } from "./account-letter";
import { bookingLetter, invitationMethod, type About } from "./booking-letter";
import type { Letter } from "./letter";
import { renderHtml, renderText } from "./render";

type Place = { appUrl: string; now: number };

/** A mail as it leaves: subject, HTML, text, and the calendar file where there is one. */
export function writeMail(about: About | Parameters<typeof accountLetter>[0], place: Place): Mail {
  if (!("booking" in about)) return { ...written(accountLetter(about, place)), ics: null, replyTo: null };
  return { ...written(bookingLetter(about, place)), ics: invitation(about, place), replyTo: otherSide(about) };
}

function written(letter: Letter) {
  return { subject: letter.subject, html: renderHtml(letter), text: renderText(letter) };
}

/** The invitee's own copy holds the way to change the meeting; nobody else's may. */
function invitation(about: About, { appUrl, now }: Place) {
  const method = invitationMethod(about);
  if (!method) return null;
  const manageUrl = about.kind.endsWith("_invitee") ? appUrl + paths.meeting(about.booking.uid) : undefined;
  return calendarFile(about.booking, { method, domain: new URL(appUrl).hostname, now, manageUrl });
}

/** Whoever answers a mail writes to the other side of the meeting. */
function otherSide({ kind, booking }: About): Mail["replyTo"] {
  return kind.endsWith("_host")
    ? { name: booking.inviteeName, address: booking.inviteeEmail }
    : { name: booking.host.name, address: booking.host.email };
}
