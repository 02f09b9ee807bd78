import {
  BrokenConnectionPayload,
  InvitationPayload,
  OneTimeLinkPayload,
  TimeRequestPayload,
  TokenPayload,
  WebhookTroublePayload,
  type PlainKind,
} from "~/domain/notifications/notification";
import { invitationLetter, proofLetter } from "./account-letter";
import type { Place } from "./booking-part";
import { brokenConnectionLetter } from "./broken-connection-letter";
import type { Letter } from "./letter";
import { oneTimeLinkLetter } from "./one-time-link-letter";
import { timeRequestCopy, timeRequestLetter } from "./time-request-letter";
import { webhookTroubleLetter } from "./webhook-trouble-letter";

export type PlainAbout = { kind: PlainKind; recipient: string; payload: Record<string, unknown> };

/** The mails about no booking. */
export function plainLetter({ kind, recipient, payload }: PlainAbout, place: Place): Letter {
  switch (kind) {
    case "verify_email":
    case "reset_password":
      return proofLetter(kind, recipient, TokenPayload.parse(payload), place);
    case "member_invitation":
      return invitationLetter(recipient, InvitationPayload.parse(payload), place);
    case "time_requested_host":
      return timeRequestLetter(recipient, TimeRequestPayload.parse(payload), place);
    case "time_requested_invitee":
      return timeRequestCopy(recipient, TimeRequestPayload.parse(payload), place);
    case "one_time_link":
      return oneTimeLinkLetter(recipient, OneTimeLinkPayload.parse(payload), place);
    case "broken_connection":
      return brokenConnectionLetter(recipient, BrokenConnectionPayload.parse(payload), place);
    case "webhook_trouble":
      return webhookTroubleLetter(recipient, WebhookTroublePayload.parse(payload), place);
  }
}
