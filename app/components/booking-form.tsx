import type { InviteePolicy } from "~/domain/bookings/invitee-policy";
import type { Question } from "~/domain/templates/question";
import { formatDayLong, formatTime, isoInstant } from "~/domain/time";
import { bookingErrors } from "./booking-errors";
import { bookingTerms } from "./booking-terms";
import { Field, TextArea } from "./field";
import { ErrorSummary, Form, FormActions, HiddenFields, Submit } from "./form";
import type { FormValues } from "./form-state";
import { QuestionFields } from "./question-fields";
import { useVisitor } from "./visitor";

type Props = {
  start: number;
  durationMinutes: number;
  workspaceName: string;
  needsAnswer: boolean;
  policy: InviteePolicy;
  submissionKey: string;
  /** What came with the address. */
  prefill: { name: string | null; email: string | null; guests: string | null; notes: string | null };
  questions: Question[];
  answers: Record<string, string[]>;
  /** What was sent before and came back. */
  sent?: { values: Record<string, string[]>; errors: { path: string }[] };
  backHref: string;
};

/** Who the invitee is: the second and last step. */
export function BookingForm({ start, durationMinutes, submissionKey, prefill, questions, sent, ...props }: Props) {
  const { t, zone, locale, now } = useVisitor();
  const errors = sent ? bookingErrors(t, { ...sent, questions }) : [];
  const when = { time: formatTime(start, zone, locale), day: formatDayLong(start, zone, locale, now) };
  const hidden: FormValues = {
    start: isoInstant(start),
    timezone: zone,
    duration_minutes: String(durationMinutes),
    submission_key: sent?.values.submission_key?.[0] ?? submissionKey,
  };
  return (
    <div className="max-w-form">
      <p className="text-small font-semibold text-muted">{t("book.step")}</p>
      <h2>{t("book.details")}</h2>
      <Form errors={errors} values={sent?.values} className="mt-4 space-y-5">
        <ErrorSummary errors={errors} title={t("error.summary", { count: errors.length })} />
        <HiddenFields values={hidden} />
        <Field name="name" label={t("book.form.name")} autoComplete="name" defaultValue={prefill.name ?? undefined} />
        <Field
          name="email"
          type="email"
          label={t("book.form.email")}
          hint={t("book.form.emailHint")}
          autoComplete="email"
          spellCheck={false}
          defaultValue={prefill.email ?? undefined}
        />
        <TextArea
          name="guests"
          label={t("book.form.guests")}
          hint={t("book.form.guestsHint")}
          optional
          optionalLabel={t("common.optional")}
          rows={2}
          spellCheck={false}
          defaultValue={prefill.guests ?? undefined}
        />
        <QuestionFields questions={questions} t={t} prefill={props.answers} />
        <TextArea
          name="notes"
          label={t("book.form.notes")}
          optional
          optionalLabel={t("common.optional")}
          defaultValue={prefill.notes ?? undefined}
        />
        <div className="border-t border-rule pt-5">
          <FormActions>
            <Submit>{t(props.needsAnswer ? "book.form.ask" : "book.form.book", when)}</Submit>
            <a href={props.backHref} className="inline-block py-2.5">
              {t("book.form.back")}
            </a>
          </FormActions>
          <p className="hint mt-4">
            {t("book.form.promise", { workspace: props.workspaceName })} {bookingTerms(t, props.policy)}
          </p>
        </div>
      </Form>
    </div>
  );
}
