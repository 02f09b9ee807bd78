import type { HolidayOffer, HolidaysAdded } from "~/domain/availability/holidays";
import {
  excludedDatesOf,
  readExcluded,
  withDates,
  writeExcluded,
  type ExcludedDate,
} from "~/domain/event-types/excluded-dates";
import type { FormEventType } from "./event-type-form";
import { Field } from "./field";
import { useFocus } from "./focus-place";
import { Submit } from "./form";
import { useField } from "./form-state";
import { HolidayChoice } from "./holiday-choice";
import { ListedDate } from "./listed-date";

type Props = {
  eventType: Pick<FormEventType, "excludedDates" | "excludedDateNotes">;
  offer: HolidayOffer;
  added?: HolidaysAdded;
  action: string;
};

/** The days left out, one by one. They are saved with the rest of the form. */
export function ExcludedDates({ eventType, offer, added, action }: Props) {
  const { kept, wasSent } = useField("excluded_dates");
  const isChanged = useFocus("days-left-out");
  const dates = wasSent ? withDates([], [kept ?? []].flat().map(readExcluded)) : excludedDatesOf(eventType);
  return (
    <>
      <div id="days-left-out" tabIndex={isChanged ? -1 : undefined} autoFocus={isChanged} className="space-y-5">
        <DateLists dates={dates} today={offer.today} action={action} />
      </div>
      <div className="grid items-start gap-3 sm:grid-cols-[auto_minmax(0,1fr)_auto]">
        <Field label="Date" name="fresh_date" type="date" optional optionalLabel="" />
        <Field label="Name" name="fresh_name" optional maxLength={100} autoComplete="off" />
        <div className="sm:pt-7">
          <Submit kind="second" name="intent" value="add_date">
            Leave out
          </Submit>
        </div>
      </div>
      <HolidayChoice offer={offer} added={added} action={action} />
    </>
  );
}

/** A list for each year; what is over stays out of the way. */
function DateLists({ dates, today, action }: { dates: ExcludedDate[]; today: string; action: string }) {
  const past = dates.filter(({ date }) => date < today);
  const ahead = dates.filter(({ date }) => date >= today);
  const years = [...new Set(ahead.map(({ date }) => date.slice(0, 4)))];
  return (
    <>
      {ahead.length === 0 ? <p className="text-muted">No date is left out.</p> : null}
      {years.map((year) => (
        <div key={year}>
          <h3>{year}</h3>
          <DateList dates={ahead.filter(({ date }) => date.startsWith(year))} action={action} />
        </div>
      ))}
      {past.length > 0 ? (
        <details>
          <summary className="cursor-pointer py-2 text-small font-semibold">
            Past,{" "}
            <span className="font-normal text-muted">{past.length === 1 ? "1 date" : `${past.length} dates`}</span>
          </summary>
          <DateList dates={past} action={action} />
        </details>
      ) : null}
    </>
  );
}

function DateList({ dates, action }: { dates: ExcludedDate[]; action: string }) {
  return (
    <ul>
      {dates.map((each) => (
        <ListedDate
          key={each.date}
          {...each}
          field={{ name: "excluded_dates", value: writeExcluded(each) }}
          remove={{ intent: `remove_date:${each.date}`, action }}
        />
      ))}
    </ul>
  );
}
