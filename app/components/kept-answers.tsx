import { fieldOf, takesSeveral, type Question } from "~/domain/templates/question";
import { isoInstant } from "~/domain/time";
import type { Translate } from "~/messages/translate";
import { Facts } from "./facts";
import { Form, HiddenFields, Submit } from "./form";
import type { FormValues } from "./form-state";
import { Section } from "./page";
import { useVisitor } from "./visitor";

type Props = {
  questions: Question[];
  values: Record<string, string[]>;
  /** Goes out again when they are to be changed; left out where nothing can be booked any more. */
  hidden?: FormValues;
  nextStart?: number;
};

/** What was typed before the time was gone, and the way back into the form with it. */
export function KeptAnswers({ questions, values, hidden = {}, nextStart }: Props) {
  const { t } = useVisitor();
  const text = (name: string) => values[name]?.[0]?.trim() ?? "";
  const lines = (name: string) => (text(name) ? <span className="whitespace-pre-line">{text(name)}</span> : null);
  return (
    <Section title={t("book.taken.kept")}>
      <Facts
        items={[
          { label: t("book.form.name"), value: text("name") ? <bdi>{text("name")}</bdi> : null },
          { label: t("book.form.email"), value: text("email") },
          { label: t("book.form.guests"), value: lines("guests") },
          ...questions.map((question) => ({ label: question.label, value: answered(question, values, t) })),
          { label: t("book.form.notes"), value: lines("notes") },
        ]}
      />
      {nextStart === undefined ? null : (
        <Form className="mt-4">
          <HiddenFields values={{ ...hidden, start: isoInstant(nextStart), intent: "edit" }} />
          <Submit kind="second" small>
            {t("book.taken.change")}
          </Submit>
        </Form>
      )}
    </Section>
  );
}

function answered(question: Question, values: Props["values"], t: Translate) {
  const given = (values[fieldOf(question)] ?? []).map((value) => value.trim()).filter(Boolean);
  if (given.length === 0) return null;
  if (question.type === "checkbox" && !takesSeveral(question)) return t("book.form.ticked");
  return <bdi className="block whitespace-pre-line">{given.join(", ")}</bdi>;
}
