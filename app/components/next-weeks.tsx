import { DAY_MS, formatDate } from "~/domain/availability/calendar-days";
import { addPending } from "~/domain/availability/draft-dates";
import { draftHours, isTyped, minutesOf, type ScheduleDraft } from "~/domain/availability/schedule-draft";
import { dayLengthNote, joinNote, rangesText } from "~/domain/availability/schedule-notes";
import { previewDays, type PreviewDay } from "~/domain/availability/schedule-preview";
import { lengthWords } from "~/domain/counts";
import { formatDayShort } from "~/domain/time";
import { DayAxis, DayBar } from "./day-bar";
import { useFocus } from "./focus-place";
import { Submit } from "./form";

type Props = { draft: ScheduleDraft; now: number };

/** The next two weeks as they would be offered, with all that is typed and can be read. */
export function NextWeeks({ draft, now }: Props) {
  const isChanged = useFocus("preview");
  const { draft: typed } = addPending(draft);
  const hours = draftHours(typed);
  const days = hours ? previewDays(hours, now) : [];
  const open = days.reduce((sum, day) => sum + day.openMinutes, 0);
  const notes = new Map(typed.dates.map(({ date, note }) => [date, note]));
  const unread = draft.rows.filter((row) => isTyped(row) && minutesOf([row]).length === 0).length;
  return (
    <section className="section">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div>
          <h2 tabIndex={isChanged ? -1 : undefined} autoFocus={isChanged}>
            The next two weeks
          </h2>
          <p className="hint mt-1">{hours ? openWords(open) : noZone}</p>
          {unread > 0 ? <p className="hint">{unreadWords(unread)}</p> : null}
        </div>
        <Submit kind="second" small icon="refresh-cw" name="intent" value="preview">
          Show what is typed
        </Submit>
      </div>
      {days.length > 0 ? (
        <>
          <ol className="mt-4">
            {days.map((day, place) => (
              <NextDay key={day.day} day={day} isToday={place === 0} note={notes.get(formatDate(day.day)) ?? ""} />
            ))}
          </ol>
          <div aria-hidden="true" className={columns}>
            <div className="sm:col-start-3">
              <DayAxis />
            </div>
          </div>
        </>
      ) : null}
    </section>
  );
}

const noZone = "Choose a time zone to see them.";
const columns = "grid gap-x-4 sm:grid-cols-[6.5rem_minmax(0,1fr)_minmax(0,1fr)_5.5rem]";

function openWords(minutes: number) {
  if (minutes === 0) return "Nothing is open: nobody can book a time.";
  return `${lengthWords(minutes)} open, before bookings and calendars.`;
}

type NextDayProps = { day: PreviewDay; isToday: boolean; note: string };

function NextDay({ day, isToday, note }: NextDayProps) {
  const notes = notesOf(day, note);
  return (
    <li className={`rowline py-2 text-small ${columns} grid-cols-[minmax(0,1fr)_auto]`}>
      <p>
        <span className="whitespace-nowrap font-semibold">{dayWords(day)}</span>
        {isToday ? <span className="text-muted"> today</span> : null}
      </p>
      <div className="max-sm:order-3 max-sm:col-span-2">
        <p className={day.parts.length > 0 ? undefined : "text-muted"}>{rangesText(day.parts) || "Closed"}</p>
        {notes.map((words) => (
          <p key={words} className="text-muted">
            {words}
          </p>
        ))}
      </div>
      <div className={day.parts.length > 0 ? "max-sm:order-4 max-sm:col-span-2 max-sm:pt-1" : "max-sm:hidden"}>
        <DayBar parts={day.parts} />
      </div>
      <p className="text-end">{day.openMinutes > 0 ? lengthWords(day.openMinutes) : null}</p>
    </li>
  );
}

function dayWords({ day }: PreviewDay) {
  return formatDayShort(day * DAY_MS, "UTC", "en");
}

/** What stands out on a date: its own hours and name, the clocks, what comes over midnight. */
function notesOf({ isOther, length, joins, parts }: PreviewDay, note: string) {
  const own = parts.length > 0 ? "Other hours" : "Closed on this date";
  return [
    isOther ? [own, note].filter(Boolean).join(": ") : null,
    dayLengthNote(length),
    joins ? joinNote(joins.weekday, joins.start, joins.length) : null,
  ].filter((words) => words !== null);
}

function unreadWords(count: number) {
  return count === 1 ? "One row cannot be read and is left out." : `${count} rows cannot be read and are left out.`;
}
