import { InvitationPayload, TokenPayload, type AccountKind } from "~/domain/notifications/notification";
import { paths } from "~/paths";
import type { Letter } from "./letter";
import { readerOf } from "./words";

type About = { kind: AccountKind; recipient: string; payload: Record<string, unknown> };

/** The mails about an account: each asks for one click, and says that doing nothing changes nothing. */
export function accountLetter({ kind, recipient, payload }: About, { appUrl }: { appUrl: string }): Letter {
  return kind === "member_invitation"
    ? invitation(recipient, InvitationPayload.parse(payload), appUrl)
    : proof(kind, recipient, TokenPayload.parse(payload), appUrl);
}

function proof(
  kind: "verify_email" | "reset_password",
  email: string,
  { token, language }: TokenPayload,
  appUrl: string,
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

function invitation(email: string, payload: InvitationPayload, appUrl: string): Letter {
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
