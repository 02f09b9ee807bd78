/** How many and how long, in English: for the pages of hosts. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "40 hours", "1 hour", "7 hours 30 minutes" */
export function lengthWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [hours > 0 && countOf(hours, "hour"), rest > 0 && countOf(rest, "minute")];
  return parts.filter(Boolean).join(" ") || "0 hours";
}

/** How far away or how much too short: "7 days", else in hours and minutes. Parts of a minute count as one. */
export function spanText(ms: number): string {
  const minutes = Math.ceil(Math.abs(ms) / 60_000);
  return minutes >= 2880 ? countOf(Math.floor(minutes / 1440), "day") : lengthWords(minutes);
}
