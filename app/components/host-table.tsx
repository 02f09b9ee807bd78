import { zoneCity } from "~/domain/availability/zone-names";
import type { HostChoice } from "~/domain/event-types/choices";
import type { EventTypeMember } from "~/domain/event-types/event-type";
import { Checkbox } from "./choice";
import { Field, FieldError } from "./field";
import { useField } from "./form-state";
import { Cell, Row, Table } from "./table";

type Props = {
  caption: string;
  /** What one of them is called: "Host". */
  heading: string;
  hosts: HostChoice[];
  members: EventTypeMember[];
};

/** Everybody who can be chosen, each with a box, a weight and a priority: `member_ids` and `shares.{id}.…` of the form. */
export function HostTable({ caption, heading, hosts, members }: Props) {
  const { error } = useField("member_ids");
  const known = new Map(members.map((member) => [member.userId, member]));
  return (
    <div id="field-member_ids" tabIndex={-1}>
      <Table
        caption={caption}
        columns={[{ label: heading }, { label: "Zone" }, { label: "Weight" }, { label: "Priority" }]}
      >
        {hosts.map((host) => (
          <Row key={host.id}>
            <Cell heading>
              <Checkbox
                name="member_ids"
                value={host.id}
                label={<bdi>{host.name}</bdi>}
                defaultChecked={known.has(host.id)}
                error=""
              />
            </Cell>
            <Cell label="Zone" className="sm:min-w-24 sm:!pt-5">
              {zoneCity(host.timezone)}
            </Cell>
            <Cell label="Weight" className={shareCell}>
              <Share host={host} what="weight" defaultValue={known.get(host.id)?.weight ?? 1} />
            </Cell>
            <Cell label="Priority" className={shareCell}>
              <Share host={host} what="priority" defaultValue={known.get(host.id)?.priority ?? 0} />
            </Cell>
          </Row>
        ))}
      </Table>
      <FieldError name="member_ids">{error}</FieldError>
    </div>
  );
}

const shareCell = "max-sm:!grid max-sm:grid-cols-[4rem_6rem] max-sm:items-center max-sm:pt-2 sm:w-24";

type ShareProps = { host: HostChoice; what: "weight" | "priority"; defaultValue: number };

function Share({ host, what, defaultValue }: ShareProps) {
  const label = `${what === "weight" ? "Weight" : "Priority"} of ${host.name}`;
  return (
    <Field
      label={label}
      hideLabel
      small
      name={`shares.${host.id}.${what}`}
      inputMode="numeric"
      defaultValue={defaultValue}
    />
  );
}
