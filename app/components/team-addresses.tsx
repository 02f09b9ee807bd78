import type { TeamEventType } from "~/domain/teams/team";
import { paths } from "~/paths";
import { CopyField } from "./copy-field";
import { assignmentNames } from "./event-type-words";
import { LinkButton } from "./form";
import { Section, Sheet } from "./page";

export type Addressed = TeamEventType & { url: string };

type Props = { teamId: string; eventTypes: Addressed[]; mayChange: boolean };

/** The event types of a team, each with the address at which it is booked with the team. */
export function TeamAddresses({ teamId, eventTypes, mayChange }: Props) {
  return (
    <Sheet className="mt-6">
      <Section title="Event types of this team">
        {eventTypes.length > 0 ? (
          <ul className="max-w-form space-y-6">
            {eventTypes.map((eventType) => (
              <li key={eventType.id}>
                <Address eventType={eventType} />
              </li>
            ))}
          </ul>
        ) : (
          <p className="max-w-text">
            None yet. A team event that belongs to this team gets an address here, at which its members are booked.
          </p>
        )}
        {mayChange ? (
          <div className="mt-6">
            <LinkButton icon="plus" href={paths.newEventType({ team: teamId })}>
              New event type for this team
            </LinkButton>
          </div>
        ) : null}
      </Section>
    </Sheet>
  );
}

function Address({ eventType: { id, name, assignmentType, isActive, url } }: { eventType: Addressed }) {
  const remarks = [assignmentType && assignmentNames[assignmentType], !isActive && "switched off, nobody can book it"];
  return (
    <>
      <h3>
        <a href={paths.eventType(id)} className="inline-block py-1 text-ink">
          <bdi>{name}</bdi>
        </a>
      </h3>
      <p className="mb-1 text-small text-muted">{remarks.filter(Boolean).join(", ")}</p>
      <CopyField
        label={`Address of ${name} with this team`}
        name={`url-${id}`}
        value={url}
        href={isActive ? url : undefined}
      />
    </>
  );
}
