import type { HostChoice } from "~/domain/event-types/choices";
import type { Team } from "~/domain/teams/team";
import { paths } from "~/paths";
import { Field } from "./field";
import { Form, FormActions, FormGroup, LinkButton, Submit } from "./form";
import type { FormError, FormValues } from "./form-state";
import { withHostNames } from "./host-errors";
import { HostTable } from "./host-table";
import { NotSaved } from "./not-saved";
import { Sheet } from "./page";

type Props = {
  /** Without an id it is a new one. */
  team: Pick<Team, "name" | "slug" | "members"> & { id?: string };
  hosts: HostChoice[];
  problem?: { errors: FormError[]; values: FormValues };
};

export function TeamForm({ team, hosts, problem }: Props) {
  const saveLabel = team.id ? "Save changes" : "Make this team";
  return (
    <Form action={team.id ? paths.team(team.id) : paths.newTeam()} errors={problem?.errors} values={problem?.values}>
      {problem ? <NotSaved errors={withHostNames(problem.errors, hosts)} saveLabel={saveLabel} /> : null}
      <Sheet>
        <FormGroup title="Basics" sentence="Invitees read the name where they book with the team.">
          <Field label="Name" name="name" defaultValue={team.name} maxLength={100} />
          <Field
            label="Address"
            name="slug"
            optional={!team.id}
            defaultValue={team.slug}
            maxLength={60}
            spellCheck={false}
            autoCapitalize="none"
            hint={
              team.id
                ? "The end of the team’s public addresses. If you change it, links with the present one stop working."
                : "The end of the team’s public addresses. Leave empty to take it from the name."
            }
          />
        </FormGroup>
        <FormGroup title="Members" sentence="Who can be met at the team’s public addresses.">
          <HostTable caption="Members" heading="Member" hosts={hosts} members={team.members} />
          <p className="hint">
            Weight counts for round robin, 1 to 100. Priority counts for collective and for who leads an all hands
            meeting: the higher number first. For whoever is a host of the event type, its own numbers count instead.
          </p>
          <p className="hint">
            The hosts of event types stay as they are: they are chosen at each event type.
            {hosts.length === 1 ? (
              <>
                {" "}
                You are alone in this workspace. <a href={paths.members()}>Invite somebody</a>.
              </>
            ) : null}
          </p>
        </FormGroup>
        <div className="section">
          <FormActions far={team.id ? <DeleteLink id={team.id} /> : null}>
            <Submit>{saveLabel}</Submit>
            <LinkButton kind="quiet" href={paths.teams()}>
              Discard
            </LinkButton>
          </FormActions>
        </div>
      </Sheet>
    </Form>
  );
}

function DeleteLink({ id }: { id: string }) {
  return (
    <LinkButton kind="stop" icon="trash-2" href={paths.deleteTeam(id)}>
      Delete…
    </LinkButton>
  );
}
