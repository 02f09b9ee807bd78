import { conversionRate } from "~/domain/links/link-numbers";
import type { ListedLink } from "~/domain/links/links.server";
import { paths } from "~/paths";
import { Badge } from "./badge";
import { momentWords, type Clock } from "./booking-words";
import { Form, HiddenFields, LinkButton, Submit } from "./form";
import { numberWords, rateWords, shortAddress } from "./link-words";
import { Cell, Row, Table, type Column } from "./table";

export type LinkItem = Pick<
  ListedLink,
  "id" | "title" | "ownerId" | "ownerName" | "isActive" | "views" | "bookings" | "nextBooking"
> & { url: string; eventType: { id: string; name: string; isLinkOnly: boolean; isOpen: boolean } };

const columns: Column[] = [
  { label: "Link" },
  { label: "Event type" },
  { label: "Views", align: "end" },
  { label: "Booked", align: "end" },
  { label: "Rate", align: "end" },
  { label: "Next booking" },
  { label: "State" },
  { label: "Actions", hideLabel: true },
];

type Props = { items: LinkItem[]; userId: string; clock: Clock };

export function LinkTable({ items, userId, clock }: Props) {
  return (
    <Table caption="Links for everybody" columns={columns}>
      {items.map((link) => (
        <Row key={link.id}>
          <Cell heading className="sm:w-1/4">
            <a href={paths.link(link.id)} className="-my-1 inline-block py-1 text-body font-semibold text-ink">
              <bdi>{link.title}</bdi>
            </a>
            <a href={link.url} className="-my-0.5 block w-fit break-all py-0.5 text-muted">
              {shortAddress(link.url)}
            </a>
            {link.ownerId === userId ? null : (
              <span className="block text-muted">
                of <bdi>{link.ownerName}</bdi>
              </span>
            )}
          </Cell>
          <Cell label="Event type" className="sm:min-w-[5.5rem]">
            <EventType link={link} />
          </Cell>
          <Cell label="Views" align="end">
            {numberWords(link.views)}
          </Cell>
          <Cell label="Booked" align="end">
            {numberWords(link.bookings)}
          </Cell>
          <Cell label="Rate" align="end" className="whitespace-nowrap">
            {rateWords(conversionRate(link))}
          </Cell>
          <Cell label="Next booking" className="sm:min-w-[5.5rem]">
            {link.nextBooking ? momentWords(link.nextBooking.start, clock) : "None"}
          </Cell>
          <Cell className="sm:min-w-[5rem]">
            <LinkState link={link} />
          </Cell>
          <Cell className="sm:whitespace-nowrap">
            <RowActions link={link} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

/** Where the event type is off, nobody can book, whatever the link says. */
export function LinkState({ link: { isActive, eventType } }: { link: Pick<LinkItem, "isActive" | "eventType"> }) {
  if (isActive && eventType.isOpen) return <Badge state="active">Active</Badge>;
  return <Badge state="off">{isActive ? "Event type is off" : "Off"}</Badge>;
}

function EventType({ link: { title, eventType } }: { link: LinkItem }) {
  const { name, isLinkOnly } = eventType;
  if (isLinkOnly && name === title) return <>Its own rules</>;
  return (
    <>
      <bdi>{name}</bdi>
      {isLinkOnly ? <span className="text-muted sm:block"> with its own rules</span> : null}
    </>
  );
}

function RowActions({ link: { id, title, isActive } }: { link: LinkItem }) {
  const of = <span className="sr-only"> {title}</span>;
  return (
    <div className="-ms-2 flex flex-wrap sm:-mt-2 sm:flex-col sm:items-start">
      <LinkButton kind="quiet" small href={paths.editLink(id)}>
        Edit{of}
      </LinkButton>
      <Form action={paths.duplicateLink(id)}>
        <Submit kind="quiet" small>
          Duplicate{of}
        </Submit>
      </Form>
      <Form action={paths.toggleLink(id)}>
        <HiddenFields values={{ to: isActive ? "off" : "on" }} />
        <Submit kind="quiet" small>
          {isActive ? "Disable" : "Enable"}
          {of}
        </Submit>
      </Form>
    </div>
  );
}
