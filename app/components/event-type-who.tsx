import { zoneCity } from "~/domain/availability/zone-names";
import type { Choices, HostChoice } from "~/domain/event-types/choices";
import { assignmentTypes } from "~/domain/event-types/event-type";
import { Checkbox, RadioCards } from "./choice";
import type { FormEventType } from "./event-type-form";
import { assignmentHints, assignmentNames, shareWords } from "./event-type-words";
import { Field, FieldError, Select } from "./field";
import { useField } from "./form-state";
import { Cell, Row, Table } from "./table";

type Props = { eventType: Omit<FormEventType, "id">; choices: Choices };

const assignments = [
  { value: "", label: "One host", hint: "Always the same person." },
  ...assignmentTypes.map((value) => ({ value, label: assignmentNames[value], hint: assignmentHints[value] })),
];

export function WhoFields({ eventType, choices }: Props) {
  const shares =
    eventType.assignmentType === "round_robin" ? shareWords(inOrder(choices.hosts, eventType.members)) : null;
  return (
    <>
      <div className="sm:[&_fieldset>.grid]:grid-cols-2">
        <RadioCards
          legend="How the host is found"
          name="assignment_type"
          options={assignments}
          defaultValue={eventType.assignmentType ?? ""}
        />
      </div>
      <Hosts eventType={eventType} hosts={choices.hosts} />
      <p className="hint">
        {shares ? `${shares} ` : ""}Weight counts for round robin, 1 to 100. Priority counts for collective and for who
        leads an all hands meeting: the higher number first.
      </p>
      {choices.teams.length > 0 ? (
        <Select
          label="Team"
          name="team_id"
          optional
          hint="The team that it belongs to."
          options={[{ value: "", label: "None" }, ...choices.teams.map(({ id, name }) => ({ value: id, label: name }))]}
          defaultValue={eventType.teamId ?? ""}
        />
      ) : null}
      <Select
        label="All hands is settled when"
        name="rsvp_quorum"
        hint="Kept for when hosts answer for themselves. For now one host’s answer on the booking’s page counts for all."
        options={[
          { value: "all", label: "All hosts accept" },
          { value: "majority", label: "More than half of the hosts accept" },
          { value: "any", label: "Any host accepts" },
        ]}
        defaultValue={eventType.rsvpQuorum}
      />
    </>
  );
}

function Hosts({ eventType, hosts }: { eventType: Omit<FormEventType, "id">; hosts: HostChoice[] }) {
  const { error } = useField("member_ids");
  const known = new Map(eventType.members.map((member) => [member.userId, member]));
  return (
    <div id="field-member_ids" tabIndex={-1}>
      <Table
        caption="Hosts"
        columns={[{ label: "Host" }, { label: "Zone" }, { label: "Weight" }, { label: "Priority" }]}
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
            <Cell label="Zone" className="sm:!pt-5">
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

function inOrder<Member extends { userId: string }>(hosts: HostChoice[], members: Member[]) {
  return hosts.flatMap((host) => members.find((member) => member.userId === host.id) ?? []);
}

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
