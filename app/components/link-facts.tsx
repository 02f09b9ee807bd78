import { conversionRate } from "~/domain/links/link-numbers";
import { paths } from "~/paths";
import { momentWords, type Clock } from "./booking-words";
import { Facts } from "./facts";
import { LinkState, type LinkItem } from "./link-table";
import { numberWords, rateWords } from "./link-words";

type Props = { link: LinkItem; isMine: boolean; clock: Clock };

export function LinkFacts({ link, isMine, clock }: Props) {
  const { eventType, nextBooking } = link;
  return (
    <Facts
      items={[
        { label: "State", value: <LinkState link={link} /> },
        { label: "Views", value: numberWords(link.views) },
        { label: "Booked", value: numberWords(link.bookings) },
        { label: "Rate", value: rateWords(conversionRate(link)) },
        {
          label: "Next booking",
          value: nextBooking ? (
            <a href={paths.booking(nextBooking.id)} className="-my-1 inline-block py-1">
              {momentWords(nextBooking.start, clock)}, <bdi>{nextBooking.inviteeName}</bdi>
            </a>
          ) : (
            "None"
          ),
        },
        {
          label: "Event type",
          value: (
            <>
              <a href={paths.eventType(eventType.id)} className="-my-1 inline-block py-1">
                <bdi>{eventType.name}</bdi>
              </a>
              <span className="hint block">
                {eventType.isLinkOnly
                  ? "Rules of its own: it is reached by this link alone."
                  : "It follows this event type: when its rules change, so do the link’s."}
              </span>
            </>
          ),
        },
        { label: "Owner", value: isMine ? null : <bdi>{link.ownerName}</bdi> },
      ]}
    />
  );
}
