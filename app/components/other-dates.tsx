import { draftMonth } from "~/domain/availability/draft-month";
import type { HolidayOffer, HolidaysAdded } from "~/domain/availability/holidays";
import type { ScheduleDraft } from "~/domain/availability/schedule-draft";
import { DateList } from "./date-list";
import { useFocus } from "./focus-place";
import { FreshDate } from "./fresh-date";
import { HolidayChoice } from "./holiday-choice";
import { ScheduleMonth } from "./schedule-month";

type Props = {
  draft: ScheduleDraft;
  /** The month that the address names. */
  month: string | null;
  now: number;
  offer: HolidayOffer;
  added?: HolidaysAdded;
  /** The months of the list that stay open. */
  unfolded: string[];
  action: string;
  actionFor: (month: string) => string;
};

/** The dates that replace their weekday's hours. They are saved with the rest of the form. */
export function OtherDates({ draft, month, now, offer, added, unfolded, action, actionFor }: Props) {
  const shown = draftMonth(draft, month, now);
  const isChanged = useFocus("other-dates");
  return (
    <>
      <section className="section !p-5">
        <h2 id="other-dates" tabIndex={isChanged ? -1 : undefined} autoFocus={isChanged}>
          Other dates
        </h2>
        <p className="hint mb-4 mt-1">They replace the weekly hours of that date. Choose one to change it.</p>
        <ScheduleMonth shown={shown} actionFor={actionFor} />
        <div className="mt-5">
          <FreshDate draft={draft} />
        </div>
      </section>
      {draft.dates.length > 0 ? (
        <section className="section !px-5 !py-3" aria-label="Dates in the list">
          <DateList
            dates={draft.dates}
            timezone={draft.timezone}
            action={action}
            month={shown.month}
            unfolded={unfolded}
            now={now}
          />
        </section>
      ) : null}
      <div className="section !p-5">
        <HolidayChoice offer={offer} action={action} added={added} />
      </div>
    </>
  );
}
