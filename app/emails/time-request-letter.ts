import { zoneCity, zoneLabel } from "~/domain/availability/zone-names";
import type { TimeRequestPayload } from "~/domain/notifications/notification";
import { formatTime } from "~/domain/time";
import { listOf } from "~/messages/translate";
import { paths } from "~/paths";
import { linesOf } from "./booking-facts";
import type { Place } from "./booking-part";
import type { Letter, Words } from "./letter";
import { readerOf } from "./words";

/** "No time fits? Ask for one", to a host: when it would suit somebody, and the way to book it for them. */
export function timeRequestLetter(recipient: string, payload: TimeRequestPayload, { appUrl, now }: Place): Letter {
  const { name, email, timezone, locale, eventType, workspace, hostTimezone } = payload;
  const { t, ...reader } = readerOf("en", hostTimezone);
  const clocks = {
    name,
    theirs: formatTime(now, timezone, reader.locale),
    city: zoneCity(timezone),
    own: formatTime(now, hostTimezone, reader.locale),
    ownCity: zoneCity(hostTimezone),
  };
  return {
    language: reader.language,
    subject: t("mail.asked.subject", { name }),
    from: workspace.name,
    state: { sign: "◐", tone: "wait", words: t("mail.state.waitingForYou") },
    heading: [t("mail.asked.heading", { name })],
    sentences: [t("mail.asked.sentence", { event: eventType.name }), t("mail.asked.clocks", clocks)],
    facts: [
      { label: t("mail.fact.what"), lines: [{ text: eventType.name }, ...askedFor(payload, reader.locale)] },
      { label: t("mail.fact.with"), lines: [{ text: `${name}, ${email}` }] },
      { label: t("mail.fact.wish"), lines: linesOf(payload.wish) },
      { label: t("mail.fact.wishZone"), lines: [{ text: zoneLabel(timezone, now) }] },
    ],
    button: {
      label: t("mail.asked.button"),
      href: appUrl + paths.newBooking({ event: eventType.id, name, email, timezone, locale }),
    },
    closing: [[{ text: t("mail.reply", { name }) }]],
    why: t("mail.why.host", { email: recipient, workspace: workspace.name }),
    replyTo: { name, address: email },
  };
}

/** To the address that was given: that a request is on its way. It repeats nothing of what was typed, which is not proven theirs. */
export function timeRequestCopy(recipient: string, payload: TimeRequestPayload, { appUrl }: Place): Letter {
  const { timezone, locale, eventType, workspace, hostName, hostEmail } = payload;
  const { t, ...reader } = readerOf(locale, timezone);
  const host = hostName ?? workspace.name;
  const page = pageOf(payload);
  return {
    language: reader.language,
    subject: t("mail.askedCopy.subject", { host }),
    from: workspace.name,
    state: { sign: "◐", tone: "wait", words: t("mail.state.waiting") },
    heading: [t("mail.askedCopy.heading", { host })],
    sentences: [t("mail.askedCopy.sentence", { host })],
    facts: [
      { label: t("mail.fact.what"), lines: [{ text: eventType.name }] },
      { label: t("mail.fact.with"), lines: [{ text: host }] },
    ],
    button: page === null ? undefined : { label: t("mail.askedCopy.button"), href: appUrl + page },
    closing: hostEmail ? [[{ text: t("mail.reply", { name: host }) }]] : [],
    why: t("mail.why.asked", { email: recipient, workspace: workspace.name }),
    replyTo: hostEmail ? { name: host, address: hostEmail } : undefined,
  };
}

/** Where the times are that did not suit. */
function pageOf({ workspace, eventType, team, members, back, timezone }: TimeRequestPayload) {
  if (back !== undefined) return back && paths.bookByLink(back.token, { timezone });
  const query = { members: members?.map(({ id }) => id).join(","), timezone };
  return team
    ? paths.bookTeam(workspace.slug, eventType.slug, team.slug, query)
    : paths.bookEventType(workspace.slug, eventType.slug, query);
}

/** The team and the people whose page it was, where it was not the event type's own. */
function askedFor({ team, members = [] }: TimeRequestPayload, locale: string): Words {
  const names = listOf(
    members.map(({ name }) => name),
    locale,
  );
  return [team?.name, names].flatMap((text) => (text ? [{ text }] : []));
}
