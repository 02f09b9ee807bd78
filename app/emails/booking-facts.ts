import type { Booking } from "~/domain/bookings/booking";
import { linkWords } from "~/domain/bookings/link-words";
import { hostsToMeet } from "~/domain/bookings/rsvp";
import { answerLines, answerText } from "~/domain/templates/answers";
import { formatDayShort, formatTime, isoInstant } from "~/domain/time";
import { paths } from "~/paths";
import type { Part, Side } from "./booking-part";
import type { Fact, Line } from "./letter";
import type { Reader } from "./words";

/** What, with whom, where, and what was said. Those without a value are left out. */
export function bookingFacts(part: Part): Fact[] {
  const { about, side, change, reader } = part;
  const { booking, payload } = about;
  const { t } = reader;
  const isOver = change === "followup" || change === "unassigned";
  const facts: Fact[] = [
    { label: t("mail.fact.what"), lines: [{ text: booking.eventType.name }] },
    { label: t("mail.fact.with"), lines: others(booking, side) },
    { label: t("mail.fact.answers"), lines: side === "host" && isAsking(part) ? hostAnswers(booking, t) : [] },
    { label: t("mail.fact.where"), lines: isOver ? [] : place(part) },
    { label: t("mail.fact.before"), lines: before(part) },
    { label: t(change === "answered" ? "mail.fact.wish" : "mail.fact.reason"), lines: linesOf(payload.reason ?? "") },
    { label: t("mail.fact.otherTimes"), lines: otherTimes(part) },
    ...(side === "guest" || isOver ? [] : whatWasSaid(booking, t)),
  ];
  return facts.filter((fact) => fact.lines.length > 0);
}

/** All hands are asked, or it failed for their answers. */
function isAsking({ change, about: { payload } }: Part) {
  return change === "rsvp" || change === "answered" || payload.tooFew === true;
}

/** The next that suit everybody who is needed, each a link to the form. */
function otherTimes({ about: { booking, otherTimes = [] }, reader: { zone, locale }, now, appUrl }: Part): Line[] {
  const { timezone } = booking;
  return otherTimes.flatMap(({ start, end }) => {
    const text = `${formatDayShort(start, zone, locale, now)}, ${formatTime(start, zone, locale)}`;
    const query = { time: isoInstant(start), duration: (end - start) / 60_000, timezone };
    const page = paths.bookAgain(booking, query);
    return page === null ? [] : [{ text, href: appUrl + page }];
  });
}

/** Who else will be there. A host also needs the addresses. */
function others(booking: Booking, side: Side): Line[] {
  const { attendees } = booking;
  if (side === "host") {
    return attendees
      .filter((attendee) => attendee.kind !== "host")
      .map(({ name, email }) => ({ text: name && name !== email ? `${name}, ${email}` : email }));
  }
  const hosts = hostsToMeet(booking);
  const wanted = side === "guest" ? "invitee" : "guest";
  return attendees
    .filter((attendee) => attendee.kind === wanted || hosts.includes(attendee))
    .map(({ name, email }) => ({ text: name || email }));
}

const services: Record<string, string> = {
  google_meet: "Google Meet",
  microsoft_teams: "Microsoft Teams",
  zoom: "Zoom",
};

const settled = ["confirmed", "rescheduled", "reassigned", "reminder"];

function place({ about: { booking }, side, change, reader: { t } }: Part): Line[] {
  const { locationType, locationValue, meetingUrl } = booking;
  const address = meetingUrl ?? locationValue;
  const service = services[locationType] ?? "";
  if (/^https?:\/\/\S+$/.test(address)) return [{ text: linkWords(address, service), href: address }];
  if (service && !address && settled.includes(change))
    return linesOf(t(side === "host" ? "mail.fact.noLink" : "meeting.linkComes", { place: service }));
  const what = locationType === "phone" ? t("mail.fact.phone") : service;
  return linesOf([what, address].filter(Boolean).join(", "));
}

function before({ about: { payload }, reader: { zone, locale }, now }: Part): Line[] {
  const ms = payload.startBefore;
  if (ms === undefined) return [];
  return [{ text: `${formatDayShort(ms, zone, locale, now)}, ${formatTime(ms, zone, locale)}` }];
}

function hostAnswers({ attendees }: Booking, t: Reader["t"]): Line[] {
  return attendees
    .filter(({ kind }) => kind === "host")
    .map(({ name, email, status }) => ({ text: t("mail.hostAnswer", { name: name || email, answer: status }) }));
}

function whatWasSaid({ questions, answers, notes }: Booking, t: Reader["t"]): Fact[] {
  return [
    ...answerLines(questions, answers).map(({ label, answer }) => ({
      label,
      lines: linesOf(answerText(answer, { yes: "✓", no: "✗" })),
    })),
    { label: t("mail.fact.notes"), lines: linesOf(notes) },
  ];
}

export function linesOf(text: string): Line[] {
  return text === "" ? [] : text.split("\n").map((line) => ({ text: line }));
}
