import type { MessageKey } from "~/messages/translate";
import { isOwnRequest, isSuccessor, type Change, type Part } from "./booking-part";
import type { Letter } from "./letter";
import { daysUntil, shortWhen } from "./times";

/** What the mail tells its reader: some changes are other news to one side than to the rest. */
type News =
  | Exclude<Change, "requested" | "rsvp" | "reminder">
  | "requestedInvitee"
  | "requestedHost"
  | "asked"
  | "booked"
  | "handed"
  | "soon";
type Look = Pick<Letter["state"], "sign" | "tone"> & { words: MessageKey; whilePending?: MessageKey };

const done = { sign: "✓", tone: "ok" } as const;
const waiting = { sign: "◐", tone: "wait" } as const;

const looks: Record<Exclude<News, "soon">, Look> = {
  requestedInvitee: { ...waiting, words: "mail.state.waiting" },
  requestedHost: { ...waiting, words: "mail.state.waitingForYou" },
  asked: { ...waiting, words: "mail.state.waitingForYou" },
  answered: { ...done, words: "mail.state.confirmed", whilePending: "mail.state.waitingForHosts" },
  booked: { ...done, words: "mail.state.booked" },
  confirmed: { ...done, words: "mail.state.confirmed" },
  declined: { sign: "✕", tone: "stop", words: "mail.state.declined" },
  rescheduled: { ...done, words: "mail.state.rescheduled", whilePending: "mail.state.rescheduledWaiting" },
  reassigned: { ...done, words: "mail.state.reassigned", whilePending: "mail.state.reassignedWaiting" },
  handed: { ...done, words: "mail.state.handed", whilePending: "mail.state.handedWaiting" },
  unassigned: { ...done, words: "mail.state.unassigned" },
  cancelled: { sign: "⊘", tone: "stop", words: "mail.state.cancelled" },
  followup: { ...done, words: "mail.state.followup" },
};

export function bookingState(part: Part): Letter["state"] {
  const news = newsOf(part);
  if (news === "soon") return { ...done, words: distance(part) };
  if (isOwnRequest(part)) return { ...waiting, words: part.reader.t("mail.state.waitingForHosts") };
  const { words, whilePending, ...look } = looks[news];
  const isPending = part.about.booking.status === "pending" && whilePending;
  return { ...(isPending ? waiting : look), words: part.reader.t(isPending || words) };
}

export function bookingSubject(part: Part) {
  const { about, reader } = part;
  const { booking, payload } = about;
  const news = newsOf(part);
  return reader.t(`mail.subject.${news}`, {
    when: shortWhen(booking.start, reader),
    host: booking.host.name,
    after: payload.hostAfter ?? "",
    ...(news === "soon" && { distance: distance(part) }),
    ...(news === "answered" && { name: payload.answeredBy!, answer: payload.answer! }),
  });
}

function newsOf(part: Part): News {
  const { about, change, side } = part;
  switch (change) {
    case "requested":
      return side === "host" ? "requestedHost" : "requestedInvitee";
    case "rsvp":
      return "asked";
    case "reminder":
      return "soon";
    case "reassigned":
      return isSuccessor(part) ? "handed" : "reassigned";
    case "confirmed":
      // Booked without being asked: for the host that is news, where a request that they confirmed is none.
      return side === "host" && about.payload.sequence === 0 ? "booked" : "confirmed";
    default:
      return change;
  }
}

/** How far off the meeting is as this leaves, however late that is: "Tomorrow", "In one hour". */
function distance({ about: { booking }, reader, now }: Part) {
  const minutes = Math.max(1, Math.round((booking.start - now) / 60_000));
  if (minutes <= 60) return reader.t("mail.soon.minutes", { count: minutes });
  return reader.t("mail.soon.days", { count: daysUntil(booking.start, reader, now) });
}
