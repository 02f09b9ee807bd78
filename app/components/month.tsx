import type { ReactNode } from "react";
import { Icon } from "./icon";

export type MonthDay = {
  /** 2026-11-23 */
  date: string;
  dayNumber: number;
  /** Only free days have one; let it end in #times. */
  href?: string;
  /** How many times are free. */
  count?: number;
  isToday: boolean;
  isChosen: boolean;
  /** Hidden words after the number: "November, 10 times free". */
  label: string;
  /** Hidden words on a day that is not free. */
  reason?: string;
  /** What is special about it: a word to see, and hidden words that say more. */
  mark?: { text: string; label: string };
};

type Weekday = { short: string; long: string };

type Props = {
  /** "November 2026" */
  caption: string;
  weekdays: Weekday[];
  weeks: (MonthDay | null)[][];
  previous?: { href: string; label: string };
  next?: { href: string; label: string };
  todayWord?: string;
  legend?: { few: string; many: string };
};

export function Month({ caption, weekdays, weeks, previous, next, todayWord = "today", legend }: Props) {
  return (
    <div>
      <div className="mb-3 flex items-center justify-between gap-3">
        <h2>{caption}</h2>
        <div className="flex gap-2">
          <Turn to={previous} icon="chevron-left" rel="prev" />
          <Turn to={next} icon="chevron-right" rel="next" />
        </div>
      </div>
      <div className="-mx-[3px] sm:-mx-[5px]">
        <MonthTable
          className="sm:border-spacing-[5px]"
          caption={caption}
          weekdays={weekdays}
          weeks={weeks.map((week) =>
            week.map((day) => (day ? <Day key={day.date} day={day} todayWord={todayWord} /> : null)),
          )}
        />
      </div>
      {legend ? (
        <p className="mt-3 flex flex-wrap gap-x-6 gap-y-1 px-1">
          <span className="leg">
            <span className="text-sea">
              <Ticks count={1} />
            </span>
            {legend.few}
          </span>
          <span className="leg">
            <span className="text-sea">
              <Ticks count={8} />
            </span>
            {legend.many}
          </span>
        </p>
      ) : null}
    </div>
  );
}

type TableProps = { caption: string; weekdays: Weekday[]; weeks: ReactNode[][]; className?: string };

/** The table alone, for calendars whose days do something else. A day of another month is null. */
export function MonthTable({ caption, weekdays, weeks, className = "" }: TableProps) {
  return (
    <table className={`w-full table-fixed border-separate border-spacing-[3px] text-center ${className}`}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday.long} scope="col" className="pb-2 text-small font-semibold text-muted">
              <span aria-hidden="true">{weekday.short}</span>
              <span className="sr-only">{weekday.long}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, row) => (
          <tr key={row}>
            {week.map((day, column) => (
              <td key={column} className="p-0">
                {day}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, todayWord }: { day: MonthDay; todayWord: string }) {
  const words = day.href ? day.label : [day.label, day.reason].filter(Boolean).join(", ");
  const inside = (
    <>
      <span className={`leading-5 ${day.isToday ? "underline decoration-2 underline-offset-2" : ""}`}>
        {day.dayNumber}
      </span>
      {words ? <span className="sr-only"> {words}</span> : null}
      {day.mark ? (
        <>
          <span className="sr-only">, {day.mark.label}</span>
          <span aria-hidden="true" className="text-tick font-semibold leading-3">
            {day.mark.text}
          </span>
        </>
      ) : null}
      {day.isToday && !day.mark ? (
        <span className="text-tick font-semibold leading-3">
          <span className="sr-only">, </span>
          {todayWord}
        </span>
      ) : null}
      {day.href ? <Ticks count={day.count ?? 1} className={day.mark ? "hidden sm:flex" : "flex"} /> : null}
    </>
  );
  if (!day.href) {
    return (
      <span
        className={`day ${day.mark ? "day-now" : day.isChosen ? "border border-edge" : ""}`}
        aria-current={day.isChosen ? "date" : undefined}
      >
        {inside}
      </span>
    );
  }
  return (
    <a
      href={day.href}
      className={`day day-free ${day.isChosen ? "day-on" : ""}`}
      aria-current={day.isChosen ? "date" : undefined}
    >
      {inside}
    </a>
  );
}

/** One for 1 to 3 times, two for 4 to 7, three from 8 on. */
function Ticks({ count, className = "flex" }: { count: number; className?: string }) {
  const ticks = count >= 8 ? 3 : count >= 4 ? 2 : 1;
  return (
    <span aria-hidden="true" className={`mt-1 h-1.5 gap-1 ${className}`}>
      {Array.from({ length: ticks }, (_, index) => (
        <span key={index} className="border-s-2 border-current" />
      ))}
    </span>
  );
}

type TurnProps = { to: Props["previous"]; icon: "chevron-left" | "chevron-right"; rel: "prev" | "next" };

/** Where there is nothing to turn to, an empty frame keeps the other arrow in its place. */
function Turn({ to, icon, rel }: TurnProps) {
  const frame = "inline-flex h-9 w-11 items-center justify-center rounded border";
  if (!to) {
    return (
      <span aria-hidden="true" className={`${frame} border-rule text-muted`}>
        <Icon name={icon} size={18} />
      </span>
    );
  }
  return (
    <a href={to.href} rel={rel} className={`${frame} border-edge bg-surface text-ink hover:bg-well`}>
      <Icon name={icon} size={18} />
      <span className="sr-only">{to.label}</span>
    </a>
  );
}
