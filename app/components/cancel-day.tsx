import type { Booking } from "~/domain/bookings/booking";
import { formatDayLong, isoInstant } from "~/domain/time";
import { paths } from "~/paths";
import { hostsOf, rangeWords, stateOf, theirTime, type Clock } from "./booking-words";
import { Checkbox } from "./choice";
import { Field, FieldError, Select, TextArea, type Option } from "./field";
import { ErrorSummary, Form, FormActions, HiddenFields, LinkButton, Submit } from "./form";
import type { FormError, FormValues } from "./form-state";
import { Sheet } from "./page";

type ChoiceProps = { values: FormValues; errors: FormError[]; hosts: Option[] };

/** Whose day, and which. Whoever may cancel only their own is not asked whose. */
export function DayChoice({ values, errors, hosts }: ChoiceProps) {
  return (
    <Form method="get" action={paths.cancelDay()} values={values} errors={errors} className="mb-6">
      <div className="grid grid-cols-2 items-start gap-3 sm:flex sm:flex-wrap">
        {hosts.length > 0 ? (
          <div className="col-span-2 sm:w-60">
            <Select label="Host" name="host" required={false} options={hosts} />
          </div>
        ) : null}
        <div className="sm:w-44">
          <Field label="Day" name="date" type="date" required={false} />
        </div>
        <div className="pt-7">
          <Submit kind="second" wide>
            Show
          </Submit>
        </div>
      </div>
    </Form>
  );
}

type FormProps = {
  day: { ms: number; bookings: Booking[] };
  clock: Clock;
  viewerId: string;
  submissionKey: string;
  problem?: { errors: FormError[]; values: FormValues };
};

export function CancelDayForm({ day, clock, viewerId, submissionKey, problem }: FormProps) {
  const errors = problem?.errors ?? [];
  return (
    <Sheet className="max-w-form">
      <Form errors={errors} values={problem?.values} className="space-y-6 p-5 sm:p-7">
        <ErrorSummary errors={errors} title="Nothing was cancelled." />
        <fieldset id="field-bookings" tabIndex={-1} className="min-w-0" aria-describedby="hint-bookings">
          <legend className="font-display text-h2">{formatDayLong(day.ms, "UTC", clock.locale, clock.now)}</legend>
          <p id="hint-bookings" className="hint mt-1">
            What is ticked is cancelled. Untick what stays.
          </p>
          <ul className="mt-3">
            {day.bookings.map((booking) => (
              <li key={booking.id} className="rowline py-2">
                <Meeting booking={booking} clock={clock} viewerId={viewerId} />
              </li>
            ))}
          </ul>
          <HiddenFields values={{ submission_key: submissionKey }} />
          <FieldError name="bookings">{errors.find(({ path }) => path === "bookings")?.message}</FieldError>
        </fieldset>
        <TextArea
          label="Reason"
          name="reason"
          optional
          hint="One message for all of them: everybody who was to come reads it in their mail."
        />
        <FormActions>
          <Submit kind="stop">Cancel the ticked meetings</Submit>
          <LinkButton href={paths.bookings()}>Keep them all</LinkButton>
        </FormActions>
      </Form>
    </Sheet>
  );
}

function Meeting({ booking, clock, viewerId }: { booking: Booking; clock: Clock; viewerId: string }) {
  const hosts = hostsOf(booking).length;
  return (
    <Checkbox
      name="booking"
      value={booking.id}
      defaultChecked
      label={
        <>
          <time dateTime={isoInstant(booking.start)} className="whitespace-nowrap">
            {rangeWords(booking, clock)}
          </time>{" "}
          <bdi className="font-semibold">{booking.inviteeName}</bdi>
        </>
      }
      hint={
        <>
          <bdi>{booking.eventType.name}</bdi>, {theirTime(booking, clock)}
          {booking.status === "pending" ? `. ${stateOf(booking, viewerId).label}` : ""}
          {hosts > 1 ? `. It has ${hosts} hosts, and is off for all of them` : ""}
        </>
      }
    />
  );
}
