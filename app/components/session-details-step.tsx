import { formatDate } from "~/domain/availability/calendar-days";
import { localDay } from "~/domain/availability/zones";
import { formatDayLong, formatTime, isoInstant } from "~/domain/time";
import { bookingErrors } from "./booking-errors";
import { ChosenTime } from "./chosen-time";
import { hrefsOf, type CoachPage } from "./coach-page";
import { TextArea } from "./field";
import { ErrorSummary, Form, FormActions, HiddenFields, Submit } from "./form";
import { Notice } from "./notice";
import type { Typed } from "./offer-page";
import { Sheet } from "./page";
import { QuestionFields } from "./question-fields";
import { SessionFacts } from "./session-facts";
import { useVisitor } from "./visitor";

type Sent = { values: Typed; errors: { path: string }[] };
type Props = { page: CoachPage; start: number; sent?: Sent };

/** The second step: what the coach should know. After a refusal with all that was typed. */
export function SessionDetailsStep({ page, start, sent }: Props) {
  const { zone } = useVisitor();
  const backHref = `${hrefsOf(page, sent?.values)({ date: formatDate(localDay(zone, start)) })}#times`;
  return (
    <Sheet>
      <div className="grid md:grid-cols-[17.5rem_minmax(0,1fr)]">
        <div className="p-5 sm:p-7">
          <SessionFacts page={page} isBrief />
          <div className="mt-6">
            <ChosenTime start={start} end={start + page.durationMinutes * 60_000} otherZone={page.coach.timezone}>
              <a href={backHref} className="mt-2 inline-block py-1">
                Choose another time
              </a>
            </ChosenTime>
          </div>
        </div>
        <div className="border-t border-rule p-5 sm:p-7 md:border-s md:border-t-0">
          {page.isClient ? (
            <SessionForm page={page} start={start} sent={sent} backHref={backHref} />
          ) : (
            <Notice title="Only clients book sessions.">
              You are a host here. A client is asked for a note now, and books.
            </Notice>
          )}
        </div>
      </div>
    </Sheet>
  );
}

function SessionForm({ page, start, sent, backHref }: Props & { backHref: string }) {
  const { t, zone, locale, now } = useVisitor();
  const { offer, coach, questions, kept, durationMinutes, submissionKey } = page;
  const errors = sent ? bookingErrors(t, { ...sent, questions }) : [];
  const when = { time: formatTime(start, zone, locale), day: formatDayLong(start, zone, locale, now) };
  const hidden = {
    start: isoInstant(start),
    duration_minutes: String(durationMinutes),
    submission_key: sent?.values.submission_key?.[0] ?? submissionKey,
  };
  return (
    <div className="max-w-form">
      <h2>What it is about</h2>
      <Form errors={errors} values={sent?.values} className="mt-4 space-y-5">
        <ErrorSummary errors={errors} title="Nothing was booked." />
        <HiddenFields values={hidden} />
        <QuestionFields questions={questions} t={t} prefill={kept} />
        <TextArea
          name="notes"
          label="Note"
          hint={
            <>
              <bdi>{coach.name}</bdi> reads it before the session.
            </>
          }
          optional
          defaultValue={kept.notes?.[0]}
        />
        <div className="border-t border-rule pt-5">
          <FormActions>
            <Submit>{t(offer.needsAnswer ? "book.form.ask" : "book.form.book", when)}</Submit>
            <a href={backHref} className="inline-block py-2.5">
              {t("book.form.back")}
            </a>
          </FormActions>
          <p className="hint mt-4">
            {offer.needsAnswer
              ? "The time is held for you until your coach has answered. You get a mail then."
              : "It is confirmed at once. You and your coach get a mail."}
          </p>
        </div>
      </Form>
    </div>
  );
}
