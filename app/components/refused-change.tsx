import { translator, type Translate } from "~/messages/translate";
import { paths } from "~/paths";
import { leadOf, termsWords } from "./change-terms";
import type { Meeting } from "./meeting-view";
import { PublicMessage } from "./public-message";
import type { Visitor } from "./visitor";

type Deed = "cancel" | "reschedule";
type Refused = Pick<Meeting, "uid" | "state" | "cancelling" | "rescheduling" | "hosts" | "workspace">;

/** The event type doesn't let its invitees do this, or not any more: until when it could be done, and whom to ask. */
export function RefusedChange({ visitor, meeting, deed }: { visitor: Visitor; meeting: Refused; deed: Deed }) {
  const t = translator(visitor.language, visitor.locale);
  const terms = termsOf(meeting, deed);
  return (
    <PublicMessage
      visitor={visitor}
      workspace={meeting.workspace}
      title={refusedTitle(t, meeting, deed)}
      link={{ href: paths.meeting(meeting.uid), label: t("meeting.fixed.link") }}
    >
      <p>
        {terms.refusal === "too_late" ? <>{termsWords(t, deed, terms, visitor)} </> : null}
        {t("meeting.refused.nothing", { state: meeting.state })}
      </p>
      <p>{t("meeting.policy.reply", { deed, host: leadOf(meeting) })}</p>
    </PublicMessage>
  );
}

export function refusedTitle(t: Translate, meeting: Refused, deed: Deed) {
  return t(`meeting.refused.${deed}.${termsOf(meeting, deed).refusal ?? "not_allowed"}`);
}

function termsOf(meeting: Refused, deed: Deed) {
  return deed === "cancel" ? meeting.cancelling : meeting.rescheduling;
}
