import { formatDayLong, formatTime, isoInstant, offsetLabel, zoneCity } from "~/domain/time";
import { localDay } from "~/domain/availability/zones";
import { translator } from "~/messages/translate";
import type { LinkReview } from "~/http/link-review.server";
import { placeIcon, placeOnOffer } from "./location-words";
import { durationWords, hostWords } from "./offer-words";
import { IconLine } from "./page";

/** The link's page in small: what is on offer, what is asked, and the next free times as the engine finds them. */
export function LinkPreview({ review: { preview, clock } }: { review: LinkReview }) {
  const { offer, questions, starts, workspace } = preview;
  const t = translator("en", "en-GB");
  return (
    <section aria-labelledby="as-visitors-see-it">
      <h3 id="as-visitors-see-it" className="pb-2">
        As a visitor will see it
      </h3>
      <div className="neatline" aria-hidden="true" />
      <div className="space-y-5 border border-t-0 border-rule p-5">
        <div>
          <p className="text-small text-muted">
            <bdi>{workspace}</bdi>
          </p>
          <p className="font-display text-h2">
            <bdi>{offer.name}</bdi>
          </p>
          {offer.description ? (
            <p className="mt-2 whitespace-pre-line break-words text-muted">{offer.description}</p>
          ) : null}
        </div>
        <div className="space-y-2">
          <IconLine icon={offer.hostCount > 1 ? "users" : "user"}>
            <bdi>{hostWords(t, offer, "en-GB")}</bdi>
          </IconLine>
          <IconLine icon="clock">{durationWords(t, offer.durations, "en-GB")}</IconLine>
          <IconLine icon={placeIcon(offer.place)}>
            <span className="break-words">{placeOnOffer(t, offer.place, offer.hasLink)}</span>
          </IconLine>
          {offer.needsAnswer ? <IconLine icon="info">{t("book.needsAnswer")}</IconLine> : null}
        </div>
        <div>
          <p className="font-semibold">Next free times</p>
          <p className="hint">
            {zoneCity(clock.zone)}, {offsetLabel(clock.zone, clock.now)}
          </p>
          <Times starts={starts} clock={clock} />
        </div>
        <div>
          <p className="font-semibold">The form asks</p>
          <ul className="mt-1 list-disc ps-5">
            {["Name and email address", ...questions].map((question) => (
              <li key={question}>
                <bdi>{question}</bdi>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}

type TimesProps = { starts: number[]; clock: LinkReview["clock"] };

function Times({ starts, clock: { zone, locale, now } }: TimesProps) {
  if (starts.length === 0) return <p className="mt-1">There is no free time. Look at its hours and limits.</p>;
  const days = [...new Set(starts.map((start) => localDay(zone, start)))];
  return days.map((day) => {
    const those = starts.filter((start) => localDay(zone, start) === day);
    return (
      <div key={day} className="mt-2">
        <p className="text-small">{formatDayLong(those[0]!, zone, locale, now)}</p>
        <ul className="mt-1 flex flex-wrap gap-2">
          {those.map((start) => (
            <li key={start} className="rounded border border-edge px-3 py-1.5 font-semibold">
              <time dateTime={isoInstant(start)}>{formatTime(start, zone, locale)}</time>
            </li>
          ))}
        </ul>
      </div>
    );
  });
}
