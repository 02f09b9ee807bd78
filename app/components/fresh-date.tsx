import type { ScheduleDraft } from "~/domain/availability/schedule-draft";
import { Checkbox } from "./choice";
import { Field } from "./field";
import { useFocus } from "./focus-place";
import { Submit } from "./form";
import { dateWords } from "./listed-date";
import { TimeRange } from "./time-range";

/** The fields of one date: a new one, or one of the list that is to change. */
export function FreshDate({ draft }: { draft: ScheduleDraft }) {
  const { ranges, date, note, isClosed, given } = draft.fresh;
  const listed = draft.dates.findIndex((each) => each.date === date);
  return (
    <div className="space-y-3">
      <input type="hidden" name="fresh.given" value={given} />
      <Field
        label="Date"
        name="fresh.date"
        type="date"
        optional
        optionalLabel=""
        defaultValue={date}
        autoFocus={useFocus("fresh.date")}
      />
      <Field label="Name" name="fresh.note" optional defaultValue={note} maxLength={100} autoComplete="off" />
      {ranges.map((range, place) => (
        <TimeRange
          key={place}
          name={`fresh.ranges.${place}`}
          whose={place === 0 ? "Hours of this date" : `Hours ${place + 1} of this date`}
          start={range.start}
          end={range.end}
          wide
        />
      ))}
      <div className="-ms-2">
        <Submit kind="quiet" small name="intent" value="add_fresh">
          More hours<span className="sr-only"> on this date</span>
        </Submit>
      </div>
      <Checkbox name="fresh.closed" label="Closed all day" defaultChecked={isClosed} />
      <Submit kind="second" wide name="intent" value="add_date">
        {listed === -1 ? "Add date" : `Change ${dateWords(date)}`}
      </Submit>
      {date ? (
        <div className="-mx-2 flex flex-wrap justify-between gap-x-3">
          {listed === -1 ? null : (
            <Submit kind="quiet" small name="intent" value={`reset_date:${listed}`}>
              Back to weekly hours
            </Submit>
          )}
          <Submit kind="quiet" small name="intent" value="clear_date">
            Clear<span className="sr-only"> these fields</span>
          </Submit>
        </div>
      ) : null}
    </div>
  );
}
