import { TextArea } from "./field";
import { ErrorSummary, Form, Submit } from "./form";
import type { Organiser } from "./rsvp-view";
import { useVisitor } from "./visitor";

export type RsvpProblem = { values: Record<string, string[]>; errors: { path: string }[] };

/** Two equal answers, and a word to the others. Only sending it answers: opening the page never does. */
export function RsvpForm({ organiser, problem }: { organiser: Organiser; problem?: RsvpProblem }) {
  const { t } = useVisitor();
  const length = problem?.values.comment?.[0]?.trim().length ?? 0;
  const errors = (problem?.errors ?? []).map(({ path }) =>
    path === "comment"
      ? {
          path,
          label: t("rsvp.comment"),
          message: t(length > 500 ? "error.long" : "error.characters", { max: 500 }),
        }
      : { path: "", message: t("rsvp.error.answer") },
  );
  return (
    <Form errors={errors} values={problem?.values} className="space-y-4">
      <ErrorSummary errors={errors} title={t("error.summary", { count: errors.length })} />
      <TextArea
        name="comment"
        rows={2}
        label={t("rsvp.comment")}
        hint={t("rsvp.commentHint")}
        optional
        optionalLabel={t("common.optional")}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Submit name="response" value="accept" icon="check" wide>
          {t("rsvp.yes")}
        </Submit>
        <Submit name="response" value="decline" kind="second" icon="x" wide>
          {t("rsvp.no")}
        </Submit>
      </div>
      <p className="hint">{organiser ? t("rsvp.once", { host: organiser.name }) : t("rsvp.onceOrganiser")}</p>
    </Form>
  );
}
