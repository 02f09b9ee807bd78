import { weekdays } from "~/domain/availability/schedule";
import { draftWeekly, type DraftRow, type ScheduleDraft } from "~/domain/availability/schedule-draft";
import { midnightNotes } from "~/domain/availability/schedule-notes";
import { Select } from "./field";
import { Submit } from "./form";
import { weekdayNames } from "./schedule-words";
import { TimeRange } from "./time-range";

type Props = { draft: ScheduleDraft; action: string };
type PlacedRow = DraftRow & { place: number };

/** The weekly hours. Every button sends the whole form, and the page comes back with all that was typed. */
export function HoursFields({ draft, action }: Props) {
  const notes = midnightNotes(draftWeekly(draft));
  const placed: PlacedRow[] = draft.rows.map((row, place) => ({ ...row, place }));
  return (
    <>
      {weekdays.map((weekday, day) => (
        <Day
          key={weekday}
          weekday={weekday}
          name={weekdayNames[day] ?? weekday}
          rows={placed.filter((row) => row.weekday === weekday)}
          note={notes[day] ?? null}
          action={action}
        />
      ))}
      <CopyHours action={action} />
    </>
  );
}

type DayProps = { weekday: string; name: string; rows: PlacedRow[]; note: string | null; action: string };

function Day({ weekday, name, rows, note, action }: DayProps) {
  const add = (
    <span className="max-sm:-ms-2">
      <Submit kind="quiet" small name="intent" value={`add:${weekday}`} formAction={`${action}#${weekday}`}>
        Add hours<span className="sr-only"> on {name}</span>
      </Submit>
    </span>
  );
  return (
    <div
      id={weekday}
      role="group"
      aria-labelledby={`day-${weekday}`}
      className="rowline grid gap-x-4 gap-y-2 py-3 sm:grid-cols-[7.5rem_minmax(0,1fr)]"
    >
      <h3 id={`day-${weekday}`} className="text-body sm:pt-2.5">
        {name}
      </h3>
      <div className="space-y-2">
        {rows.map(({ place, start, end }, index) => (
          <TimeRange key={place} name={`availability.${place}`} whose={name} start={start} end={end}>
            <input type="hidden" name={`availability.${place}.weekday`} value={weekday} />
            <Submit kind="quiet" small name="intent" value={`remove:${place}`} formAction={`${action}#${weekday}`}>
              Remove
              <span className="sr-only">
                {" "}
                {start} to {end} on {name}
              </span>
            </Submit>
            {index === rows.length - 1 ? add : null}
          </TimeRange>
        ))}
        {rows.length === 0 ? (
          <p className="flex min-h-target items-center gap-3 text-muted">
            Closed
            {add}
          </p>
        ) : null}
        {note ? <p className="hint">{note}</p> : null}
      </div>
    </div>
  );
}

function CopyHours({ action }: { action: string }) {
  const days = weekdays.map((value, day) => ({ value, label: weekdayNames[day] ?? value }));
  const targets = [{ value: "workdays", label: "Monday to Friday" }, { value: "all", label: "Every day" }, ...days];
  return (
    <div className="rowline grid items-end gap-3 pt-5 sm:grid-cols-[1fr_1fr_auto]">
      <Select label="Copy the hours of" name="copy_from" options={days} defaultValue="monday" />
      <Select label="To" name="copy_to" options={targets} defaultValue="workdays" />
      <Submit kind="second" icon="copy" name="intent" value="copy" formAction={`${action}#monday`}>
        Copy
      </Submit>
    </div>
  );
}
