import type { Choice, Choosable } from "~/domain/calendars/choose-calendars.server";
import { providerNames } from "~/domain/providers";
import { zoneCity } from "~/domain/time";
import { paths } from "~/paths";
import { CheckCard, Checkbox } from "./choice";
import { FieldError, Select } from "./field";
import { ErrorSummary, Form, FormActions, FormGroup, LinkButton, Submit } from "./form";
import type { FormError, FormValues } from "./form-state";
import { Notice } from "./notice";
import { Sheet } from "./page";

type Props = { choice: Choice; problem?: { errors: FormError[]; values: FormValues } };

/** What an account's calendars are for: which block times, which one takes new bookings, which one is primary. */
export function ChooseCalendars({ choice, problem }: Props) {
  const { account, calendars } = choice;
  const again = paths.chooseCalendars(account.id);
  if (!Array.isArray(calendars)) {
    return (
      <Notice
        kind="wait"
        title={`${providerNames[account.provider]} does not list the calendars now.`}
        action={<a href={again}>Try again</a>}
      >
        <bdi>{calendars.said}</bdi> The account is connected, and you can choose later.
      </Notice>
    );
  }
  const free = calendars.filter((each) => each.takenBy === null);
  const taken = calendars.filter((each) => each.takenBy !== null);
  const isNew = free.every((each) => each.connected === null);
  const main = free.find((each) => each.isPrimary);
  if (free.length === 0) return <NoneFree taken={taken} />;
  return (
    <Form action={again} errors={problem?.errors} values={problem?.values}>
      <Sheet>
        {problem ? (
          <div className="section">
            <ErrorSummary errors={problem.errors} title="Nothing is saved yet. This needs another look:" />
          </div>
        ) : null}
        <FormGroup title="Busy times" sentence="While one of their events says you are busy, nobody can book you.">
          <fieldset>
            <legend className="label pb-1">Which calendars block your times?</legend>
            <div id="field-blocks" tabIndex={-1} className="grid gap-3">
              {free.map((each) => (
                <CheckCard
                  key={each.id}
                  name="blocks"
                  value={each.id}
                  label={<bdi>{each.name}</bdi>}
                  hint={hintOf(each)}
                  defaultChecked={isNew ? each.isPrimary : (each.connected?.blocks ?? false)}
                />
              ))}
            </div>
            <FieldError name="blocks">{problem?.errors.find((each) => each.path === "blocks")?.message}</FieldError>
          </fieldset>
          <Taken taken={taken} />
        </FormGroup>
        <FormGroup title="New bookings">
          <Select
            label="Where are new bookings written?"
            name="writes_to"
            options={[
              stays(choice.writesElsewhere, "Nowhere"),
              ...free.filter((each) => each.isWritable).map(asOption),
            ]}
            defaultValue={
              standing(free, "writes") ?? (isNew && !choice.writesElsewhere && main?.isWritable ? main.id : "")
            }
          />
          <Select
            label="Which one is your primary calendar?"
            name="primary"
            hint="The one to use where none is named."
            options={[stays(choice.primaryElsewhere, "None of these"), ...free.map(asOption)]}
            defaultValue={standing(free, "isPrimary") ?? (isNew && !choice.primaryElsewhere ? (main?.id ?? "") : "")}
          />
          {account.maySaveContacts ? (
            <Checkbox
              name="saves_contacts"
              label="Keep whoever books me as a contact"
              defaultChecked={account.savesContacts}
            />
          ) : null}
          <FormActions>
            <Submit>Save</Submit>
            <LinkButton href={paths.calendars()}>Not now</LinkButton>
          </FormActions>
        </FormGroup>
      </Sheet>
    </Form>
  );
}

function NoneFree({ taken }: { taken: Choosable[] }) {
  return (
    <Sheet className="max-w-form p-5 sm:p-7">
      {taken.length === 0 ? <p>This account has no calendars.</p> : <Taken taken={taken} />}
    </Sheet>
  );
}

function Taken({ taken }: { taken: Choosable[] }) {
  if (taken.length === 0) return null;
  return (
    <ul className="hint space-y-1">
      {taken.map((each) => (
        <li key={each.id}>
          <bdi>{each.name}</bdi> is connected already, by <bdi>{each.takenBy}</bdi>.
        </li>
      ))}
    </ul>
  );
}

/** The first choice leaves things as they are. */
function stays(elsewhere: string | null, otherwise: string) {
  return { value: "", label: elsewhere === null ? otherwise : `As now: ${elsewhere}` };
}

function standing(calendars: Choosable[], use: "writes" | "isPrimary") {
  return calendars.find((each) => each.connected?.[use])?.id;
}

function asOption({ id, name }: Choosable) {
  return { value: id, label: name };
}

function hintOf({ isPrimary, isWritable, timezone }: Choosable) {
  const parts = [
    isPrimary ? "the account’s main calendar" : "",
    isWritable ? "" : "open for reading only",
    timezone === null ? "" : `days in ${zoneCity(timezone)} time`,
  ];
  const words = parts.filter(Boolean).join(", ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
