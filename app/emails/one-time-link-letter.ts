import type { OneTimeLinkPayload } from "~/domain/notifications/notification";
import { paths } from "~/paths";
import type { Place } from "./booking-part";
import type { Letter } from "./letter";
import { moment } from "./times";
import { readerOf } from "./words";

/** A link for one person: what it is for, and until when it holds. */
export function oneTimeLinkLetter(recipient: string, payload: OneTimeLinkPayload, { appUrl, now }: Place): Letter {
  const { token, workspaceName, eventName, durationMinutes, hostEmail, expiresAt, timezone, locale } = payload;
  const host = payload.hostName;
  const reader = readerOf(locale, timezone);
  const { t } = reader;
  return {
    language: reader.language,
    subject: t("mail.link.heading", { host }),
    from: workspaceName,
    state: { sign: "◐", tone: "wait", words: t("mail.link.state") },
    heading: [t("mail.link.heading", { host })],
    sentences: [t("mail.link.sentence")],
    facts: [
      { label: t("mail.fact.what"), lines: [{ text: eventName }] },
      { label: t("mail.fact.with"), lines: [{ text: host }] },
      { label: t("mail.fact.length"), lines: [{ text: t("common.minutes", { count: durationMinutes }) }] },
      ...(expiresAt === undefined
        ? []
        : [{ label: t("mail.fact.until"), lines: [{ text: moment(expiresAt, reader, now) }] }]),
    ],
    button: { label: t("mail.link.button"), href: appUrl + paths.bookByLink(token) },
    closing: [[{ text: t("mail.reply", { name: host }) }]],
    why: t("mail.why.link", { email: recipient, host, workspace: workspaceName }),
    replyTo: { name: host, address: hostEmail },
  };
}
