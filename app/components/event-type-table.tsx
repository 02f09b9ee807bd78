import type { EventType } from "~/domain/event-types/event-type";
import { paths } from "~/paths";
import { Badge } from "./badge";
import { CopyField } from "./copy-field";
import { assignmentNames, lengthWords, locationNames } from "./event-type-words";
import { Form, HiddenFields, Submit } from "./form";
import { Cell, Row, Table } from "./table";

export type ListedEventType = Pick<
  EventType,
  | "id"
  | "name"
  | "slug"
  | "durationMinutes"
  | "durationOptions"
  | "locationType"
  | "assignmentType"
  | "requiresConfirmation"
  | "isActive"
  | "isListed"
  | "isLinkOnly"
  | "members"
> & {
  url: string;
  /** For one that is reached by links alone: the link, if it is the viewer's to see. */
  link: { id: string; title: string } | null;
  mayChange: boolean;
};

const columns = [
  { label: "Name" },
  { label: "Length" },
  { label: "Who" },
  { label: "Where" },
  { label: "State" },
  { label: "Actions", hideLabel: true },
];

export function EventTypeTable({ items, userId }: { items: ListedEventType[]; userId: string }) {
  return (
    <Table caption="Event types" columns={columns}>
      {items.map((item) => (
        <Row key={item.id}>
          <Cell heading className="sm:w-1/3">
            <a href={paths.eventType(item.id)} className="-my-1 inline-block py-1 text-body font-semibold text-ink">
              <bdi>{item.name}</bdi>
            </a>
            {item.isLinkOnly ? <ByLink item={item} /> : <Address item={item} />}
          </Cell>
          <Cell label="Length" className="sm:min-w-[4.5rem]">
            {lengthWords(item)}
          </Cell>
          <Cell label="Who" className="sm:min-w-[5.25rem]">
            <Who item={item} userId={userId} />
          </Cell>
          <Cell label="Where" className="sm:min-w-[5.5rem]">
            {locationNames[item.locationType]}
          </Cell>
          <Cell label="State" className="sm:min-w-[6.5rem] xl:whitespace-nowrap">
            {item.isActive ? <Badge state="active">Active</Badge> : <Badge state="off">Off, not bookable</Badge>}
          </Cell>
          <Cell className="sm:whitespace-nowrap">{item.mayChange ? <RowActions item={item} /> : null}</Cell>
        </Row>
      ))}
    </Table>
  );
}

function Address({ item }: { item: ListedEventType }) {
  const remarks = [item.requiresConfirmation && asks, !item.isListed && "not listed"];
  return (
    <>
      <span className="block text-muted">{[`/${item.slug}`, ...remarks].filter(Boolean).join(", ")}</span>
      <details>
        <summary className="inline-block cursor-pointer py-1 text-sea underline underline-offset-[3px]">
          Public address<span className="sr-only"> of {item.name}</span>
        </summary>
        <div className="max-w-form pb-1 pt-1">
          <CopyField label={`Address of ${item.name}`} name={`url-${item.id}`} value={item.url} href={item.url} />
        </div>
      </details>
    </>
  );
}

const asks = "asks for confirmation";

/** It has no page of its own. */
function ByLink({ item: { link, requiresConfirmation } }: { item: ListedEventType }) {
  return (
    <span className="block text-muted">
      Only by its link
      {link ? (
        <>
          :{" "}
          <a href={paths.link(link.id)} className="-my-1 inline-block py-1">
            <bdi>{link.title}</bdi>
          </a>
        </>
      ) : null}
      {requiresConfirmation ? `, ${asks}` : ""}
    </span>
  );
}

function Who({ item, userId }: { item: ListedEventType; userId: string }) {
  const [host, ...others] = item.members;
  if (!host) return <>Nobody</>;
  if (!item.assignmentType) return host.userId === userId ? <>You</> : <bdi>{host.name}</bdi>;
  return (
    <>
      {assignmentNames[item.assignmentType]}
      <span className="text-muted sm:block">
        <span className="sm:hidden">, </span>
        {others.length === 0 ? "1 host" : `${others.length + 1} hosts`}
      </span>
    </>
  );
}

function RowActions({ item }: { item: ListedEventType }) {
  return (
    <Form
      action={paths.eventTypes()}
      className="-ms-2 flex flex-wrap sm:-mt-2 sm:flex-col sm:items-start xl:flex-row xl:flex-nowrap"
    >
      <HiddenFields values={{ id: item.id }} />
      <Submit kind="quiet" small name="intent" value={item.isActive ? "switch_off" : "switch_on"}>
        Switch {item.isActive ? "off" : "on"}
        <span className="sr-only"> {item.name}</span>
      </Submit>
      <Submit kind="quiet" small name="intent" value="duplicate">
        Duplicate<span className="sr-only"> {item.name}</span>
      </Submit>
    </Form>
  );
}
