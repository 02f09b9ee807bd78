import type { ExplainedDay } from "~/domain/availability/explained-day";
import { localMinutes } from "~/domain/availability/zones";

/** What a day's plot spans, in instants: the time that really passes, whatever the clock does meanwhile. */
export type Axis = { from: number; to: number };
export type Tick = { at: number; text: string; isMajor: boolean };

const hour = 3_600_000;
const quarter = hour / 4;

/** The open hours and the time asked for with two hours on either side, as far as the date goes; all of a closed date. */
export function dayAxis({ from, to, hosts, asked }: ExplainedDay): Axis {
  const shown = hosts.flatMap(({ open }) => open);
  if (shown.length === 0) return { from, to };
  const starts = [...shown, ...(asked ? [asked] : [])];
  const first = Math.min(...starts.map(({ start }) => start)) - 2 * hour;
  const last = Math.max(...starts.map(({ end }) => end)) + 2 * hour;
  return { from: Math.max(from, Math.floor(first / hour) * hour), to: Math.min(to, Math.ceil(last / hour) * hour) };
}

/** At every second hour of the zone's clock, so that a night with a clock change shows where it jumps. */
export function axisTicks({ from, to }: Axis, zone: string): Tick[] {
  const ticks: Tick[] = [];
  for (let at = from; at <= to; at += quarter) {
    const minutes = localMinutes(zone, at);
    if (minutes % 120 !== 0) continue;
    const isEnd = at === to && minutes === 0;
    ticks.push({
      at,
      text: `${isEnd ? "24" : String(minutes / 60).padStart(2, "0")}:00`,
      isMajor: minutes % 240 === 0,
    });
  }
  return ticks;
}

/** As much of the stretches as lies on the axis. */
export function onAxis<Bar extends { start: number; end: number }>({ from, to }: Axis, bars: readonly Bar[]): Bar[] {
  return bars
    .map((bar) => ({ ...bar, start: Math.max(bar.start, from), end: Math.min(bar.end, to) }))
    .filter(({ start, end }) => start < end);
}
