import { linkWords } from "~/domain/bookings/link-words";
import { answerText, type AnswerLine } from "~/domain/templates/answers";
import { Facts } from "./facts";
import { placeName, type Place } from "./location-words";
import { useVisitor } from "./visitor";

type Props = {
  place: Place;
  hosts: { name: string }[];
  inviteeName: string;
  guests: string[];
  /** To the questions that were asked. */
  answers: AnswerLine[];
  notes: string;
  /** Where it stays unsaid: the meeting will not take place. */
  isOff: boolean;
};

export function MeetingDetails({ place, hosts, inviteeName, guests, answers, notes, isOff }: Props) {
  const { t } = useVisitor();
  return (
    <Facts
      items={[
        { label: t("meeting.where"), value: isOff ? null : <Where place={place} /> },
        { label: t("meeting.with"), value: <Names names={hosts.map((host) => host.name)} /> },
        { label: t("meeting.bookedBy"), value: <bdi>{inviteeName}</bdi> },
        { label: t("meeting.guests"), value: guests.length > 0 ? <Names names={guests} /> : null },
        ...answers.map(({ label, answer }) => ({
          label,
          value: <bdi className="whitespace-pre-line">{answerText(answer, { yes: "✓", no: "✗" })}</bdi>,
        })),
        { label: t("meeting.notes"), value: notes ? <span className="whitespace-pre-line">{notes}</span> : null },
      ]}
    />
  );
}

/** `isHost`: whoever reads this sends the link, and is sent none. */
export function Where({ place, isHost = false }: { place: Place; isHost?: boolean }) {
  const { t } = useVisitor();
  const name = placeName(t, place);
  if (place.url) {
    const shown = linkWords(place.url, place.type === "custom" ? "" : name);
    return (
      <>
        {place.type === "custom" || shown === name ? null : <>{name}: </>}
        <a href={place.url} rel="noreferrer">
          {shown}
        </a>
      </>
    );
  }
  if (place.type === "phone") return place.value ? <Phone name={name} number={place.value} /> : <>{name}</>;
  if (place.type === "in_person" || place.type === "custom")
    return <span className="whitespace-pre-line">{place.value || name}</span>;
  if (place.value) return <>{`${name}: ${place.value}`}</>;
  if (place.isLinkMade) return <>{t("meeting.linkIsMade", { place: name })}</>;
  return <>{isHost ? name : t("meeting.linkComes", { place: name })}</>;
}

function Phone({ name, number }: { name: string; number: string }) {
  return (
    <>
      {name}: <a href={`tel:${number.replace(/[^\d+]/g, "")}`}>{number}</a>
    </>
  );
}

function Names({ names }: { names: string[] }) {
  return (
    <ul>
      {names.map((name) => (
        <li key={name}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}
