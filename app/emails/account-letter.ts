import type { InvitationPayload, TokenPayload } from "~/domain/notifications/notification";
import { paths } from "~/paths";
import type { Letter } from "./letter";
import { readerOf } from "./words";

type Where = { appUrl: string };

/** The mails about an account: each asks for one click, and says that doing nothing changes nothing. */
export function proofLetter(
  kind: "verify_email" | "reset_password",
  email: string,
  { token, language }: TokenPayload,
  { appUrl }: Where,
): Letter {
  const { t, ...reader } = readerOf(language, "UTC");
  const name = kind === "verify_email" ? "verify" : "reset";
  return {
    language: reader.language,
    subject: t(`mail.${name}.subject`),
    from: "Meridian",
    state: { sign: "◐", tone: "wait", words: t(`mail.${name}.state`) },
    heading: [t(`mail.${name}.heading`)],
    sentences: [t(`mail.${name}.sentence`, { email })],
    facts: [],
    button: { label: t(`mail.${name}.button`), href: appUrl + paths[name](token) },
    closing: [[{ text: t(`mail.${name}.closing`) }]],
    why: t("mail.why.account", { email, place: new URL(appUrl).host }),
  };
}

export function invitationLetter(email: string, payload: InvitationPayload, { appUrl }: Where): Letter {
  const { t, ...reader } = readerOf(payload.language, "UTC");
  const names = { inviter: payload.inviterName, workspace: payload.workspaceName };
  return {
    language: reader.language,
    subject: t("mail.invitation.subject", names),
    from: payload.workspaceName,
    state: { sign: "◐", tone: "wait", words: t("mail.invitation.state") },
    heading: [t("mail.invitation.heading", names)],
    sentences: [t("mail.invitation.sentence", names)],
    facts: [{ label: t("mail.fact.role"), lines: [{ text: t("mail.role", { role: payload.role }) }] }],
    button: { label: t("mail.invitation.button"), href: appUrl + paths.invite(payload.token) },
    closing: [[{ text: t("mail.invitation.closing") }]],
    why: t("mail.why.account", { email, place: new URL(appUrl).host }),
  };
}
