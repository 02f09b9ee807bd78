import { weekdays } from "~/domain/availability/schedule";
import type { ScheduleDraft } from "~/domain/availability/schedule-draft";
import { weekdayNames } from "~/domain/time";
import { FieldError, Select } from "./field";
import { useField } from "./form-state";
import { Submit } from "./form";

const names = weekdayNames("en");
const days = weekdays.map((value, day) => ({ value, label: names[day] ?? value }));

/** One day's hours for others, as many as are ticked. */
export function CopyHours({ copy }: { copy: ScheduleDraft["copy"] }) {
  const { error, isFirstError } = useField("copy_to");
  return (
    <div className="rowline grid items-start gap-x-4 gap-y-3 pt-5 sm:grid-cols-[9.5rem_minmax(0,1fr)]">
      <Select label="Copy the hours of" name="copy_from" options={days} defaultValue={copy.from} />
      <fieldset className="min-w-0" aria-describedby={error ? "error-copy_to" : undefined}>
        <legend className="label pb-1">to</legend>
        <div className="flex min-h-target flex-wrap items-center gap-x-3.5">
          {days.map(({ value, label }, place) => (
            <label key={value} className="check !gap-1.5">
              <input
                type="checkbox"
                id={place === 0 ? "field-copy_to" : undefined}
                name="copy_to"
                value={value}
                defaultChecked={copy.to.includes(value)}
                autoFocus={place === 0 && isFirstError}
              />
              <span aria-hidden="true">{label.slice(0, 2)}</span>
              <span className="sr-only">{label}</span>
            </label>
          ))}
        </div>
        <FieldError name="copy_to">{error}</FieldError>
      </fieldset>
      <div className="sm:col-span-2">
        <Submit kind="second" icon="copy" name="intent" value="copy">
          Copy hours
        </Submit>
      </div>
    </div>
  );
}
