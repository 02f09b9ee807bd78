import type { ListedOneTimeLink } from "~/domain/links/one-time-links.server";
import { paths } from "~/paths";
import { Badge } from "./badge";
import type { Clock } from "./booking-words";
import { offeredWords, openedWords, stateWords, validWords } from "./one-time-words";
import { Cell, Row, Table, type Column } from "./table";

const columns: Column[] = [
  { label: "For" },
  { label: "Event type" },
  { label: "Times offered" },
  { label: "Valid until" },
  { label: "State" },
  { label: "Actions", hideLabel: true, align: "end" },
];

/** Links for one person each. */
export function OneTimeTable({ items, clock }: { items: ListedOneTimeLink[]; clock: Clock }) {
  return (
    <Table caption="Links for one person" columns={columns}>
      {items.map((link) => (
        <Row key={link.id}>
          <Cell heading className="sm:w-1/4">
            <Recipient link={link} />
          </Cell>
          <Cell label="Event type">
            <bdi>{link.eventType.name}</bdi>
          </Cell>
          <Cell label="Times offered">{offeredWords(link)}</Cell>
          <Cell label="Valid until">{validWords(link, clock)}</Cell>
          <Cell>
            <State link={link} clock={clock} />
          </Cell>
          <Cell className="sm:!text-end">
            <Actions link={link} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

function Recipient({ link: { id, recipientName, recipientEmail } }: { link: ListedOneTimeLink }) {
  return (
    <>
      <a href={paths.oneTimeLink(id)} className="-my-1 inline-block py-1 text-body font-semibold text-ink">
        <bdi>{recipientName || recipientEmail}</bdi>
      </a>
      {recipientName ? (
        <span className="block text-muted">
          <bdi>{recipientEmail}</bdi>
        </span>
      ) : null}
    </>
  );
}

function State({ link, clock }: { link: ListedOneTimeLink; clock: Clock }) {
  const { state, label } = stateWords(link, clock);
  const isUnused = link.state === "active" || link.state === "expired";
  const isLost = link.state === "active" && (link.mail?.state === "failed" || link.mail?.state === "bounced");
  return (
    <>
      <Badge state={state}>{label}</Badge>
      {isLost ? <span className="block text-stop">The mail did not arrive</span> : null}
      {isUnused ? <span className="block text-muted">{openedWords(link.opens, clock)}</span> : null}
    </>
  );
}

function Actions({ link }: { link: ListedOneTimeLink }) {
  const { id, state, recipientName, recipientEmail, booking, bookingId } = link;
  const whose = <span className="sr-only">{`, for ${recipientName || recipientEmail}`}</span>;
  const action = (href: string, words: string) => (
    <a key={words} href={href} className="inline-block py-1 font-semibold sm:-my-1">
      {words}
      {whose}
    </a>
  );
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1 pt-1 sm:justify-end sm:pt-0 xl:flex-nowrap xl:whitespace-nowrap">
      {state === "active"
        ? [action(paths.renewOneTimeLink(id), "Send again"), action(paths.revokeOneTimeLink(id), "Revoke")]
        : null}
      {state === "booked" && bookingId !== null && booking?.isSeen
        ? action(paths.booking(bookingId), "See booking")
        : null}
      {state === "expired" || state === "revoked" ? action(newOneLike(link), "Make a new one") : null}
    </span>
  );
}

/** The form for another link to the same person. */
export function newOneLike({ linkId, eventTypeId, recipientName, recipientEmail }: ListedOneTimeLink): string {
  const what = linkId === null ? { event_type: eventTypeId } : { link: linkId };
  return paths.newOneTimeLink({ ...what, name: recipientName, email: recipientEmail });
}
