import type { EventType } from "./event-type";

/** A day left out, as the form lists it. Without a name where nobody gave it one. */
export type ExcludedDate = { date: string; name: string };

export function excludedDatesOf({
  excludedDates,
  excludedDateNotes,
}: Pick<EventType, "excludedDates" | "excludedDateNotes">): ExcludedDate[] {
  return excludedDates.map((date) => ({ date, name: excludedDateNotes[date] ?? "" }));
}

/** The list with more dates, in order. A date that is there already stays, and takes the name if it has none. */
export function withDates(list: ExcludedDate[], more: ExcludedDate[]): ExcludedDate[] {
  const names = new Map(list.map(({ date, name }) => [date, name]));
  for (const { date, name } of more) names.set(date, names.get(date) || name);
  return [...names].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The names of the dates that are in the list, and no others. */
export function notesFor(dates: string[], notes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(dates.flatMap((date) => (notes[date] ? [[date, notes[date]]] : [])));
}

/** "2026-12-25 Christmas Day", as one field of the form carries it. */
export function writeExcluded({ date, name }: ExcludedDate): string {
  return name ? `${date} ${name}` : date;
}

export function readExcluded(text: string): ExcludedDate {
  const [date = "", ...words] = text.trim().split(/\s+/);
  return { date, name: words.join(" ") };
}

/** The dates in the list of a form. */
export function listedDates(form: URLSearchParams): ExcludedDate[] {
  return form
    .getAll("excluded_dates")
    .map(readExcluded)
    .filter(({ date }) => date);
}

/** The date in its fields for one more. */
export function freshDate(form: URLSearchParams): ExcludedDate {
  return { date: form.get("fresh_date")?.trim() ?? "", name: form.get("fresh_name")?.trim() ?? "" };
}

/** The days left out as a form sends them: those in the list, and one that was typed and not added. */
export function sentDates(form: URLSearchParams): ExcludedDate[] {
  const fresh = freshDate(form);
  return withDates(listedDates(form), fresh.date || fresh.name ? [fresh] : []);
}
