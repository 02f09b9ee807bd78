import { zoneCity } from "~/domain/availability/zone-names";
import type { Team } from "~/domain/teams/team";
import { Section, Sheet } from "./page";
import { Cell, Row, Table } from "./table";

/** For members who may read it only. */
export function TeamFacts({ members }: Pick<Team, "members">) {
  return (
    <Sheet>
      <Section title="Members" aside="Only an owner or admin of the workspace changes them.">
        {members.length > 0 ? <Members members={members} /> : <p>Nobody is in it yet.</p>}
      </Section>
    </Sheet>
  );
}

function Members({ members }: Pick<Team, "members">) {
  return (
    <Table
      caption="Members"
      columns={[
        { label: "Member" },
        { label: "Zone" },
        { label: "Weight", align: "end" },
        { label: "Priority", align: "end" },
      ]}
    >
      {members.map((member) => (
        <Row key={member.userId}>
          <Cell heading>
            <bdi>{member.name}</bdi>
          </Cell>
          <Cell label="Zone">{zoneCity(member.timezone)}</Cell>
          <Cell label="Weight" align="end">
            {member.weight}
          </Cell>
          <Cell label="Priority" align="end">
            {member.priority}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
