import { formatDayLong, formatDayShort, formatTime } from "~/domain/time";
import type { OneTimeForm } from "~/http/one-time-form.server";
import { Select } from "./field";
import { useFocus } from "./focus-place";
import { HiddenFields, Submit } from "./form";
import { Icon } from "./icon";
import { Cell, Row, Table } from "./table";
import type { Clock } from "./booking-words";

type Grid = NonNullable<OneTimeForm["grid"]>;
type Props = { grid: Grid; picks: OneTimeForm["picks"]; clock: Clock };

/** A week's free times, each with a box. What was picked in other weeks goes along unseen. */
export function SlotWeek({ grid, picks, clock }: Props) {
  const { locale, now } = clock;
  const { days, week, earlier, later } = grid;
  const focus = useFocus("times");
  const picked = new Set(picks.map(({ value }) => value));
  const elsewhere = picks.filter(({ hasBox }) => !hasBox).map(({ value }) => value);
  const [first, last] = [days[0]!, days[6]!];
  const name = `${formatDayShort(first.date, "UTC", locale, now)} to ${formatDayShort(last.date, "UTC", locale, now)}`;
  return (
    <div className="space-y-4">
      <HiddenFields values={{ week, slot: elsewhere }} />
      <Length grid={grid} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 tabIndex={-1} autoFocus={focus}>
          {name}
        </h3>
        <div className="flex flex-wrap gap-2">
          {earlier ? (
            <Submit kind="second" small icon="chevron-left" name="go" value={earlier}>
              Earlier week
            </Submit>
          ) : null}
          {later ? (
            <Submit kind="second" small name="go" value={later}>
              <span className="flex items-center gap-2">
                Later week
                <Icon name="chevron-right" size={18} />
              </span>
            </Submit>
          ) : null}
        </div>
      </div>
      {days.every(({ slots }) => slots.length === 0) ? (
        <p>No time is free this week.</p>
      ) : (
        <Table
          caption={`Free times from ${name}`}
          columns={days.map(({ date }) => ({
            label: formatDayShort(date, "UTC", locale, now),
            className: "sm:w-[14%]",
          }))}
        >
          <Row>
            {days.map((day) => (
              <Cell
                key={day.date}
                label={formatDayShort(day.date, "UTC", locale, now)}
                className="max-sm:mb-5 sm:!pe-2"
              >
                <Day day={day} picked={picked} clock={clock} />
              </Cell>
            ))}
          </Row>
        </Table>
      )}
    </div>
  );
}

type DayProps = { day: Grid["days"][number]; picked: Set<string>; clock: Clock };

function Day({ day, picked, clock: { zone, locale, now } }: DayProps) {
  if (day.slots.length === 0) return <span className="text-muted">none free</span>;
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(5.25rem,1fr))] gap-2 max-sm:mt-2 sm:grid-cols-1">
      {day.slots.map(({ value, start }) => (
        <li key={value}>
          <label className="pick">
            <input type="checkbox" name="slot" value={value} defaultChecked={picked.has(value)} />
            <span>
              {formatTime(start, zone, locale)}
              <span className="sr-only">{`, ${formatDayLong(day.date, "UTC", locale, now)}`}</span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

function Length({ grid: { durations, durationMinutes } }: { grid: Grid }) {
  if (durations.length < 2) return null;
  const options = durations.map((minutes) => ({ value: String(minutes), label: `${minutes} minutes` }));
  return (
    <div className="flex max-w-narrow flex-wrap items-end gap-3">
      <div className="min-w-0 grow">
        <Select label="Length" name="duration" options={options} defaultValue={String(durationMinutes)} />
      </div>
      <Submit kind="second" name="intent" value="times">
        Show times
      </Submit>
    </div>
  );
}
