import { zoneLabel } from "~/domain/time";
import type { CoachPage } from "./coach-page";
import { placeIcon, placeName } from "./location-words";
import { IconLine } from "./page";
import { useVisitor } from "./visitor";

/** What a session with this coach is: in their words, for how long, where. */
export function SessionFacts({ page, isBrief }: { page: CoachPage; isBrief?: boolean }) {
  const { t, now } = useVisitor();
  const { coach, offer, durationMinutes } = page;
  const place = { type: offer.location, value: "", url: null };
  return (
    <>
      {[coach.about, offer.description].filter(Boolean).map((words) => (
        <p
          key={words}
          className={`mb-4 whitespace-pre-line text-muted [overflow-wrap:anywhere] ${isBrief ? "hidden md:block" : ""}`}
        >
          <bdi>{words}</bdi>
        </p>
      ))}
      <div className="space-y-2.5">
        <IconLine icon="user">
          <bdi>{coach.name}</bdi>
          <span className="hint block">{zoneLabel(coach.timezone, now)}</span>
        </IconLine>
        <IconLine icon="clock">{t("common.minutes", { count: durationMinutes })}</IconLine>
        <IconLine icon={placeIcon(place)}>{placeName(t, place)}</IconLine>
        {offer.needsAnswer ? <IconLine icon="info">The coach confirms each request</IconLine> : null}
      </div>
    </>
  );
}
