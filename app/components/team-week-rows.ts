import { onDay, placeOf, type Place, type Stretch } from "~/domain/availability/team-calendar";
import { formatTime } from "~/domain/time";

const quarter = 15;
const hour = 60;

/** The part of the dial that a week shows: whole hours, from the first to an hour after the last thing that is on it. */
export function dialOf(places: readonly Place[]): Place {
  if (places.length === 0) return { from: 8 * hour, to: 18 * hour };
  const first = Math.floor(Math.min(...places.map(({ from }) => from)) / hour);
  const last = Math.ceil(Math.max(...places.map(({ to }) => to)) / hour);
  return { from: first * hour, to: Math.min(24, last + 1) * hour };
}

/** The classes that put a place on its rows, to the nearest quarter of an hour, so that neighbours stay neighbours. */
export function rowsOf({ from, to }: Place, dial: Place): string {
  const first = Math.round((from - dial.from) / quarter);
  const rows = Math.max(1, Math.round((to - dial.from) / quarter) - first);
  return `row-start-${first + 1} row-span-${rows}`;
}

/** How many rows a place has for its words. */
export function rowsIn({ from, to }: Place): number {
  return Math.round((to - from) / quarter);
}

/** As much of the stretches as lies on a date, with their places. */
export function placed<Part extends Stretch>(parts: readonly Part[], day: { from: number; to: number }, zone: string) {
  return onDay(parts, day).map((part) => ({ part, place: placeOf(part, zone) }));
}

/** The hours to write beside the rows: "08:00", "8 AM". */
export function hoursOf(dial: Place, locale: string): { minute: number; text: string }[] {
  const hours = [];
  for (let minute = dial.from + hour; minute < dial.to; minute += hour) {
    const text = formatTime(minute * 60_000, "UTC", locale);
    hours.push({ minute, text: text.replace(/:00(?= [AP]M)/i, "") });
  }
  return hours;
}
