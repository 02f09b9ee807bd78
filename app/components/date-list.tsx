import { useContext, type ReactNode } from "react";
import { DAY_MS, formatDate, parseDate } from "~/domain/availability/calendar-days";
import { dateText } from "~/domain/availability/draft-dates";
import { minutesOf, type DraftDate } from "~/domain/availability/schedule-draft";
import { clockChangeNote } from "~/domain/availability/schedule-notes";
import { localDay } from "~/domain/availability/zones";
import { isZone } from "~/domain/time";
import { FocusPlace } from "./focus-place";
import { HiddenFields } from "./form";
import { FormState } from "./form-state";
import { ListedDate } from "./listed-date";
import { monthWords } from "./schedule-month";

type Props = {
  dates: DraftDate[];
  timezone: string;
  action: string;
  /** The month that the calendar shows, and others that stay open. */
  month: string;
  unfolded: string[];
  now: number;
};
type PlacedDate = DraftDate & { place: number };

const fewDates = 8;

/** The listed dates: by month and folded where they are many, past ones folded always. */
export function DateList({ dates, timezone, action, month, unfolded, now }: Props) {
  const today = formatDate(isZone(timezone) ? localDay(timezone, now) : Math.floor(now / DAY_MS));
  const placed: PlacedDate[] = dates.map((each, place) => ({ ...each, place }));
  const coming = placed.filter(({ date }) => date >= today);
  const past = placed.filter(({ date }) => date < today);
  const list = (some: PlacedDate[]) => (
    <ul>
      {some.map((each) => (
        <OneDate key={each.place} given={each} timezone={timezone} action={action} />
      ))}
    </ul>
  );
  const months = [...new Set(coming.map(({ date }) => date.slice(0, 7)))];
  return (
    <>
      {coming.length <= fewDates
        ? list(coming)
        : months.map((each) => {
            const some = coming.filter(({ date }) => date.startsWith(each));
            return (
              <Folded
                key={each}
                words={monthWords(each)}
                dates={some}
                isOpen={each === month || unfolded.includes(each)}
              >
                {list(some)}
              </Folded>
            );
          })}
      {past.length > 0 ? (
        <Folded words="Past" dates={past} isOpen={false}>
          {list(past)}
        </Folded>
      ) : null}
      <HiddenFields values={{ unfolded }} />
    </>
  );
}

type FoldedProps = { words: string; dates: PlacedDate[]; isOpen: boolean; children: ReactNode };

/** A date that was just added, and one that is wrong, opens its fold. */
function Folded({ words, dates, isOpen, children }: FoldedProps) {
  const focus = useContext(FocusPlace);
  const { errors } = useContext(FormState);
  const isMeant = dates.some(
    ({ date, place }) => focus === `date-${date}` || errors.some(({ path }) => path === `overrides.${place}`),
  );
  return (
    <details className="rowline" open={isOpen || isMeant}>
      <summary className="cursor-pointer py-2.5 text-small font-semibold">
        {words},{" "}
        <span className="font-normal text-muted">{dates.length === 1 ? "1 date" : `${dates.length} dates`}</span>
      </summary>
      {children}
    </details>
  );
}

type OneDateProps = { given: PlacedDate; timezone: string; action: string };

function OneDate({ given, timezone, action }: OneDateProps) {
  const day = parseDate(given.date);
  const clocks = day === null || !isZone(timezone) ? null : clockChangeNote(timezone, day, minutesOf(given.intervals));
  const hours = given.intervals.map(({ start, end }) => `${start} – ${end}`);
  return (
    <ListedDate
      date={given.date}
      field={{ name: "overrides", value: dateText(given), place: given.place }}
      remove={{ intent: `remove_date:${given.place}`, action }}
    >
      <p>
        {hours.length > 0 ? hours.join(", ") : "Closed all day"}
        {given.note ? <span className="text-muted">: {given.note}</span> : null}
      </p>
      {clocks ? <p className="text-muted">{clocks}</p> : null}
    </ListedDate>
  );
}
