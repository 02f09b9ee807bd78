import { remindersAhead } from "~/domain/bookings/reminders";
import type { Booking } from "~/domain/bookings/booking";
import { countOf } from "~/domain/counts";
import { listOf } from "~/messages/translate";
import { momentWords, type Clock } from "./booking-words";
import type { TimelineRow } from "./timeline";

/** The mails that time itself will send, as rows: they are written only when their moment comes. */
export function aheadRows(booking: Booking, clock: Clock): TimelineRow[] {
  const { status, eventType, end, inviteeName } = booking;
  const reminders = remindersAhead(booking, clock.now).map(({ hours, at }): TimelineRow => ({
    id: `reminder-${hours}`,
    title: `Mail “Reminder, ${countOf(hours, "hour")} before”`,
    to: listOf([inviteeName, ...guestsOf(booking)], clock.locale),
    state: "due",
    words: `Goes ${momentWords(at, clock)}`,
  }));
  const isThanked = status === "confirmed" && eventType.emailFollowupEnabled && !isInviteeAbsent(booking);
  if (!isThanked) return reminders;
  const words = `Goes after the meeting, ${momentWords(end, clock)}, unless you note that they did not come`;
  return [...reminders, { id: "followup", title: "Mail “Thank you”", to: inviteeName, state: "due", words }];
}

function guestsOf({ attendees }: Booking) {
  return attendees.flatMap(({ kind, name }) => (kind === "guest" ? [name] : []));
}

function isInviteeAbsent({ attendees }: Booking) {
  return attendees.some(({ kind, isNoShow }) => kind === "invitee" && isNoShow);
}
