import type { Choices, HostChoice } from "~/domain/event-types/choices";
import { assignmentTypes } from "~/domain/event-types/event-type";
import { paths } from "~/paths";
import { Checkbox, RadioCards } from "./choice";
import type { FormEventType } from "./event-type-form";
import { assignmentHints, assignmentNames, shareWords } from "./event-type-words";
import { Select } from "./field";
import { HostTable } from "./host-table";

type Props = { eventType: Omit<FormEventType, "id">; choices: Choices };

const assignments = [
  { value: "", label: "One host", hint: "Always the same person." },
  ...assignmentTypes.map((value) => ({ value, label: assignmentNames[value], hint: assignmentHints[value] })),
];

/** How the host is found, and among whom: for workspaces that have several. */
export function HostFields({ eventType, choices }: Props) {
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
      <HostTable caption="Hosts" heading="Host" hosts={choices.hosts} members={eventType.members} />
      <p className="hint">
        {shares ? `${shares} ` : ""}Weight counts for round robin, 1 to 100: with 2 somebody gets twice as many meetings
        as with 1. Priority counts for collective and for who leads an all hands meeting: the higher number first.
      </p>
      {choices.teams.length > 0 ? (
        <Select
          label="Team"
          name="team_id"
          optional
          hint="It can be booked at this team’s address too, which meets the members of the team. The hosts above stay as they are."
          options={[{ value: "", label: "None" }, ...choices.teams.map(({ id, name }) => ({ value: id, label: name }))]}
          defaultValue={eventType.teamId ?? ""}
        />
      ) : (
        <p className="hint">
          A team has an address of its own for each of its event types. There is none yet:{" "}
          <a href={paths.teams()}>teams</a>.
        </p>
      )}
      <Select
        label="An all hands meeting is settled when"
        name="rsvp_quorum"
        hint="Every host is asked by mail and answers for themselves. Until this many accept, the meeting waits. When they no longer can, it is cancelled."
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

/** Whether invitees read beforehand whom they will meet. */
export function ShowsHosts({ eventType }: Pick<Props, "eventType">) {
  return (
    <Checkbox
      name="shows_hosts"
      label="Show on the booking page who will be met"
      hint="With several hosts, people see the names of all who may hold it, up to 12 of them. Off: they see who it is once they have booked."
      defaultChecked={eventType.showsHosts}
    />
  );
}

function inOrder<Member extends { userId: string }>(hosts: HostChoice[], members: Member[]) {
  return hosts.flatMap((host) => members.find((member) => member.userId === host.id) ?? []);
}
