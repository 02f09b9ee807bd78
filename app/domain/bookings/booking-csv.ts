import { stringify } from "csv-stringify/sync";
import { formatDate } from "../availability/calendar-days";
import { formatMinutes } from "../availability/schedule";
import { localDay, localMinutes } from "../availability/zones";
import { isoInstant } from "../time";
import { answerLines, answerText } from "../templates/answers";
import type { Attendee, Booking } from "./booking";

/** The columns of the export. Not the uid: it is the invitee's key to the meeting. */
const columns: [header: string, cell: (booking: Booking) => string][] = [
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

/**
 * Rows of a CSV file as RFC 4180 has it, under its head where they are the first. The head begins with a byte order
 * mark, without which Excel takes UTF-8 for something else. What a spreadsheet would run as a formula gets an apostrophe.
 */
export function bookingRows(bookings: Booking[], { isFirst }: { isFirst: boolean }): string {
  return stringify(
    bookings.map((booking) => columns.map(([, cell]) => cell(booking))),
    {
      columns: columns.map(([header]) => header),
      header: isFirst,
      bom: isFirst,
      record_delimiter: "windows",
      escape_formulas: true,
    },
  );
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
