import { isoInstant } from "~/domain/time";
import { Facts } from "./facts";
import { Form, HiddenFields, Submit } from "./form";
import type { FormValues } from "./form-state";
import { Section } from "./page";
import { useVisitor } from "./visitor";

type Props = { values: Record<string, string[]>; hidden: FormValues; nextStart?: number };

/** What was typed before the time was gone, and the way back into the form with it. */
export function KeptAnswers({ values, hidden, nextStart }: Props) {
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
