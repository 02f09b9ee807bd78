import { IANAZone } from "luxon";
import { formatDate } from "~/domain/availability/calendar-days";
import type { Host, Range, SlotRules } from "~/domain/availability/slots";

/** The rules once more, counted minute by minute on another zone library and without interval arithmetic. */
export const MINUTE = 60_000;
const STEP = 360 * MINUTE;
const DAY = 4 * STEP;

export function slotsByMinute(rules: SlotRules, host: Host, now: number, range: Range): number[] {
  const zone = host.schedule.timeZone;
  const clock = readClock(zone, range.from - 2 * DAY, range.to + rules.durationMs + 2 * DAY);
  const open = new Set<number>();
  const grid = new Set<number>();
  for (const day of clock.days) {
    const own = openMinutes(host, day, clock.instantOf);
    for (const ms of own) open.add(ms);
    for (const ms of own) {
      if (own.has(ms - MINUTE)) continue;
      for (let start = ms, at = ms; own.has(at); at += MINUTE) {
        if ((at - start) % rules.intervalMs === 0) grid.add(at);
      }
    }
  }
  const claimed = minutesOf(host.claims);
  const busy = minutesOf(host.busy);
  const date = (ms: number) => formatDate(Math.floor((ms + offset(zone, ms)) / DAY));
  const week = (ms: number) => isoWeek(date(ms));
  const count = (name: string, nameOf: (ms: number) => string) =>
    host.bookedStarts.filter((start) => nameOf(start) === name).length;
  const all = (from: number, to: number, test: (ms: number) => boolean) => {
    for (let ms = from; ms < to; ms += MINUTE) if (!test(ms)) return false;
    return true;
  };
  const today = Date.parse(date(now));
  return [...grid]
    .filter((start) => start >= range.from && start < range.to)
    .filter((start) => all(start, start + rules.durationMs, (ms) => open.has(ms)))
    .filter((start) => {
      const [from, to] = [start - rules.bufferBeforeMs, start + rules.durationMs + rules.bufferAfterMs];
      return all(from, to, (ms) => !claimed.has(ms) && !busy.has(ms));
    })
    .filter((start) => start - now >= rules.minimumNoticeMs)
    .filter((start) => rules.windowDays === null || (Date.parse(date(start)) - today) / DAY <= rules.windowDays)
    .filter((start) => ![...rules.excludedDates].map(formatDate).includes(date(start)))
    .filter((start) => rules.maxPerDay === null || count(date(start), date) < rules.maxPerDay)
    .filter((start) => rules.maxPerWeek === null || count(week(start), week) < rules.maxPerWeek)
    .sort((a, b) => a - b);
}

export function offset(zone: string, ms: number): number {
  return IANAZone.create(zone).offset(ms) * MINUTE;
}

/** Walks through the minutes and notes when the wall clock first shows each time; skipped times follow the jump. */
function readClock(zone: string, from: number, to: number) {
  const first = new Map<number, number>();
  const days = new Set<number>();
  let expected: number | null = null;
  for (let ms = Math.floor(from / STEP) * STEP, shift = 0, isSteady = false; ms < to; ms += MINUTE) {
    if (ms % STEP === 0) isSteady = (shift = offset(zone, ms)) === offset(zone, ms + STEP);
    else if (!isSteady) shift = offset(zone, ms);
    const wall = ms + shift;
    days.add(Math.floor(wall / DAY));
    for (let missing = expected ?? wall; missing < wall; missing += MINUTE)
      first.set(missing, ms + missing - expected!);
    if (!first.has(wall)) first.set(wall, ms);
    expected = wall + MINUTE;
  }
  return { days, instantOf: (wall: number) => first.get(wall) };
}

function openMinutes(host: Host, day: number, instantOf: (wall: number) => number | undefined): Set<number> {
  const monday = (new Date(day * DAY).getUTCDay() + 6) % 7;
  const pairs = host.schedule.overrides.get(day) ?? host.schedule.weekly[monday]!;
  const dial = minutesOf(pairs, 1);
  const open = new Set<number>();
  for (let minute = 0; minute < 1440; minute++) {
    if (!dial.has(minute) || dial.has(minute - 1)) continue;
    let end = minute;
    while (dial.has(end)) end++;
    const from = instantOf(day * DAY + minute * MINUTE);
    const to = instantOf(day * DAY + end * MINUTE);
    if (from === undefined || to === undefined) continue;
    for (let ms = from; ms < to; ms += MINUTE) open.add(ms);
  }
  return open;
}

function minutesOf(pairs: readonly number[], step = MINUTE): Set<number> {
  const minutes = new Set<number>();
  for (let i = 0; i < pairs.length; i += 2) for (let ms = pairs[i]!; ms < pairs[i + 1]!; ms += step) minutes.add(ms);
  return minutes;
}

function isoWeek(date: string): string {
  const day = new Date(date);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString();
}
