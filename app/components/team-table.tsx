import type { Team } from "~/domain/teams/team";
import { paths } from "~/paths";
import { CopyField } from "./copy-field";
import { Cell, Row, Table, type Column } from "./table";
import type { Addressed } from "./team-addresses";

export type ListedTeam = Pick<Team, "id" | "name" | "slug" | "members"> & { eventTypes: Addressed[] };

const columns: Column[] = [
  { label: "Name" },
  { label: "Members" },
  { label: "Event types" },
  { label: "Fairness", hideLabel: true, align: "end" },
];

export function TeamTable({ items }: { items: ListedTeam[] }) {
  return (
    <Table caption="Teams" columns={columns}>
      {items.map((team) => (
        <Row key={team.id}>
          <Cell heading className="sm:w-1/4">
            <a href={paths.team(team.id)} className="-my-1 inline-block py-1 text-body font-semibold text-ink">
              <bdi>{team.name}</bdi>
            </a>
            <span className="block text-muted">/{team.slug}</span>
          </Cell>
          <Cell label="Members" className="sm:w-1/4">
            <Some members={team.members} />
          </Cell>
          <Cell label="Event types">
            <EventTypes team={team} />
          </Cell>
          <Cell align="end" className="sm:whitespace-nowrap">
            <a href={paths.teamFairness(team.id)} className="inline-block py-1 sm:-my-1">
              Fairness<span className="sr-only"> of {team.name}</span>
            </a>
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

const shown = 4;

function Some({ members }: Pick<Team, "members">) {
  if (members.length === 0) return <span className="text-muted">Nobody yet</span>;
  const rest = members.length - shown;
  // One more name takes no more room than "and 1 more".
  const named = rest > 1 ? members.slice(0, shown) : members;
  return (
    <>
      {named.map(({ userId, name }, index) => (
        <span key={userId}>
          {index > 0 ? ", " : ""}
          <bdi>{name}</bdi>
        </span>
      ))}
      {rest > 1 ? ` and ${rest} more` : ""}
    </>
  );
}

function EventTypes({ team: { name, eventTypes } }: { team: ListedTeam }) {
  if (eventTypes.length === 0) return <span className="text-muted">None yet</span>;
  return (
    <>
      {eventTypes.map((each, index) => (
        <span key={each.id}>
          {index > 0 ? ", " : ""}
          <bdi>{each.name}</bdi>
          {each.isActive ? "" : " (off)"}
        </span>
      ))}
      <details>
        <summary className="inline-block cursor-pointer py-1 text-sea underline underline-offset-[3px]">
          Public addresses<span className="sr-only"> of {name}</span>
        </summary>
        <div className="max-w-form space-y-3 pb-1 pt-1">
          {eventTypes.map((each) => (
            <CopyField
              key={each.id}
              label={`Address of ${each.name} with ${name}`}
              name={`url-${each.id}`}
              value={each.url}
              href={each.isActive ? each.url : undefined}
            />
          ))}
        </div>
      </details>
    </>
  );
}
