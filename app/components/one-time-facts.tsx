import type { ListedOneTimeLink } from "~/domain/links/one-time-links.server";
import { isoInstant } from "~/domain/time";
import { paths } from "~/paths";
import { Badge } from "./badge";
import { momentWords, type Clock } from "./booking-words";
import { Facts } from "./facts";
import { haveLengths, openedWords, slotWords, stateWords, untilWords } from "./one-time-words";
import { Section } from "./page";

type Props = { link: ListedOneTimeLink; clock: Clock; isOwn: boolean };

/** What a link for one person is, and what has become of it. */
export function OneTimeFacts({ link, clock, isOwn }: Props) {
  const { eventType, linkId, linkTitle, expiresAt, opens, createdAt } = link;
  const { state, label } = stateWords(link, clock);
  const first = opens.count > 1 && opens.first !== null ? `, first ${momentWords(opens.first, clock)}` : "";
  const items = [
    { label: "State", value: <Badge state={state}>{label}</Badge> },
    { label: "For", value: <Recipient link={link} /> },
    { label: "Event type", value: <bdi>{eventType.name}</bdi> },
    {
      label: "Made from",
      value: linkId && (
        <a href={paths.link(linkId)}>
          <bdi>{linkTitle}</bdi>
        </a>
      ),
    },
    { label: "Times", value: <Offered link={link} clock={clock} /> },
    { label: "Valid until", value: expiresAt === null ? "It is booked" : untilWords(expiresAt, clock) },
    { label: "Opened", value: openedWords(opens, clock).replace(/^Opened /, "") + first },
    { label: "Mail", value: mailWords(link) },
    { label: "Made", value: momentWords(createdAt, clock) },
    { label: "By", value: isOwn ? null : <bdi>{link.ownerName}</bdi> },
  ];
  return (
    <Section>
      <Facts items={items} />
    </Section>
  );
}

function Recipient({ link: { recipientName, recipientEmail } }: { link: ListedOneTimeLink }) {
  return (
    <>
      {recipientName ? (
        <>
          <bdi>{recipientName}</bdi>,{" "}
        </>
      ) : null}
      <bdi>{recipientEmail}</bdi>
    </>
  );
}

function Offered({ link: { slots }, clock }: { link: ListedOneTimeLink; clock: Clock }) {
  if (slots === null) return <>All that are free</>;
  const hasLengths = haveLengths(slots);
  return (
    <ul>
      {slots.map((slot) => (
        <li key={`${slot.start} ${slot.end}`}>
          <time dateTime={isoInstant(slot.start)}>{slotWords(slot, clock, hasLengths)}</time>
        </li>
      ))}
    </ul>
  );
}

/** What became of the mail with its present address. */
function mailWords({ mail }: ListedOneTimeLink): string {
  switch (mail?.state) {
    case undefined:
      return "None was sent with this address";
    case "queued":
    case "sending":
      return "On its way";
    case "kept":
      return "In the outbox of this instance";
    case "sent":
      return "Sent";
    case "skipped":
      return "Not sent: the link had ended before";
    case "bounced":
    case "failed":
      return ["It did not arrive.", mail?.lastError].filter(Boolean).join(" ");
  }
}
