import { countOf } from "~/domain/counts";
import { isLoneHost, type LeftEventType } from "~/domain/workspaces/left-behind";
import { Select, type Option } from "./field";
import { HiddenFields } from "./form";

type Person = { id: string; name: string };
type Props = { eventTypes: LeftEventType[]; people: Person[]; viewerId: string };

/** The active event types of somebody who goes: who goes on with those that are theirs alone, and what becomes of the rest. */
export function LeftEventTypes({ eventTypes, people, viewerId }: Props) {
  const alone = eventTypes.filter(isLoneHost);
  const shared = eventTypes.filter((eventType) => !isLoneHost(eventType));
  return (
    <section>
      <h2 className="text-h2">{countOf(eventTypes.length, "event type")}</h2>
      {alone.length > 0 ? (
        <div className="mt-4 grid max-w-form gap-5">
          {alone.map(({ id, name }) => (
            <Select
              key={id}
              label={<bdi>{name}</bdi>}
              name={`event-type-${id}`}
              hint={
                people.length > 0
                  ? "Nobody else hosts it. Whoever goes on with it is booked in their own hours."
                  : "Nobody else hosts it. Only an owner or admin gives it to somebody else."
              }
              options={optionsFor(people, viewerId)}
            />
          ))}
        </div>
      ) : null}
      {shared.length > 0 ? (
        <ul className="mt-4 max-w-form">
          {shared.map((eventType) => (
            <li key={eventType.id} className="rowline py-2">
              <HiddenFields values={{ [`event-type-${eventType.id}`]: "others" }} />
              <bdi className="font-semibold">{eventType.name}</bdi>
              <span className="hint block">{whatBecomesOf(eventType)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function optionsFor(people: Person[], viewerId: string): Option[] {
  const heirs = people.map(({ id, name }) => ({
    value: id,
    label: id === viewerId ? "You" : name,
    group: "Goes on with it",
  }));
  return [{ value: "", label: "Choose" }, ...heirs, { value: "off", label: "Nobody: switch it off" }];
}

function whatBecomesOf({ isHost, otherHosts, lendsHours }: LeftEventType) {
  const hosts = isHost ? `Goes on with its ${otherHosts === 1 ? "other host" : `${otherHosts} other hosts`}.` : "";
  const hours = lendsHours ? "It is offered in its hosts’ own hours from then on." : "";
  return [hosts, hours].filter(Boolean).join(" ");
}
