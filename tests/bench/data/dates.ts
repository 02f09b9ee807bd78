const DAY = 86_400_000;

/** Rows are laid out around the month in which they are made: past ones before it, those to come after it. */
export type Dates = {
  /** The first of this month, in UTC. */
  anchor: number;
  /** First and last date of the month that is asked for, two months on. */
  month: { first: string; last: string; name: string };
  /** Midnights in UTC, Monday to Friday. */
  workdaysInMonth: number[];
  workdaysBefore: number[];
  workdaysAfter: number[];
};

export function datesAround(now: number): Dates {
  const start = (months: number) => {
    const date = new Date(now);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  };
  const first = start(2);
  const last = start(3) - DAY;
  return {
    anchor: start(0),
    month: { first: dateText(first), last: dateText(last), name: dateText(first).slice(0, 7) },
    workdaysInMonth: workdays(first, start(3)),
    workdaysBefore: workdays(start(-24), start(0)),
    workdaysAfter: workdays(start(1), start(4)),
  };
}

export function dateText(ms: number) {
  return new Date(ms).toISOString().slice(0, 10);
}

function workdays(from: number, to: number) {
  const days: number[] = [];
  for (let day = from; day < to; day += DAY) if (new Date(day).getUTCDay() % 6 !== 0) days.push(day);
  return days;
}
