import { localDay } from "~/domain/availability/zones";
import type { Booking } from "~/domain/bookings/booking";
import type { Answer } from "~/domain/bookings/rsvp";
import type { Quorum } from "~/domain/event-types/event-type";
import { formatDayLong, formatDayShort, formatTime, formatTimeRange, isoInstant, zoneLabel } from "~/domain/time";
import { answerLines, answerText } from "~/domain/templates/answers";
import { DayRuler } from "./day-ruler";
import { Facts } from "./facts";
import type { Place } from "./location-words";
import { Where } from "./meeting-details";
import { shortName } from "./offer-words";
import { Section } from "./page";
import { RsvpForm, type RsvpProblem } from "./rsvp-form";
import { RsvpSaid } from "./rsvp-said";
import { Tally, tallyWords, type TallyPlace } from "./tally";
import { useVisitor } from "./visitor";
import { wholeDate } from "./whole-date";

export type RsvpMeeting = Pick<Booking, "start" | "end" | "status" | "notes" | "answers" | "questions"> & {
  hasBegun: boolean;
  quorum: Quorum;
  invitee: { name: string; timezone: string };
  place: Place;
  reader: string;
  places: (TallyPlace & { timezone: string })[];
};

export type Organiser = { name: string; email: string } | null;

type Props = {
  event: string;
  meeting: RsvpMeeting;
  organiser: Organiser;
  said: { answer: Answer; comment: string } | null;
  /** What the form that was just sent ran into. */
  problem?: RsvpProblem;
  isSecond: boolean;
};

/** A host of all hands is asked whether they come: the time first, then what the others said. */
export function RsvpView({ event, meeting, organiser, said, problem, isSecond }: Props) {
  const { t, zone, locale, now } = useVisitor();
  const { start, places, invitee } = meeting;
  const others = places.filter(({ isReader }) => !isReader);
  const isOff = meeting.status === "cancelled";
  const until = `${formatDayShort(start, zone, locale, now)}, ${formatTime(start, zone, locale)}`;
  return (
    <>
      <Section className="sm:px-8 sm:py-9">
        <h1>{said ? t("rsvp.said", said) : <bdi>{t("rsvp.title", { name: shortName(meeting.reader) })}</bdi>}</h1>
        <When event={event} meeting={meeting} isOff={isOff} />
        {isOff ? null : (
          <div className="mt-6">
            <DayRuler day={localDay(zone, start)} hosts={[...others, invitee]} meeting={meeting} />
          </div>
        )}
        <div className="mt-6">
          {said ? (
            <RsvpSaid meeting={meeting} organiser={organiser} isSecond={isSecond} />
          ) : (
            <RsvpForm organiser={organiser} problem={problem} />
          )}
        </div>
      </Section>
      <Section className="sm:px-8">
        <h2>{t(`rsvp.quorum.${meeting.quorum}`)}</h2>
        <p className="hint mb-5">{tallyWords({ ...meeting, t, until })}</p>
        <Tally places={places} isOpen={!isOff && !meeting.hasBegun} t={t} />
      </Section>
      <Section title={t("rsvp.details")} className="sm:px-8">
        <Details meeting={meeting} />
      </Section>
    </>
  );
}

function When({
  event,
  meeting: { start, end, invitee },
  isOff,
}: Pick<Props, "event" | "meeting"> & { isOff: boolean }) {
  const { t, zone, locale, now } = useVisitor();
  const time = (
    <>
      {wholeDate(formatDayLong(start, zone, locale, now))},{" "}
      <time dateTime={isoInstant(start)} className="whitespace-nowrap">
        {formatTimeRange(start, end, zone, locale)}
      </time>
    </>
  );
  return (
    <>
      <p className="mt-3 border-s-[3px] border-meridian ps-4 font-display text-h1">
        {isOff ? <s className="text-muted decoration-2">{time}</s> : time}
      </p>
      <p className="mt-3 text-muted">
        <bdi>{t("meeting.about", { event, hosts: invitee.name })}</bdi>{" "}
        <span>{t("meeting.inZone", { zone: zoneLabel(zone, start) })}</span>
      </p>
    </>
  );
}

function Details({ meeting: { invitee, place, notes, answers, questions } }: { meeting: RsvpMeeting }) {
  const { t } = useVisitor();
  const said = answerLines(questions, answers).map(({ label, answer }) => ({
    label,
    value: <bdi className="whitespace-pre-line">{answerText(answer, { yes: "✓", no: "✗" })}</bdi>,
  }));
  return (
    <Facts
      items={[
        { label: t("meeting.bookedBy"), value: <bdi>{invitee.name}</bdi> },
        { label: t("meeting.where"), value: <Where place={place} isHost /> },
        ...said,
        { label: t("meeting.notes"), value: notes ? <bdi className="whitespace-pre-line">{notes}</bdi> : null },
      ]}
    />
  );
}
