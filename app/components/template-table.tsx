import { countOf } from "~/domain/counts";
import type { Template } from "~/domain/templates/template";
import { paths } from "~/paths";
import { Cell, Row, Table, type Column } from "./table";

type Listed = Pick<
  Template,
  "id" | "name" | "ownerName" | "questions" | "emailFollowupEnabled" | "followupText" | "eventTypes"
>;

const columns: Column[] = [
  { label: "Name" },
  { label: "Asks" },
  { label: "Used by" },
  { label: "Mail after the meeting" },
];

export function TemplateTable({ items }: { items: Listed[] }) {
  return (
    <Table caption="Templates" columns={columns}>
      {items.map((template) => (
        <Row key={template.id}>
          <Cell heading className="sm:w-1/4">
            <a
              href={paths.template(template.id)}
              className="-my-1 inline-block py-1 text-body font-semibold text-ink [overflow-wrap:anywhere]"
            >
              <bdi>{template.name}</bdi>
            </a>
            <span className="block text-muted">
              by <bdi>{template.ownerName}</bdi>
            </span>
          </Cell>
          <Cell label="Asks" className="sm:w-1/3">
            <Labels questions={template.questions} />
          </Cell>
          <Cell label="Used by" className="[overflow-wrap:anywhere]">
            <Names eventTypes={template.eventTypes} />
          </Cell>
          <Cell label="Mail after the meeting">{followupWords(template)}</Cell>
        </Row>
      ))}
    </Table>
  );
}

const shown = 3;

function Labels({ questions }: Pick<Template, "questions">) {
  if (questions.length === 0) return <span className="text-muted">Nothing yet</span>;
  const named = questions.slice(0, shown);
  const rest = questions.length - named.length;
  return (
    <>
      {countOf(questions.length, "question")}
      <span className="block text-muted [overflow-wrap:anywhere]">
        {named.map(({ id, label }, index) => (
          <span key={id}>
            {index > 0 ? " · " : ""}
            <bdi>{label}</bdi>
          </span>
        ))}
        {rest > 0 ? ` and ${rest} more` : ""}
      </span>
    </>
  );
}

function Names({ eventTypes }: Pick<Template, "eventTypes">) {
  if (eventTypes.length === 0) return <span className="text-muted">Nothing yet</span>;
  return eventTypes.map((each, index) => (
    <span key={each.id}>
      {index > 0 ? ", " : ""}
      <bdi>{each.name}</bdi>
    </span>
  ));
}

function followupWords({ emailFollowupEnabled, followupText }: Listed) {
  if (!emailFollowupEnabled) return <span className="text-muted">None</span>;
  return followupText ? "In its own words" : "A thank-you";
}
