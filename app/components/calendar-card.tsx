import type { CalendarCard as Card, CardPerson } from "~/domain/notifications/calendar-card";
import { formatDayLong, formatTimeRange, zoneTime } from "~/domain/time";
import { Facts } from "./facts";

type Props = { card: Card; source: string; href: string; zone: string };

/** A calendar file as a mail program shows it: what it does to the reader's calendar, and the file itself below. */
export function CalendarCard({ card, source, href, zone }: Props) {
  const isGone = card.method === "CANCEL";
  const day = formatDayLong(card.start, zone, "en", 0);
  return (
    <div className="grow bg-well p-5 sm:p-7">
      <section aria-labelledby="card-title" className="sheet max-w-form p-5 sm:p-6">
        <p className={`text-small font-semibold ${isGone ? "text-stop" : "text-ok"}`}>
          {deeds[card.method] ?? card.method}
        </p>
        <h3 id="card-title" className="mt-1">
          <bdi>{isGone ? <s>{card.title}</s> : card.title}</bdi>
        </h3>
        <p className="mt-1">{`${day}, ${formatTimeRange(card.start, card.end, zone, "en")}`}</p>
        <p className="hint">{zoneTime(zone)}</p>
        <Facts
          className="mt-4 text-small"
          items={[
            { label: "Where", value: card.location ? <bdi>{card.location}</bdi> : null },
            { label: "Organizer", value: card.organizer ? <Person person={card.organizer} /> : null },
            { label: "Invited", value: card.attendees.length > 0 ? <People people={card.attendees} /> : null },
            { label: "Entry", value: <span className="[overflow-wrap:anywhere]">{card.uid}</span> },
            { label: "Version", value: `${card.sequence}, ${card.status.toLowerCase()}` },
          ]}
        />
        <p className="mt-4">
          <a href={href} download>
            Download the file
          </a>
        </p>
      </section>
      <details className="mt-5">
        <summary>The file as it is sent</summary>
        <pre className="mt-3 whitespace-pre-wrap font-mono text-small [overflow-wrap:anywhere]">{source}</pre>
      </details>
    </div>
  );
}

const deeds: Record<string, string> = {
  REQUEST: "Adds this to the calendar, or changes it there",
  CANCEL: "Takes this out of the calendar",
  PUBLISH: "A file to add by hand",
};

const answers: Record<string, string> = {
  ACCEPTED: "accepted",
  DECLINED: "declined",
  TENTATIVE: "perhaps",
  "NEEDS-ACTION": "has not answered",
};

function People({ people }: { people: CardPerson[] }) {
  return (
    <ul>
      {people.map((person) => (
        <li key={person.email}>
          <Person person={person} />
        </li>
      ))}
    </ul>
  );
}

function Person({ person: { name, email, answer } }: { person: CardPerson }) {
  return (
    <>
      <bdi>{name === email ? email : `${name}, ${email}`}</bdi>
      {answer ? `: ${answers[answer] ?? answer.toLowerCase()}` : ""}
    </>
  );
}
