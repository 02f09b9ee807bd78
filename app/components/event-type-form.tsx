import type { HolidayOffer, HolidaysAdded } from "~/domain/availability/holidays";
import type { Choices } from "~/domain/event-types/choices";
import type { EventType } from "~/domain/event-types/event-type";
import { paths } from "~/paths";
import { BasicsFields } from "./event-type-basics";
import { ChangesFields } from "./event-type-changes";
import { ExcludedDates } from "./event-type-dates";
import { LimitsFields } from "./event-type-limits";
import { QuestionsField } from "./event-type-questions";
import { WhenFields } from "./event-type-when";
import { HostFields, ShowsHosts } from "./event-type-who";
import { EnterSaves } from "./enter-saves";
import { FocusPlace } from "./focus-place";
import { Form, FormActions, FormGroup, HiddenFields, LinkButton, Submit } from "./form";
import type { FormError, FormValues } from "./form-state";
import { withHostNames } from "./host-errors";
import { NotSaved } from "./not-saved";
import { Sheet } from "./page";

export type FormEventType = Omit<EventType, "workspaceId" | "number" | "archivedAt" | "createdAt" | "updatedAt">;

type Props = {
  /** Without an id it is a new one. */
  eventType: Omit<FormEventType, "id"> & { id?: string };
  choices: Choices;
  /** What stands before the slug: "meridian.example/book/acme/". */
  addressStart: string;
  /** What the page offers in the way of public holidays while nothing was sent. */
  offer: HolidayOffer;
  /** The form as it was sent, by whichever button. */
  again?: { errors: FormError[]; values: FormValues; offer: HolidayOffer; focus?: string; added?: HolidaysAdded };
};

export function EventTypeForm({ eventType, choices, addressStart, offer, again }: Props) {
  const { isSession } = eventType;
  const isTeam = choices.hosts.length > 1;
  const action = eventType.id ? paths.eventType(eventType.id) : paths.newEventType();
  const saveLabel = eventType.id ? "Save changes" : "Make this event type";
  return (
    <FocusPlace.Provider value={again?.focus ?? null}>
      <Form action={action} errors={again?.errors} values={again?.values}>
        <EnterSaves />
        {again ? <NotSaved errors={withHostNames(again.errors, choices.hosts)} saveLabel={saveLabel} /> : null}
        <Sheet>
          <FormGroup title="Basics" sentence="What an invitee reads before choosing a time.">
            <BasicsFields eventType={eventType} addressStart={addressStart} />
          </FormGroup>
          {isSession ? (
            <HiddenFields values={{ shows_hosts: "on" }} />
          ) : (
            <FormGroup
              title="Who"
              sentence={
                isTeam
                  ? "Who takes the meeting, and how Meridian picks the host when several are free."
                  : "Whether an invitee reads beforehand whom they will meet."
              }
            >
              {isTeam ? <HostFields eventType={eventType} choices={choices} /> : null}
              <ShowsHosts eventType={eventType} />
            </FormGroup>
          )}
          <FormGroup title="Questions" sentence="What its booking form asks besides name, email address and a note.">
            <QuestionsField eventType={eventType} templates={choices.templates} />
          </FormGroup>
          <FormGroup title="When" sentence="Times come from each host’s schedule. These rules narrow them down.">
            <WhenFields eventType={eventType} choices={choices} />
          </FormGroup>
          <FormGroup title="Days left out" sentence="Nobody can book these dates, whatever the schedule says.">
            <ExcludedDates eventType={eventType} offer={again?.offer ?? offer} added={again?.added} action={action} />
          </FormGroup>
          <FormGroup title="Limits" sentence="Per host, counted by local date.">
            <LimitsFields eventType={eventType} />
          </FormGroup>
          <FormGroup
            title="Changes by the invitee"
            sentence="What they can do by the link in their mail. You can always move and cancel."
          >
            <ChangesFields eventType={eventType} />
          </FormGroup>
          <div className="section">
            <FormActions far={eventType.id && !isSession ? <DeleteLink id={eventType.id} /> : null}>
              <Submit name="intent" value="save">
                {saveLabel}
              </Submit>
              <LinkButton kind="quiet" href={isSession ? paths.coaching() : paths.eventTypes()}>
                Discard
              </LinkButton>
            </FormActions>
          </div>
        </Sheet>
      </Form>
    </FocusPlace.Provider>
  );
}

function DeleteLink({ id }: { id: string }) {
  return (
    <LinkButton kind="stop" icon="trash-2" href={paths.deleteEventType(id)}>
      Delete…
    </LinkButton>
  );
}
