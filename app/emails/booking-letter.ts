import { bookingFacts } from "./booking-facts";
import { partOf, type About, type Part, type Place } from "./booking-part";
import { bookingState, bookingSubject } from "./booking-state";
import type { Letter } from "./letter";
import { longWhen, stripOf, zoneSentence } from "./times";
import { buttonOf, closingOf } from "./ways-on";
import { whatHappened } from "./what-happened";

/** The mail about a change of a booking. */
export function bookingLetter(about: About, place: Place): Letter {
  const part = partOf(about, place);
  const { change, side, reader } = part;
  const { booking, recipient } = about;
  const { workspace, start, end } = booking;
  return {
    language: reader.language,
    subject: bookingSubject(part),
    from: workspace.name,
    strip: stripOf(booking, reader),
    state: bookingState(part),
    heading: longWhen(start, end, reader, place.now),
    isStruck: change === "declined" || change === "cancelled",
    sentences: [zoneSentence(start, reader, otherClock(part)), ...whatHappened(part)],
    facts: bookingFacts(part),
    button: buttonOf(part),
    closing: closingOf(part),
    why: reader.t(`mail.why.${side}`, { email: recipient, name: booking.inviteeName, workspace: workspace.name }),
    replyTo: otherSide(part),
  };
}

/** Whose clock is compared. What is over needs no second one. */
function otherClock({ about: { booking }, change, side }: Part) {
  if (change === "followup") return null;
  if (side === "host") return { name: booking.inviteeName, zone: booking.timezone };
  return { name: booking.host.name, zone: booking.host.timezone };
}

/** Whoever answers a mail writes to the other side of the meeting; who gave it away, to whoever took it. */
function otherSide({ about: { booking, payload }, change, side }: Part): Letter["replyTo"] {
  const { host, inviteeName, inviteeEmail, attendees } = booking;
  if (side !== "host") return { name: host.name, address: host.email };
  const successor =
    change === "unassigned" && attendees.find(({ kind, email }) => kind === "host" && email === payload.successor);
  return successor ? { name: successor.name, address: successor.email } : { name: inviteeName, address: inviteeEmail };
}
