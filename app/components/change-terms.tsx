import { formatDayLong, formatTime, zoneCity } from "~/domain/time";
import type { Translate } from "~/messages/translate";
import { useVisitor, type Visitor } from "./visitor";

/** Whether an invitee may do something to a meeting now, and until when where that ends before the meeting does. */
export type Terms = { refusal: "not_allowed" | "too_late" | null; deadline: number | null };
export type TermsOfChange = { cancelling: Terms; rescheduling: Terms };

type Deed = "cancel" | "reschedule" | "both";
type Meeting = TermsOfChange & { hosts: { name: string }[]; workspace: { name: string } };

/** Until when the meeting can be changed, and what to do where it can't be. Silent where nothing is out of the ordinary. */
export function ChangeTerms(meeting: Meeting) {
  const { t, ...visitor } = useVisitor();
  const { cancelling, rescheduling } = meeting;
  if (isFree(meeting)) return null;
  const isSame = cancelling.refusal === rescheduling.refusal && cancelling.deadline === rescheduling.deadline;
  const sentences = isSame
    ? [termsWords(t, "both", cancelling, visitor)]
    : [termsWords(t, "reschedule", rescheduling, visitor), termsWords(t, "cancel", cancelling, visitor)];
  return <p className="hint mt-4 max-w-text">{[...sentences, otherWay(t, meeting)].join(" ")}</p>;
}

/** As long as the meeting lasts. */
export function isFree({ cancelling, rescheduling }: TermsOfChange) {
  return [cancelling, rescheduling].every(({ refusal, deadline }) => refusal === null && deadline === null);
}

/** "You can cancel until Sunday 22 November, 09:00 (Oslo time)." */
export function termsWords(t: Translate, deed: Deed, { refusal, deadline }: Terms, visitor: Omit<Visitor, "address">) {
  const { zone, locale, now } = visitor;
  const kind = refusal ?? (deadline === null ? "open" : "until");
  if (deadline === null) return t(`meeting.policy.${kind}`, { deed });
  const day = formatDayLong(deadline, zone, locale, now);
  return t(`meeting.policy.${kind}`, { deed, day, time: formatTime(deadline, zone, locale), city: zoneCity(zone) });
}

function otherWay(t: Translate, meeting: Meeting) {
  const { cancelling, rescheduling } = meeting;
  const host = leadOf(meeting);
  if (!cancelling.refusal && !rescheduling.refusal) return t("meeting.policy.after", { host });
  const deed = !cancelling.refusal ? "reschedule" : !rescheduling.refusal ? "cancel" : "both";
  return t("meeting.policy.reply", { deed, host });
}

/** Who reads what the invitee answers to a mail. */
export function leadOf({ hosts, workspace }: Pick<Meeting, "hosts" | "workspace">) {
  return hosts[0]?.name ?? workspace.name;
}
