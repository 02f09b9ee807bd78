import { zoneCity } from "~/domain/availability/zone-names";
import { readCalendarCard } from "~/domain/notifications/calendar-card";
import { headersOf, type KeptMail } from "~/domain/notifications/outbox.server";
import { formatDayShort, formatTime } from "~/domain/time";
import { env } from "~/env.server";

const views = ["html", "text", "headers", "ics"] as const;
export type MailView = (typeof views)[number];

/** A kept mail as its page shows it, by one of its parts. */
export async function showMail(mail: KeptMail, asked: string | null, zone: string) {
  const { id, to, toName, replyTo, subject, ics, text, keptAt } = mail;
  const view = views.find((each) => each === asked && (each !== "ics" || ics)) ?? "html";
  return {
    id,
    subject,
    view,
    zone,
    to: nameAndAddress(toName, to),
    from: env.MAIL_FROM,
    replyTo: replyTo && nameAndAddress(replyTo.name, replyTo.address),
    kept: `${formatDayShort(keptAt, zone, "en", 0)}, ${formatTime(keptAt, zone, "en")} ${zoneCity(zone)}`,
    hasFile: ics !== null,
    text: view === "headers" ? await headersOf(mail) : view === "text" ? text : null,
    file: view === "ics" && ics ? { source: ics, card: readCalendarCard(ics) } : null,
  };
}

export type ShownMail = Awaited<ReturnType<typeof showMail>>;

function nameAndAddress(name: string, address: string) {
  return name && name !== address ? `${name} <${address}>` : address;
}
