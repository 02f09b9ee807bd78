import { hostsOf } from "~/domain/bookings/booking";
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

/** Whoever answers a mail writes to the other side of the meeting; what the hosts settle among themselves stays there. */
function otherSide(part: Part): Letter["replyTo"] {
  const { host, inviteeName, inviteeEmail } = part.about.booking;
  if (part.side !== "host") return { name: host.name, address: host.email };
  const colleague = otherHost(part);
  return colleague ? { name: colleague.name, address: colleague.email } : { name: inviteeName, address: inviteeEmail };
}

/** Who took it from the reader, who asks them, or whose answer they read. */
function otherHost({ about: { booking, payload, recipient }, change }: Part) {
  const hosts = hostsOf(booking);
  if (change === "unassigned") return hosts.find(({ email }) => email === payload.successor);
  if (change === "answered") return hosts.find(({ name }) => name === payload.answeredBy);
  return change === "rsvp" && recipient !== booking.host.email ? booking.host : undefined;
}
