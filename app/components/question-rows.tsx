import type { ReactNode } from "react";
import type { QuestionDraft } from "~/domain/templates/draft";
import { mostQuestions } from "~/domain/templates/template";
import { questionTypes } from "~/domain/templates/question";
import { Checkbox } from "./choice";
import { Field, FieldError, Select, TextArea } from "./field";
import { useFocus } from "./focus-place";
import { Pair, Submit } from "./form";
import { useField } from "./form-state";
import { questionTypeNames } from "./template-words";

type Props = { questions: QuestionDraft[]; action: string };

/** The questions, one by one. Their buttons send the whole form: the page comes back changed, and nothing is saved. */
export function QuestionRows({ questions, action }: Props) {
  const { error } = useField("questions");
  const isChanged = useFocus("field-questions");
  return (
    <div id="field-questions" tabIndex={-1} autoFocus={isChanged} className="space-y-5">
      {questions.length === 0 ? (
        <p className="text-muted">No question yet. Name, email address and a note are always asked.</p>
      ) : null}
      {questions.map((question, at) => (
        <QuestionRow key={at} question={question} at={at} count={questions.length} action={action} />
      ))}
      <FieldError name="questions">{error}</FieldError>
      {questions.length < mostQuestions ? (
        <Submit kind="second" icon="plus" name="intent" value="add" formAction={action}>
          Add question
        </Submit>
      ) : (
        <p className="hint">{mostQuestions} questions are the most that a form asks.</p>
      )}
    </div>
  );
}

type RowProps = { question: QuestionDraft; at: number; count: number; action: string };

function QuestionRow({ question, at, count, action }: RowProps) {
  const isChanged = useFocus(`question-${at}`);
  const name = (field: string) => `questions.${at}.${field}`;
  const isChosen = chosen.includes(question.type) || question.options.trim() !== "";
  const isHelped = question.help !== "";
  return (
    <fieldset
      id={`question-${at}`}
      tabIndex={isChanged ? -1 : undefined}
      autoFocus={isChanged}
      className="min-w-0 rounded border border-rule p-4 pt-2"
    >
      <legend className="px-1 font-display text-h3">Question {at + 1}</legend>
      <input type="hidden" name={name("id")} value={question.id} />
      <div className="space-y-4">
        <Field
          label="Question"
          name={name("label")}
          defaultValue={question.label}
          maxLength={200}
          dir="auto"
          autoFocus={useFocus(name("label"))}
        />
        <Pair>
          <Select label="Type of answer" name={name("type")} options={types} defaultValue={question.type} />
          <div className="sm:pt-8">
            <Checkbox name={name("required")} label="Required" defaultChecked={question.required} />
          </div>
        </Pair>
        {isChosen ? <Options {...{ question, at }} /> : null}
        {isHelped ? <HelpText {...{ question, at }} /> : null}
      </div>
      <div className="mt-2">
        {isHelped ? null : (
          <Folded title="Help text" at={at}>
            <HelpText {...{ question, at }} />
          </Folded>
        )}
        {isChosen ? null : (
          <Folded title="Options" at={at}>
            <Options {...{ question, at }} />
          </Folded>
        )}
      </div>
      <div className="-mx-2 mt-2 flex flex-wrap gap-x-2">
        <RowButton {...{ at, action }} deed="up" isIdle={at === 0} words="Move up" />
        <RowButton {...{ at, action }} deed="down" isIdle={at === count - 1} words="Move down" />
        <RowButton {...{ at, action }} deed="remove" words="Remove" />
      </div>
    </fieldset>
  );
}

const types = questionTypes.map((value) => ({ value, label: questionTypeNames[value] }));
const chosen = ["select", "radio", "multiselect"];

type PartProps = { question: QuestionDraft; at: number };

function Options({ question, at }: PartProps) {
  return (
    <TextArea
      label="Options"
      name={`questions.${at}.options`}
      optional={!chosen.includes(question.type)}
      hint="One on each line."
      rows={Math.min(Math.max(question.options.split("\n").length, 3), 12)}
      defaultValue={question.options}
      dir="auto"
    />
  );
}

function HelpText({ question, at }: PartProps) {
  return (
    <TextArea
      label="Help text"
      name={`questions.${at}.help`}
      optional
      hint="Stands under the question in small letters."
      rows={2}
      defaultValue={question.help}
      maxLength={500}
      dir="auto"
    />
  );
}

/** What few questions need, out of the way. */
function Folded({ title, at, children }: { title: ReactNode; at: number; children: ReactNode }) {
  return (
    <details>
      <summary className="cursor-pointer py-1.5 text-small font-semibold">
        {title}
        <span className="sr-only"> of question {at + 1}</span>
      </summary>
      {children}
    </details>
  );
}

type ButtonProps = { at: number; action: string; deed: "up" | "down" | "remove"; isIdle?: boolean; words: string };

function RowButton({ at, action, deed, isIdle, words }: ButtonProps) {
  if (isIdle) return null;
  return (
    <Submit kind="quiet" small name="intent" value={`${deed}:${at}`} formAction={action}>
      {words}
      <span className="sr-only"> question {at + 1}</span>
    </Submit>
  );
}
