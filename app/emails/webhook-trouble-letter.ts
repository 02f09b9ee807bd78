import type { WebhookTroublePayload } from "~/domain/notifications/notification";
import type { Place } from "./booking-part";
import type { Letter } from "./letter";
import { moment } from "./times";
import { readerOf } from "./words";

/** A webhook that gets nothing through: where it leads, since when, what came back, and what happens next. */
export function webhookTroubleLetter(
  recipient: string,
  { trouble, workspaceName, subscriberUrl, number, since, said, timezone }: WebhookTroublePayload,
  { now }: Place,
): Letter {
  const reader = readerOf("en", timezone);
  const { t } = reader;
  const host = URL.canParse(subscriberUrl) ? new URL(subscriberUrl).host : subscriberUrl;
  const isOff = trouble !== "failing";
  return {
    language: reader.language,
    subject: t("mail.webhook.subject", { trouble, host }),
    from: workspaceName,
    state: { sign: "✕", tone: "stop", words: t("mail.webhook.state", { trouble }) },
    heading: [t("mail.webhook.heading", { trouble, host })],
    sentences: [t("mail.webhook.sentence", { trouble })],
    facts: [
      { label: t("mail.fact.address"), lines: [{ text: subscriberUrl }] },
      { label: t("mail.fact.webhook"), lines: [{ text: String(number) }] },
      { label: t("mail.fact.since"), lines: [{ text: moment(since, reader, now) }] },
      { label: t("mail.fact.said"), lines: [{ text: said }] },
    ],
    closing: isOff ? [[{ text: t("mail.webhook.closing", { number }) }]] : [],
    why: t("mail.why.host", { email: recipient, workspace: workspaceName }),
  };
}
