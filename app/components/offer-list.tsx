import { formatDayShort, formatTime, isoInstant } from "~/domain/time";
import { paths } from "~/paths";
import type { Offer } from "./offer-facts";
import { durationWords, placeWithHosts } from "./offer-words";
import { useVisitor } from "./visitor";

type ListedOffer = Offer & { nextFree: number | null };

/** What can be booked: how long, what and with whom, and when it is next free. */
export function OfferList({ workspaceSlug, offers }: { workspaceSlug: string; offers: ListedOffer[] }) {
  return (
    <ul className="border-t border-rule">
      {offers.map((offer) => (
        <li key={offer.slug} className="rowline p-5 sm:px-8 sm:py-6">
          <OfferRow workspaceSlug={workspaceSlug} offer={offer} />
        </li>
      ))}
    </ul>
  );
}

function OfferRow({ workspaceSlug, offer }: { workspaceSlug: string; offer: ListedOffer }) {
  const { t, locale } = useVisitor();
  return (
    <div className="grid gap-x-6 gap-y-1 sm:grid-cols-[9rem_minmax(0,1fr)] lg:grid-cols-[9rem_minmax(0,1fr)_12rem]">
      <p className="text-lead font-semibold">{durationWords(t, offer.durations, locale)}</p>
      <div>
        <h2>
          <a href={paths.bookEventType(workspaceSlug, offer.slug)} className="text-ink decoration-sea">
            {offer.name}
          </a>
        </h2>
        {offer.description ? (
          <p className="mt-1 max-w-text whitespace-pre-line break-words text-muted">{offer.description}</p>
        ) : null}
        <p className="hint mt-1">
          <bdi>{placeWithHosts(t, offer, locale)}</bdi>
        </p>
      </div>
      <div className="text-small sm:col-start-2 lg:col-start-auto lg:pt-1 lg:text-end">
        <NextFree start={offer.nextFree} />
      </div>
    </div>
  );
}

function NextFree({ start }: { start: number | null }) {
  const { t, zone, locale, now } = useVisitor();
  if (start === null) return <p className="text-muted">{t("book.nothingFree")}</p>;
  return (
    <p>
      <span className="text-muted lg:block">{t("book.nextFreeShort")}</span>{" "}
      <time dateTime={isoInstant(start)} className="whitespace-nowrap font-semibold">
        {formatDayShort(start, zone, locale, now)}, {formatTime(start, zone, locale)}
      </time>
    </p>
  );
}
