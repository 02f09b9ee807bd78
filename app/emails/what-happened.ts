import { hostsOf } from "~/domain/bookings/booking";
import { tally } from "~/domain/bookings/rsvp";
import { isOwnRequest, isSuccessor, type Part } from "./booking-part";

/** What happened, by whom, and what follows from it, in sentences. */
export function whatHappened(part: Part): string[] {
  const { about, side, change, reader } = part;
  const { booking, payload } = about;
  const { t } = reader;
  const invitee = booking.inviteeName;
  const host = booking.host.name;
  switch (change) {
    case "requested":
      if (side === "host") return [t(isOwnRequest(part) ? "mail.rsvp" : "mail.requested.host", { invitee })];
      return [hostsOf(booking).length > 1 ? t("mail.requested.inviteeAll") : t("mail.requested.invitee", { host })];
    case "rsvp":
      return [...whyAsked(part), t(booking.status === "confirmed" ? "mail.rsvp.stands" : "mail.rsvp", { invitee })];
    case "answered":
      return [t("mail.answered", { name: payload.answeredBy!, answer: payload.answer! }), tallyWords(part)];
    case "declined":
      return [payload.tooFew ? t("rsvp.tooFew") : t("mail.declined", { host: doer(part) })];
    case "rescheduled":
      return payload.byHost === undefined ? [] : [deed(part, "moved")];
    case "cancelled":
      if (payload.tooFew) return [t("rsvp.tooFew")];
      return [payload.byHost === undefined ? t("mail.cancelled.expired") : deed(part, "cancelled")];
    case "reassigned":
    case "unassigned":
      return handover(part);
    case "followup":
      return [about.followupText || t("mail.followup")];
    default:
      return [];
  }
}

/** After a move, or in somebody's place. */
function whyAsked(part: Part) {
  const { payload } = part.about;
  if (payload.hostBefore !== undefined) return [part.reader.t("mail.handed", { before: payload.hostBefore })];
  return payload.startBefore === undefined ? [] : [deed(part, "moved")];
}

function deed(part: Part, done: "moved" | "cancelled") {
  const { about, side, reader } = part;
  const { payload } = about;
  const { t } = reader;
  if (side === "invitee" && !payload.byHost) return t(`mail.${done}.you`);
  return t(`mail.${done}.by`, { name: doer(part) });
}

/** Whoever has no part in the meeting acted for the workspace. */
function doer({ about: { booking, payload } }: Part) {
  return payload.byHost ? (payload.by ?? booking.workspace.name) : booking.inviteeName;
}

function handover(part: Part) {
  const { about, change, reader } = part;
  const { booking, payload } = about;
  const names = { before: payload.hostBefore!, after: payload.hostAfter! };
  if (change === "unassigned") return [reader.t("mail.unassigned", names)];
  if (!isSuccessor(part)) return [reader.t("mail.reassigned", names)];
  const isAsked = booking.status === "pending";
  return [
    reader.t("mail.handed", names),
    ...(isAsked ? [reader.t("mail.requested.host", { invitee: booking.inviteeName })] : []),
  ];
}

function tallyWords({ about: { booking }, reader: { t } }: Part) {
  const { accepted, declined, count } = tally(hostsOf(booking).map(({ status }) => status));
  return t("mail.tally", { accepted, declined, count });
}
