import { policyRefusal } from "~/domain/bookings/invitee-policy";
import { isOpenFor } from "~/domain/bookings/rsvp";
import { paths } from "~/paths";
import { isSuccessor, type Part } from "./booking-part";
import { invitationMethod } from "./invitation";
import type { Letter, Words } from "./letter";
import { plans } from "./plans";

type Button = Letter["button"];

/** The one thing that a reader most likely wants to do next. */
export function buttonOf(part: Part): Button {
  return part.side === "host" ? hostButton(part) : (joinButton(part) ?? inviteeButton(part));
}

function hostButton({ about: { booking, payload, recipient }, change, reader: { t }, appUrl }: Part): Button {
  // Whoever handed it over may not see it any more.
  if (change === "unassigned") return undefined;
  if (change === "rsvp" && payload.token)
    return { label: t("mail.button.rsvp"), href: appUrl + paths.rsvp(payload.token) };
  const isAsked = booking.status === "pending" && change !== "answered" && isOpenFor(booking, recipient);
  return { label: t(isAsked ? "mail.button.answer" : "mail.button.booking"), href: appUrl + paths.booking(booking.id) };
}

/** The day before, a reader wants to know whether they can still come; in the last hour, how. */
function joinButton({ about: { booking }, change, reader: { t }, now }: Part): Button {
  const isNow = change === "reminder" && booking.start - now <= 60 * 60_000;
  const { meetingUrl } = booking;
  return isNow && meetingUrl && /^https?:\/\/\S+$/.test(meetingUrl)
    ? { label: t("mail.button.join"), href: meetingUrl }
    : undefined;
}

function inviteeButton({ about: { booking }, side, change, reader: { t }, now, appUrl }: Part): Button {
  if (side !== "invitee") return undefined;
  if (change === "declined" || change === "cancelled" || change === "followup") {
    const label = t(change === "followup" ? "meeting.bookAgain" : "mail.button.again");
    const page = paths.bookAgain(booking);
    return page === null ? undefined : { label, href: appUrl + page };
  }
  const mayChange =
    policyRefusal(booking, "cancel", now) === null || policyRefusal(booking, "reschedule", now) === null;
  const meeting = mayChange ? "mail.button.meeting" : "mail.button.seeMeeting";
  return {
    label: t(change === "requested" ? "mail.button.request" : meeting),
    href: appUrl + paths.meeting(booking.uid),
  };
}

/** What the attached file does, and what else the reader can do. */
export function closingOf(part: Part): Words[] {
  const { about, side, change, reader } = part;
  if (change === "followup") return [[{ text: reader.t("mail.reply", { name: about.booking.host.name }) }]];
  const file = fileWords(part);
  if (change === "rsvp") return [...file, [{ text: reader.t("mail.rsvp.once") }]];
  const mayPlan = side === "invitee" && ["confirmed", "rescheduled", "reassigned", "reminder"].includes(change);
  const sentences = [...file, ...(mayPlan ? plans(part) : [])];
  return sentences.length > 0 ? [sentences.flatMap((words, at) => (at > 0 ? [{ text: " " }, ...words] : words))] : [];
}

function fileWords(part: Part): Words[] {
  const method = invitationMethod(part);
  if (method && part.about.isInCalendar) return [[{ text: part.reader.t("mail.file.none") }]];
  return method ? [[{ text: part.reader.t(`mail.file.${method === "CANCEL" ? "removes" : fileDeed(part)}`) }]] : [];
}

function fileDeed(part: Part) {
  const isMoved = part.change === "rsvp" && part.about.payload.startBefore !== undefined;
  if (part.change === "rescheduled" || isMoved) return "moves";
  return part.change === "reassigned" && !isSuccessor(part) ? "updates" : "adds";
}
