const day = 24 * 60 * 60 * 1000;

/** The instant at which clocks in `zone` show this date and time ("10:30"). Not for times that a clock change skips. */
export function wallToInstant(zone: string, date: string, time: string): number {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const guess = wanted - (readWall(zone, wanted) - wanted);
  return guess - (readWall(zone, guess) - wanted);
}

/** The n-th Monday to Friday after today as it is in `zone`, before it where n is negative; 0 is today, whatever day it is. */
export function workday(zone: string, now: number, n: number): string {
  let ms = Math.floor(readWall(zone, now) / day) * day;
  for (let left = Math.abs(n); left > 0;) {
    ms += Math.sign(n) * day;
    if (isWorkday(ms)) left--;
  }
  return new Date(ms).toISOString().slice(0, 10);
}

export function isWorkday(date: string | number): boolean {
  const weekday = new Date(date).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** What clocks in `zone` show at an instant, written as if it were UTC. */
function readWall(zone: string, ms: number): number {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  return Date.parse(`${format.format(ms).replace(" ", "T")}Z`);
}
