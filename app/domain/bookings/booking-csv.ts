import { formatDate } from "../availability/calendar-days";
import { formatMinutes } from "../availability/schedule";
import { localDay, localMinutes } from "../availability/zones";
import { csvRows, type CsvColumns } from "../csv";
import { isoInstant } from "../time";
import { answerLines, answerText } from "../templates/answers";
import type { Attendee, Booking } from "./booking";

/** The columns of the export. Not the uid: it is the invitee's key to the meeting. */
const columns: CsvColumns<Booking> = [
  ["Start (UTC)", ({ start }) => isoInstant(start)],
  ["End (UTC)", ({ end }) => isoInstant(end)],
  ["Start (host)", ({ start, host }) => wallTime(start, host.timezone)],
  ["End (host)", ({ end, host }) => wallTime(end, host.timezone)],
  ["Host zone", ({ host }) => host.timezone],
  ["Status", ({ status }) => status],
  ["Event type", ({ eventType }) => eventType.name],
  ["Hosts", (booking) => listOf(booking, "host", ({ name }) => name)],
  ["Invitee", ({ inviteeName }) => inviteeName],
  ["Invitee email", ({ inviteeEmail }) => inviteeEmail],
  ["Invitee zone", ({ timezone }) => timezone],
  ["Guests", (booking) => listOf(booking, "guest", ({ email }) => email)],
  ["Location", place],
  ["Notes", ({ notes }) => notes],
  ["Answers", answersIn],
  ["Reason", ({ cancellationReason }) => cancellationReason ?? ""],
  ["Created (UTC)", ({ createdAt }) => isoInstant(createdAt)],
];

export function bookingRows(bookings: Booking[], { isFirst }: { isFirst: boolean }): string {
  return csvRows(columns, bookings, { isFirst });
}

function listOf({ attendees }: Booking, kind: Attendee["kind"], text: (attendee: Attendee) => string) {
  return attendees
    .filter((attendee) => attendee.kind === kind)
    .map(text)
    .join("; ");
}

/** "2026-11-23 10:30", as a spreadsheet takes it for a time. */
function wallTime(ms: number, zone: string) {
  return `${formatDate(localDay(zone, ms))} ${formatMinutes(localMinutes(zone, ms))}`;
}

/** "google meet: https://…" */
function place({ locationType, locationValue, meetingUrl }: Booking) {
  return [locationType.replaceAll("_", " "), meetingUrl || locationValue].filter(Boolean).join(": ");
}

function answersIn({ questions, answers }: Booking) {
  return answerLines(questions, answers)
    .map(({ label, answer }) => `${label}: ${answerText(answer, { yes: "yes", no: "no" })}`)
    .join("\n");
}
