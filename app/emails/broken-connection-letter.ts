import type { BrokenConnectionPayload } from "~/domain/notifications/notification";
import { providerNames } from "~/domain/providers";
import { paths } from "~/paths";
import type { Place } from "./booking-part";
import type { Letter } from "./letter";
import { moment } from "./times";
import { readerOf } from "./words";

/** A calendar that no longer lets us in: since when, what that means, and the way to mend it. */
export function brokenConnectionLetter(
  recipient: string,
  { workspaceName, provider, calendar, since, timezone }: BrokenConnectionPayload,
  { appUrl, now }: Place,
): Letter {
  const reader = readerOf("en", timezone);
  const { t } = reader;
  return {
    language: reader.language,
    subject: t("mail.broken.subject", { calendar }),
    from: workspaceName,
    state: { sign: "✕", tone: "stop", words: t("mail.broken.state") },
    heading: [t("mail.broken.heading", { provider: providerNames[provider] })],
    sentences: [t("mail.broken.sentence")],
    facts: [
      { label: t("mail.fact.calendar"), lines: [{ text: calendar }] },
      { label: t("mail.fact.since"), lines: [{ text: moment(since, reader, now) }] },
    ],
    button: { label: t("mail.broken.button"), href: appUrl + paths.calendars() },
    closing: [],
    why: t("mail.why.host", { email: recipient, workspace: workspaceName }),
  };
}
