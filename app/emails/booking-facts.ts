import type { Booking } from "~/domain/bookings/booking";
import type { BookingPayload } from "~/domain/notifications/notification";
import { formatDayShort, formatTime } from "~/domain/time";
import type { Fact, Line } from "./letter";
import type { Reader } from "./words";

type Side = "invitee" | "host" | "guest";

/** What, with whom, where, and what was said. Those without a value are left out. */
export function bookingFacts(
  { booking, payload }: { booking: Booking; payload: BookingPayload },
  side: Side,
  { t, zone, locale }: Reader,
  now: number,
): Fact[] {
  const before = payload.startBefore;
  const facts: Fact[] = [
    { label: t("mail.fact.what"), lines: [{ text: booking.eventType.name }] },
    { label: t("mail.fact.with"), lines: others(booking, side) },
    { label: t("mail.fact.where"), lines: place(booking, t) },
    {
      label: t("mail.fact.before"),
      lines:
        before === undefined
          ? []
          : [{ text: `${formatDayShort(before, zone, locale, now)}, ${formatTime(before, zone, locale)}` }],
    },
    { label: t("mail.fact.reason"), lines: linesOf(payload.reason ?? "") },
    ...(side === "guest" ? [] : answers(booking)),
    { label: t("mail.fact.notes"), lines: side === "guest" ? [] : linesOf(booking.notes) },
  ];
  return facts.filter((fact) => fact.lines.length > 0);
}

/** Who else will be there. A host also needs the addresses. */
function others({ attendees }: Booking, side: Side): Line[] {
  if (side === "host") {
    return attendees
      .filter((attendee) => attendee.kind !== "host")
      .map(({ name, email }) => ({ text: name && name !== email ? `${name}, ${email}` : email }));
  }
  const wanted = side === "guest" ? ["host", "invitee"] : ["host", "guest"];
  return attendees
    .filter((attendee) => wanted.includes(attendee.kind))
    .map(({ name, email }) => ({ text: name || email }));
}

const services: Record<string, string> = {
  google_meet: "Google Meet",
  microsoft_teams: "Microsoft Teams",
  zoom: "Zoom",
};

function place({ locationType, locationValue, meetingUrl }: Booking, t: Reader["t"]): Line[] {
  const address = meetingUrl ?? locationValue;
  if (/^https?:\/\/\S+$/.test(address)) return [{ text: address.replace(/^https?:\/\//, ""), href: address }];
  const what = locationType === "phone" ? t("mail.fact.phone") : (services[locationType] ?? "");
  return linesOf([what, address].filter(Boolean).join(", "));
}

function answers(booking: Booking): Fact[] {
  return Object.entries(booking.answers).map(([label, answer]) => ({
    label,
    lines: linesOf([answer].flat().join(", ")),
  }));
}

function linesOf(text: string): Line[] {
  return text === "" ? [] : text.split("\n").map((line) => ({ text: line }));
}
