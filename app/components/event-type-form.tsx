import type { Choices } from "~/domain/event-types/choices";
import type { EventType } from "~/domain/event-types/event-type";
import { paths } from "~/paths";
import { BasicsFields } from "./event-type-basics";
import { LimitsFields } from "./event-type-limits";
import { WhenFields } from "./event-type-when";
import { WhoFields } from "./event-type-who";
import { ErrorSummary, Form, FormActions, FormGroup, LinkButton, Submit } from "./form";
import type { FormError, FormValues } from "./form-state";
import { Sheet } from "./page";

export type FormEventType = Omit<EventType, "workspaceId" | "number" | "archivedAt" | "createdAt" | "updatedAt">;

type Props = {
  /** Without an id it is a new one. */
  eventType: Omit<FormEventType, "id"> & { id?: string };
  choices: Choices;
  /** What stands before the slug: "meridian.example/book/acme/". */
  addressStart: string;
  problem?: { errors: FormError[]; values: FormValues };
};

export function EventTypeForm({ eventType, choices, addressStart, problem }: Props) {
  const isTeam = choices.hosts.length > 1;
  const action = eventType.id ? paths.eventType(eventType.id) : paths.newEventType();
  const errors = problem?.errors ?? [];
  const wrong = new Set(errors.map(({ path }) => path)).size;
  return (
    <Form action={action} errors={errors} values={problem?.values}>
      {errors.length > 0 ? (
        <div className="mb-6">
          <ErrorSummary
            errors={errors}
            title={`Not saved: ${wrong === 1 ? "one field needs" : `${wrong} fields need`} another look.`}
          />
        </div>
      ) : null}
      <Sheet>
        <FormGroup title="Basics" sentence="What an invitee reads before choosing a time.">
          <BasicsFields eventType={eventType} addressStart={addressStart} />
        </FormGroup>
        {isTeam ? (
          <FormGroup
            title="Who"
            sentence="Who takes the meeting, and how Meridian picks the host when several are free."
          >
            <WhoFields eventType={eventType} choices={choices} />
          </FormGroup>
        ) : null}
        <FormGroup title="When" sentence="Times come from each host’s schedule. These rules narrow them down.">
          <WhenFields eventType={eventType} choices={choices} />
        </FormGroup>
        <FormGroup title="Limits" sentence="Per host, counted by local date.">
          <LimitsFields eventType={eventType} />
        </FormGroup>
        <div className="section">
          <FormActions far={eventType.id ? <DeleteLink id={eventType.id} /> : null}>
            <Submit>{eventType.id ? "Save changes" : "Make this event type"}</Submit>
            <LinkButton kind="quiet" href={paths.eventTypes()}>
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
    <LinkButton kind="stop" icon="trash-2" href={paths.deleteEventType(id)}>
      Delete…
    </LinkButton>
  );
}
