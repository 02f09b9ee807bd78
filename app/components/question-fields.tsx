import { fieldOf, hasOptions, takesSeveral, type Question } from "~/domain/templates/question";
import type { Translate } from "~/messages/translate";
import { Checkbox } from "./choice";
import { ChoiceGroup } from "./choice-group";
import { Field, Select, TextArea } from "./field";

type Props = {
  questions: readonly Question[];
  t: Translate;
  /** What came with the address, by the fields' names. */
  prefill?: Record<string, string[] | undefined>;
  /** Whoever fills it in for somebody else need not know everything. */
  mayLeaveOut?: boolean;
};

/** The fields of a template's questions, in a form that keeps what was typed. */
export function QuestionFields({ questions, t, prefill = {}, mayLeaveOut = false }: Props) {
  return questions.map((question) => (
    <QuestionField
      key={question.id}
      question={question}
      t={t}
      given={prefill[fieldOf(question)] ?? []}
      optional={mayLeaveOut || !question.required}
    />
  ));
}

type One = { question: Question; t: Translate; given: string[]; optional: boolean };

function QuestionField({ question, t, given, optional }: One) {
  const common = {
    name: fieldOf(question),
    hint: question.help ? (
      <span className="whitespace-pre-line [overflow-wrap:anywhere]">{question.help}</span>
    ) : undefined,
    optional,
    optionalLabel: t("common.optional"),
  };
  const label = <bdi className="[overflow-wrap:anywhere]">{question.label}</bdi>;
  const noAnswer = { value: "", label: t("book.form.noAnswer") };
  const options = question.options.map((option) => ({ value: option, label: option }));
  const defaultValue = given[0];
  if (takesSeveral(question))
    return <ChoiceGroup {...common} legend={label} options={options} several defaultValues={given} />;
  if (question.type === "radio") {
    const all = optional ? [...options, noAnswer] : options;
    return <ChoiceGroup {...common} legend={label} options={all} defaultValues={given} />;
  }
  if (hasOptions(question)) {
    const first = optional ? noAnswer : { value: "", label: t("book.form.choose") };
    return <Select {...common} label={label} options={[first, ...options]} defaultValue={defaultValue ?? ""} />;
  }
  if (question.type === "checkbox") {
    const { name, hint, optionalLabel } = common;
    const words = optional ? (
      <>
        {label} <span className="whitespace-nowrap text-muted">{optionalLabel}</span>
      </>
    ) : (
      label
    );
    return <Checkbox {...{ name, hint }} label={words} defaultChecked={isTicked(defaultValue)} />;
  }
  if (question.type === "textarea")
    return <TextArea {...common} label={label} defaultValue={defaultValue} dir="auto" />;
  return <Field {...common} {...inputs[question.type]} label={label} defaultValue={defaultValue} />;
}

/** How a browser takes each kind of one line. */
const inputs = {
  text: { dir: "auto" },
  email: { type: "email", spellCheck: false },
  phone: { type: "tel" },
  number: { inputMode: "decimal" },
  url: { type: "url", spellCheck: false },
  date: { type: "date" },
  select: {},
  radio: {},
  multiselect: {},
} as const;

function isTicked(given: string | undefined) {
  return given === "on" || given === "true";
}
