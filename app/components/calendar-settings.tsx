import { staleMinutes, type Connection } from "~/domain/calendars/connection";
import { paths } from "~/paths";
import { Checkbox } from "./choice";
import { Field } from "./field";
import { ErrorSummary, Form, FormActions, FormGroup, HiddenFields, Submit } from "./form";
import type { FormError, FormValues } from "./form-state";

type Props = { connection: Connection; problem?: { errors: FormError[]; values: FormValues } };

/** Everything that a host may choose about one calendar. */
export function CalendarSettings({ connection, problem }: Props) {
  const { id, isWritable, isPrimary, createEvents, checkConflicts, syncEnabled } = connection;
  const { tentativeBlocks, staleAfterMinutes, staleStopsOffers } = connection;
  const boxes = ["is_primary", "check_conflicts", "sync_enabled", "tentative_blocks", "stale_stops_offers"];
  const of = isWritable ? ["create_events", ...boxes] : boxes;
  return (
    <Form action={paths.calendar(id)} errors={problem?.errors} values={problem?.values}>
      <HiddenFields values={{ of }} />
      {problem ? (
        <div className="section">
          <ErrorSummary errors={problem.errors} title="Nothing is saved yet. This needs another look:" />
        </div>
      ) : null}
      <FormGroup title="What it is for">
        <div>
          {isWritable ? (
            <Checkbox
              name="create_events"
              label="New bookings go here"
              hint="One of your calendars at most. What was booked before stays where it is."
              defaultChecked={createEvents}
            />
          ) : (
            <p className="hint py-1.5">It is open for reading only, so bookings can’t be written to it.</p>
          )}
          <Checkbox name="check_conflicts" label="Its events block my times" defaultChecked={checkConflicts} />
          <Checkbox
            name="is_primary"
            label="It is my primary calendar"
            hint="One of your calendars at most: the one to use where none is named."
            defaultChecked={isPrimary}
          />
        </div>
      </FormGroup>
      <FormGroup title="How it is read">
        <div>
          <Checkbox
            name="sync_enabled"
            label="Keep in sync"
            hint="Without it the calendar is not read any more. What it blocks now stays."
            defaultChecked={syncEnabled}
          />
          <Checkbox
            name="tentative_blocks"
            label="Events that I answered with “maybe” block too"
            defaultChecked={tentativeBlocks}
          />
        </div>
        <Field
          label="Warn me when it was not read for"
          name="stale_after_minutes"
          unit={`minutes, ${staleMinutes.least} to ${staleMinutes.most}`}
          inputMode="numeric"
          hint="While the provider tells us of changes, it is a day."
          defaultValue={staleAfterMinutes}
        />
        <Checkbox
          name="stale_stops_offers"
          label="And offer none of my times until it is read again"
          hint="Safer than being booked twice, and nobody can book you meanwhile."
          defaultChecked={staleStopsOffers}
        />
        <FormActions
          far={
            <a href={paths.disconnectCalendar(id)} className="inline-block py-1 text-small text-stop">
              Disconnect this calendar…
            </a>
          }
        >
          <Submit>Save</Submit>
        </FormActions>
      </FormGroup>
    </Form>
  );
}
