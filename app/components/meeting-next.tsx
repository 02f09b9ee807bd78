import type { ReactNode } from "react";
import { formatTime } from "~/domain/time";
import { isFree, type TermsOfChange } from "./change-terms";
import { Shape, type ShapeName } from "./shape";
import { useVisitor } from "./visitor";

type Props = {
  state: "pending" | "confirmed";
  start: number;
  inviteeEmail: string;
  leadName: string;
  /** Each of several hosts is asked. */
  isForAll: boolean;
  terms: TermsOfChange;
};

/** What will happen, in its order, as far as it is known. */
export function MeetingNext({ state, start, inviteeEmail, leadName, isForAll, terms }: Props) {
  const { t, zone, locale } = useVisitor();
  const time = formatTime(start, zone, locale);
  const mayNothing = terms.cancelling.refusal && terms.rescheduling.refusal;
  return (
    <>
      <ol className="space-y-4">
        {state === "pending" ? (
          <Step
            shape="half-disc"
            colour="text-wait"
            title={isForAll ? t("meeting.next.askedAll") : t("meeting.next.asked", { host: leadName })}
          >
            {t("meeting.next.answer", { email: inviteeEmail })}
          </Step>
        ) : (
          <Step shape="disc-tick" colour="text-ok" title={t("meeting.next.mail", { email: inviteeEmail })}>
            {t("meeting.next.spam")}
          </Step>
        )}
        <Step shape="dashed-ring" colour="text-muted" title={t("meeting.next.meet", { time })}>
          {isFree(terms) ? t("meeting.next.change") : null}
        </Step>
      </ol>
      <p className="hint mt-6 border-t border-rule pt-4">
        {t(mayNothing ? "meeting.next.keySeen" : "meeting.next.key")}
      </p>
    </>
  );
}

type StepProps = { shape: ShapeName; colour: string; title: string; children: ReactNode };

function Step({ shape, colour, title, children }: StepProps) {
  return (
    <li className="flex gap-3">
      <Shape name={shape} className={`mt-1 ${colour}`} />
      <div className="min-w-0">
        <p className="break-words font-semibold">{title}</p>
        {children ? <p className="hint">{children}</p> : null}
      </div>
    </li>
  );
}
