/** The top of an axis that starts at 0: round, not under the largest value, and its half is a whole number too. */
export function niceTop(largest: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(largest, 1)));
  const leading = largest / magnitude;
  const step = leading <= 2 ? magnitude / 5 : leading <= 5 ? magnitude / 2 : magnitude;
  const even = step < 2 ? 2 : step % 2 === 0 ? step : step * 2;
  return Math.max(even, Math.ceil(largest / even) * even);
}

/** Which of so many bars have a date under them: seven at most, whole weeks apart where they are days of several weeks. */
export function labelled(count: number, unit: "day" | "week" | "month"): number[] {
  const few = Math.ceil(count / 7);
  const step = unit === "day" && count > 14 ? Math.ceil(count / 35) * 7 : few;
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
}
