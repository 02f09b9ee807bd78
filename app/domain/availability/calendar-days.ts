/** A calendar date is an epoch day: a whole number, 0 = 1970-01-01, with no zone. */
export const DAY_MS = 86_400_000;

/** "2026-11-23" to its epoch day; null for any other form and for dates that do not exist. */
export function parseDate(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const day = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / DAY_MS;
  return formatDate(day) === text ? day : null;
}

export function formatDate(epochDay: number): string {
  return new Date(epochDay * DAY_MS).toISOString().slice(0, 10);
}

/** 0 = Monday … 6 = Sunday; 1970-01-01 was a Thursday. */
export function weekday(epochDay: number): number {
  return (((epochDay + 3) % 7) + 7) % 7;
}

export function isoWeekStart(epochDay: number): number {
  return epochDay - weekday(epochDay);
}
