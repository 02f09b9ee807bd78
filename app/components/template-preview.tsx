import type { Preview } from "~/domain/templates/draft";
import { translator } from "~/messages/translate";
import { useFocus } from "./focus-place";
import { Form } from "./form";
import { Sheet } from "./page";
import { QuestionFields } from "./question-fields";

/** The questions as an invitee reads them. What is entered here goes nowhere. */
export function TemplatePreview({ preview: { questions, missing } }: { preview: Preview }) {
  const isChanged = useFocus("preview");
  return (
    <Sheet className="mt-6">
      <section className="section">
        <h2 tabIndex={isChanged ? -1 : undefined} autoFocus={isChanged}>
          What an invitee sees
        </h2>
        <p className="hint mt-1">
          {questions.length > 0
            ? "After name and email address. Try it: nothing that you enter here is sent."
            : "Name, email address and a note, as on every booking form."}
        </p>
        {missing.map(({ number, message }) => (
          <p key={number} className="hint mt-1">
            Question {number} is not shown yet. {message}
          </p>
        ))}
        {questions.length > 0 ? (
          <Form method="get" className="mt-5 max-w-form space-y-5">
            {/* A form whose first button is disabled is not sent by the Enter key. */}
            <button type="submit" disabled hidden />
            <QuestionFields questions={questions} t={translator("en")} />
          </Form>
        ) : null}
      </section>
    </Sheet>
  );
}
