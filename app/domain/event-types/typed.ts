/** What people type into fields, as schemas take it. */

/** Not a number, and so a message, for whatever isn't written in digits. */
export function typedWhole(text: string): number {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : NaN;
}

/** Nothing is no limit. */
export function typedLimit(text: string): number | null {
  return text.trim() === "" ? null : typedWhole(text);
}

/** "15, 30 60" */
export function typedList(text: string): number[] {
  return text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(typedWhole);
}

const minutesIn: Record<string, number> = { minutes: 1, hours: 60, days: 1440 };

/** Nothing is none. */
export function typedMinutes(count: string, unit: string): number {
  return typedWhole(count || "0") * (minutesIn[unit] ?? 1);
}

/** A length of time in the largest unit that it fills evenly, for a number and a unit to choose. */
export function noticeParts(minutes: number): { count: number; unit: "minutes" | "hours" | "days" } {
  if (minutes > 0 && minutes % 1440 === 0) return { count: minutes / 1440, unit: "days" };
  if (minutes > 0 && minutes % 60 === 0) return { count: minutes / 60, unit: "hours" };
  return { count: minutes, unit: "minutes" };
}
