import { DAY_MS, parseDate } from "~/domain/availability/calendar-days";
import type { DateKind, DraftMonth, DraftMonthDay } from "~/domain/availability/draft-month";
import { firstDayOf } from "~/domain/availability/month";
import { formatDayLong, formatMonth, weekdayNames } from "~/domain/time";
import { useFocus } from "./focus-place";
import { Icon } from "./icon";
import { MonthTable } from "./month";

type Props = {
  shown: DraftMonth;
  /** Where the form goes for another month. */
  actionFor: (month: string) => string;
};

const short = weekdayNames("en", "two");
const weekdays = weekdayNames("en").map((long, day) => ({ long, short: short[day] ?? long }));

/** A month of a schedule that is being edited. Days and arrows are buttons of the form, so that nothing typed is lost. */
export function ScheduleMonth({ shown, actionFor }: Props) {
  const caption = monthWords(shown.month);
  return (
    <div>
      <div className="mb-2 flex items-center justify-between gap-3">
        <h3>{caption}</h3>
        <div className="flex gap-2">
          <Turn to={shown.previous} which="previous" actionFor={actionFor} />
          <Turn to={shown.next} which="next" actionFor={actionFor} />
        </div>
      </div>
      <div className="-mx-[3px]">
        <MonthTable
          caption={caption}
          weekdays={weekdays}
          weeks={shown.weeks.map((week) => week.map((day) => (day ? <Day key={day.date} day={day} /> : null)))}
        />
      </div>
      <ul className="mt-2 grid grid-cols-2 gap-x-4 gap-y-1">
        {legend.map(({ kind, words }) => (
          <li key={kind} className="leg">
            <span className={`inline-flex h-5 w-6 shrink-0 items-end justify-center rounded pb-1 ${looks[kind]}`}>
              <Mark kind={kind} />
            </span>
            {words}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function monthWords(month: string) {
  return formatMonth(firstDayOf(month) * DAY_MS, "UTC", "en");
}

const legend: { kind: DateKind; words: string }[] = [
  { kind: "open", words: "Weekly hours" },
  { kind: "shut", words: "No hours" },
  { kind: "other", words: "Other hours" },
  { kind: "closed", words: "Closed date" },
];

const looks: Record<DateKind, string> = {
  open: "border border-edge bg-surface text-ink",
  shut: "border border-rule text-muted",
  other: "border border-sea bg-sea-wash text-ink font-semibold",
  closed: "border border-edge bg-well hatch text-ink font-semibold",
};

function Day({ day }: { day: DraftMonthDay }) {
  const { dayNumber, kind, isPast, isToday, isChosen } = day;
  const inside = (
    <>
      <span aria-hidden="true" className={`leading-5 ${isToday ? "underline decoration-2 underline-offset-2" : ""}`}>
        <span className={kind === "closed" && !isChosen ? "rounded bg-well px-1" : undefined}>{dayNumber}</span>
      </span>
      <span className="sr-only">{dayWords(day)}</span>
      {isToday ? <span className="text-tick font-semibold leading-3">today</span> : null}
      <Mark kind={kind} />
    </>
  );
  if (isPast) return <span className="day sm:!min-h-[2.75rem]">{inside}</span>;
  return (
    <button
      type="submit"
      name="intent"
      value={`date:${day.date}`}
      aria-current={isChosen ? "date" : undefined}
      className={`day hover:border-sea-deep sm:!min-h-[2.75rem] ${isChosen ? "day-on border font-semibold" : looks[kind]}`}
    >
      {inside}
    </button>
  );
}

/** A bar for weekly hours, a bar in two for other hours, a cross for a closed date, nothing where there are no hours. */
function Mark({ kind }: { kind: DateKind }) {
  if (kind === "shut") return <span aria-hidden="true" className="h-1.5" />;
  return (
    <svg aria-hidden="true" width="14" height="6" className="stroke-current" strokeWidth="2">
      {kind === "open" ? <path d="M0 3h14" /> : null}
      {kind === "other" ? <path d="M0 3h5M9 3h5M7 0v6" /> : null}
      {kind === "closed" ? <path d="M4 0l6 6M10 0l-6 6" /> : null}
    </svg>
  );
}

/** "Thursday 24 December, closed on this date, Christmas Eve" */
function dayWords({ date, kind, hours, note, isPast }: DraftMonthDay) {
  const day = (parseDate(date) ?? 0) * DAY_MS;
  const words = {
    open: `weekly hours ${hours}`,
    shut: "no hours on this weekday",
    other: `other hours ${hours}`,
    closed: "closed on this date",
  };
  return [formatDayLong(day, "UTC", "en", day), words[kind], note, isPast && "past"].filter(Boolean).join(", ");
}

type TurnProps = { to: string | null; which: "previous" | "next"; actionFor: (month: string) => string };

/** Where there is nothing to turn to, an empty frame keeps the other arrow in its place. */
function Turn({ to, which, actionFor }: TurnProps) {
  const isChanged = useFocus(`month-${which}`);
  const frame = "inline-flex h-9 w-11 items-center justify-center rounded border";
  const icon = <Icon name={which === "next" ? "chevron-right" : "chevron-left"} size={18} />;
  if (!to) {
    return (
      <span aria-hidden="true" className={`${frame} border-rule text-muted`}>
        {icon}
      </span>
    );
  }
  return (
    <button
      type="submit"
      name="intent"
      value={`month:${which}`}
      formAction={actionFor(to)}
      autoFocus={isChanged}
      className={`${frame} border-edge bg-surface text-ink hover:bg-well`}
    >
      {icon}
      <span className="sr-only">Show {monthWords(to)}</span>
    </button>
  );
}
