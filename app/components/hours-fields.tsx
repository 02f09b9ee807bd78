import { weekdays } from "~/domain/availability/schedule";
import { draftWeekly, type DraftRow, type ScheduleDraft } from "~/domain/availability/schedule-draft";
import { midnightNotes } from "~/domain/availability/schedule-notes";
import { weekdayNames } from "~/domain/time";
import { CopyHours } from "./copy-hours";
import { useFocus } from "./focus-place";
import { Submit } from "./form";
import { TimeRange } from "./time-range";

const names = weekdayNames("en");

type PlacedRow = DraftRow & { place: number };

/** The weekly hours. Every button sends the whole form, and the page comes back with all that was typed. */
export function HoursFields({ draft }: { draft: ScheduleDraft }) {
  const notes = midnightNotes(draftWeekly(draft));
  const placed: PlacedRow[] = draft.rows.map((row, place) => ({ ...row, place }));
  return (
    <>
      {weekdays.map((weekday, day) => (
        <Day
          key={weekday}
          weekday={weekday}
          name={names[day] ?? weekday}
          rows={placed.filter((row) => row.weekday === weekday)}
          note={notes[day] ?? null}
        />
      ))}
      <CopyHours copy={draft.copy} />
    </>
  );
}

type DayProps = { weekday: string; name: string; rows: PlacedRow[]; note: string | null };

function Day({ weekday, name, rows, note }: DayProps) {
  const isChanged = useFocus(weekday);
  const add = (
    <span className="max-sm:-ms-2">
      <Submit kind="quiet" small name="intent" value={`add:${weekday}`}>
        Add hours<span className="sr-only"> on {name}</span>
      </Submit>
    </span>
  );
  return (
    <div
      role="group"
      tabIndex={isChanged ? -1 : undefined}
      autoFocus={isChanged}
      aria-labelledby={`day-${weekday}`}
      className="rowline grid gap-x-4 gap-y-2 py-3 sm:grid-cols-[7.5rem_minmax(0,1fr)]"
    >
      <h3 id={`day-${weekday}`} className="text-body sm:pt-2.5">
        {name}
      </h3>
      <div className="space-y-2">
        {rows.map(({ place, start, end }, index) => (
          <TimeRange
            key={place}
            name={`availability.${place}`}
            whose={index === 0 ? name : `${name}, hours ${index + 1}`}
            start={start}
            end={end}
          >
            <input type="hidden" name={`availability.${place}.weekday`} value={weekday} />
            <Submit kind="quiet" small name="intent" value={`remove:${place}`}>
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
