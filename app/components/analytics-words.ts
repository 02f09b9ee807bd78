import { perHundred, type Counts, type Totals } from "~/domain/analytics/figures";
import type { Bin, Unit } from "~/domain/analytics/period";
import { DAY_MS } from "~/domain/availability/calendar-days";
import { countOf } from "~/domain/counts";
import { formatDayMonth, formatDayShort, formatMonth } from "~/domain/time";
import type { Clock } from "./booking-words";

const whole = new Intl.NumberFormat("en-GB");
const tenths = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** "1,363" */
export function numberText(value: number): string {
  return whole.format(value);
}

/** "4.7"; nothing where nobody looked. */
export function rateText(counts: Counts): string | null {
  const rate = perHundred(counts);
  return rate === null ? null : tenths.format(rate);
}

const same = "As many as before";

/** "12 % more than before" */
export function viewsChange(now: number, before: number): string {
  if (now === before) return same;
  if (before === 0) return "None before";
  const percent = Math.round((Math.abs(now - before) / before) * 100);
  if (percent === 0) return "About as many as before";
  return `${numberText(percent)} % ${now > before ? "more" : "fewer"} than before`;
}

/** "9 more" */
export function countChange(now: number, before: number): string {
  return now === before ? same : difference(now, before);
}

/** "0.3 more" */
export function rateChange(now: Counts, before: Counts): string {
  const [rate, rateBefore] = [perHundred(now), perHundred(before)];
  if (rate === null) return "Nobody looked";
  if (rateBefore === null) return "Nobody looked before";
  const change = Math.round(rate * 10) - Math.round(rateBefore * 10);
  if (change === 0) return same;
  return `${tenths.format(Math.abs(change) / 10)} ${change > 0 ? "more" : "fewer"}`;
}

/** "2 by hosts; 1 fewer than before" */
export function cancelledChange(now: Totals, before: Totals): string {
  const isSame = now.cancelled === before.cancelled;
  const change = isSame ? same : `${difference(now.cancelled, before.cancelled)} than before`;
  if (now.cancelled === 0) return change;
  return `${numberText(now.cancelledByHosts)} by hosts; ${isSame ? "as many as before" : change}`;
}

function difference(now: number, before: number) {
  return `${numberText(Math.abs(now - before))} ${now > before ? "more" : "fewer"}`;
}

/** "Tue 11 Nov", "10 Nov – 16 Nov", "November 2026" */
export function binWords({ first, last }: Bin, unit: Unit, { locale, now }: Clock): string {
  if (unit === "day") return formatDayShort(first * DAY_MS, "UTC", locale, now);
  if (unit === "month") return formatMonth(first * DAY_MS, "UTC", locale);
  return periodWords({ first, last }, { locale, now });
}

/** "10 Nov – 16 Nov" */
export function periodWords({ first, last }: Bin, { locale, now }: Pick<Clock, "locale" | "now">): string {
  const ends = first === last ? [first] : [first, last];
  return ends.map((day) => formatDayMonth(day * DAY_MS, "UTC", locale, now)).join(" – ");
}

/** How long before their start: "3 days", "5 hours". */
export function leadWords(hours: number): string {
  if (hours < 1) return "under an hour";
  return hours < 48 ? countOf(Math.round(hours), "hour") : countOf(Math.round(hours / 24), "day");
}
