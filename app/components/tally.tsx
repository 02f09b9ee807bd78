import type { Attendee } from "~/domain/bookings/booking";
import { tally } from "~/domain/bookings/rsvp";
import type { Translate } from "~/messages/translate";
import { Badge, type BadgeState } from "./badge";

export type TallyPlace = Pick<Attendee, "name" | "status"> & {
  comment: string;
  isOrganizer: boolean;
  isReader: boolean;
};

const states: Record<Attendee["status"], BadgeState> = {
  confirmed: "confirmed",
  pending: "waiting",
  declined: "declined",
};

/** Who of all hands has said what. `isOpen`: answers are still taken. */
export function Tally({ places, isOpen, t }: { places: TallyPlace[]; isOpen: boolean; t: Translate }) {
  return (
    <ul>
      {places.map(({ name, status, comment, isOrganizer, isReader }, index) => (
        <li key={index} className="rowline flex items-start justify-between gap-x-6 gap-y-1 py-3 first:pt-0 last:pb-0">
          <p className="min-w-0 [overflow-wrap:anywhere]">
            <bdi>{name}</bdi>
            <span className="text-small text-muted">
              {isOrganizer ? `, ${t("rsvp.organiser")}` : ""}
              {isReader ? `, ${t("rsvp.you")}` : ""}
            </span>
            {comment ? (
              <span className="block whitespace-pre-line text-small">
                <bdi>“{comment}”</bdi>
              </span>
            ) : null}
          </p>
          <span className="shrink-0">
            <Badge state={status === "pending" && !isOpen ? "expired" : states[status]}>
              {t(wordsFor(status, { isReader, isOpen }), { answer: status })}
            </Badge>
          </span>
        </li>
      ))}
    </ul>
  );
}

function wordsFor(status: Attendee["status"], { isReader, isOpen }: { isReader: boolean; isOpen: boolean }) {
  if (status !== "pending") return "rsvp.answer";
  if (!isOpen) return "rsvp.none";
  return isReader ? "rsvp.yours" : "rsvp.answer";
}

type Standing = { places: TallyPlace[]; status: string; t: Translate; until: string };

/** How many have said yes, and what becomes of the time. */
export function tallyWords({ places, status, t, until }: Standing) {
  const { accepted, count } = tally(places.map((place) => place.status));
  const have = t("rsvp.have", { accepted, count });
  if (status === "pending") return `${have} ${t("rsvp.held", { when: until })}`;
  return status === "confirmed" ? `${have} ${t("rsvp.stands")}` : have;
}
