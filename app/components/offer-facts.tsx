import type { InviteePolicy } from "~/domain/bookings/invitee-policy";
import { formatDayShort, formatTime } from "~/domain/time";
import { placeIcon, placeOnOffer, type Place } from "./location-words";
import { hostsHint, hostWords } from "./offer-words";
import { IconLine } from "./page";
import { useVisitor } from "./visitor";

export type Offer = {
  name: string;
  slug: string;
  /** Where a team holds it that the address names. */
  team: { name: string; slug: string } | null;
  /** The link that led to it. */
  link: OfferLink | null;
  description: string;
  durations: number[];
  usualDuration: number;
  hostCount: number;
  /** Who they are; nobody where the event type does not say. */
  hosts: { name: string; timezone: string }[];
  /** Where the one host is; null where it may be one of several. */
  hostZone: string | null;
  needsEverybody: boolean;
  needsAnswer: boolean;
  noticeMinutes: number;
  /** Whether whoever finds no time that suits may ask for one. */
  takesRequests: boolean;
  policy: InviteePolicy;
  place: Place;
  /** Whether there is a link to join by already; it is told to those who have booked. */
  hasLink: boolean;
};

type OfferLink = {
  token: string;
  title: string;
  /** Whom it was made for, where it is for one person. */
  recipient: { name: string; email: string } | null;
  expiresAt: number | null;
  /** Whether its times were picked by hand. */
  isPicked: boolean;
};

type Props = {
  offer: Offer;
  durationMinutes: number;
  /** Leaves more of a phone's screen to what comes next. */
  isBrief?: boolean;
};

/** What is on offer: its name and words, who, how long, where. */
export function OfferFacts({ offer, durationMinutes, isBrief }: Props) {
  const { t, locale } = useVisitor();
  const hint = hostsHint(t, offer, locale);
  return (
    <div>
      <Greeting link={offer.link} />
      <h1>{offer.name}</h1>
      {offer.team && offer.team.name !== offer.name ? (
        <p className="mt-1 break-words text-lead">
          <bdi>{t("book.team.with", { team: offer.team.name })}</bdi>
        </p>
      ) : null}
      {offer.description ? (
        <p className={`mt-3 whitespace-pre-line break-words text-muted ${isBrief ? "hidden md:block" : ""}`}>
          {offer.description}
        </p>
      ) : null}
      <div className="mt-5 space-y-2.5">
        <IconLine icon={offer.hostCount > 1 ? "users" : "user"}>
          <bdi>{hostWords(t, offer, locale)}</bdi>
          {hint ? <span className="hint block">{hint}</span> : null}
        </IconLine>
        <IconLine icon="clock">{t("common.minutes", { count: durationMinutes })}</IconLine>
        <IconLine icon={placeIcon(offer.place)}>
          <span className="break-words">{placeOnOffer(t, offer.place, offer.hasLink)}</span>
        </IconLine>
        {offer.needsAnswer ? <IconLine icon="info">{t("book.needsAnswer")}</IconLine> : null}
      </div>
    </div>
  );
}

/** To whom the link was made for. */
function Greeting({ link }: Pick<Offer, "link">) {
  const { t, zone, locale, now } = useVisitor();
  if (!link?.recipient) return null;
  const { name } = link.recipient;
  const end = link.expiresAt;
  return (
    <p className="mb-4 break-words">
      {name ? <bdi className="block font-semibold">{t("link.hello", { name })}</bdi> : null}
      {end === null
        ? t("link.yours")
        : t("link.yoursUntil", { day: formatDayShort(end, zone, locale, now), time: formatTime(end, zone, locale) })}
    </p>
  );
}
