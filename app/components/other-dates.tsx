import { DAY_MS, parseDate } from "~/domain/availability/calendar-days";
import { minutesOf, type DraftDate, type ScheduleDraft } from "~/domain/availability/schedule-draft";
import { clockChangeNote } from "~/domain/availability/schedule-notes";
import { formatDayShort, isZone } from "~/domain/time";
import { Checkbox } from "./choice";
import { Field } from "./field";
import { Submit } from "./form";
import { TimeRange } from "./time-range";

/** The dates that replace their weekday's hours. They are saved with the rest of the form. */
export function OtherDates({ draft, action }: { draft: ScheduleDraft; action: string }) {
  const { ranges, date, isClosed } = draft.fresh;
  return (
    <section id="other-dates" className="section !p-5">
      <h2>Other dates</h2>
      <p className="hint mt-1">They replace the weekly hours of that date.</p>
      {draft.dates.length > 0 ? (
        <ul className="mt-3">
          {draft.dates.map((each, place) => (
            <OtherDate key={each.date} given={each} place={place} timezone={draft.timezone} action={action} />
          ))}
        </ul>
      ) : null}
      <div className="rowline mt-3 space-y-3 pt-4 first:border-t">
        <Field label="Date" name="fresh.date" type="date" optional optionalLabel="" defaultValue={date} />
        {(ranges.length > 0 ? ranges : [{ start: "", end: "" }]).map((range, place) => (
          <TimeRange
            key={place}
            name={`fresh.ranges.${place}`}
            whose="Hours of this date"
            start={range.start}
            end={range.end}
            wide
          />
        ))}
        <div className="-ms-2">
          <Submit kind="quiet" small name="intent" value="add_fresh" formAction={`${action}#other-dates`}>
            More hours<span className="sr-only"> on this date</span>
          </Submit>
        </div>
        <Checkbox name="fresh.closed" label="Closed all day" defaultChecked={isClosed} />
        <Submit kind="second" wide name="intent" value="add_date" formAction={`${action}#other-dates`}>
          Add date
        </Submit>
      </div>
    </section>
  );
}

type OtherDateProps = { given: DraftDate; place: number; timezone: string; action: string };

function OtherDate({ given, place, timezone, action }: OtherDateProps) {
  const day = parseDate(given.date);
  const name = day === null ? given.date : formatDayShort(day * DAY_MS, "UTC", "en", 0);
  const note = day === null || !isZone(timezone) ? null : clockChangeNote(timezone, day, minutesOf(given.intervals));
  const hours = given.intervals.map(({ start, end }) => `${start} – ${end}`);
  return (
    <li className="rowline flex items-start justify-between gap-3 py-3 text-small">
      <div>
        <p className="font-semibold">{name}</p>
        <p>{hours.length > 0 ? hours.join(", ") : "Closed all day"}</p>
        {note ? <p className="text-muted">{note}</p> : null}
      </div>
      <input
        type="hidden"
        name="overrides"
        value={[given.date, ...given.intervals.map((each) => `${each.start}-${each.end}`)].join(" ")}
      />
      <Submit kind="quiet" small name="intent" value={`remove_date:${place}`} formAction={`${action}#other-dates`}>
        Remove<span className="sr-only"> {name}</span>
      </Submit>
    </li>
  );
}
