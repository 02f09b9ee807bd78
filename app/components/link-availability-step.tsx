import { readDraft } from "~/domain/availability/typed-schedule";
import { toForm } from "~/domain/links/draft-fields";
import type { WizardPage } from "~/http/link-wizard-page.server";
import { ExcludedDates } from "./event-type-dates";
import { Select } from "./field";
import { HoursFields } from "./hours-fields";
import { ZoneSelect } from "./zone-select";

type Props = { page: WizardPage; action: string };

/** Hours of its own show where they are chosen; a browser that cannot tell shows them always. */
export function LinkAvailabilityStep({ page: { schedules, holidays, added, values }, action }: Props) {
  const draft = readDraft(toForm(values));
  const options = [
    { value: "default", label: "Default hours" },
    ...schedules.map(({ id, name, of }) => ({ value: id, label: of ? `${name}, ${of}` : name, group: "Schedules" })),
    { value: "own", label: "Hours of its own" },
  ];
  return (
    <div className="max-w-form">
      <div className="group">
        <Select label="When it can be booked" name="hours" options={options} defaultValue={values.hours?.[0]} />
        <div className="mt-5 space-y-5 group-[:not(:has(option[value=own]:checked))]:hidden">
          <ZoneSelect label="Time zone" name="timezone" value={draft.timezone} />
          <div>
            <HoursFields draft={withCopy(draft)} />
          </div>
          <p className="hint">Dates on which your usual hours are closed stay closed.</p>
        </div>
      </div>
      <div className="mt-8 space-y-5">
        <h3>Days left out</h3>
        <p className="hint !mt-1">Nobody can book these dates by this link.</p>
        {holidays ? (
          <ExcludedDates
            eventType={{ excludedDates: [], excludedDateNotes: {} }}
            offer={holidays}
            added={added}
            action={action}
          />
        ) : null}
      </div>
    </div>
  );
}

/** The days that copying begins with, where nothing was chosen yet. */
function withCopy(draft: ReturnType<typeof readDraft>): ReturnType<typeof readDraft> {
  const to = ["tuesday", "wednesday", "thursday", "friday"] as const;
  return draft.copy.to.length > 0 ? draft : { ...draft, copy: { ...draft.copy, to: [...to] } };
}
