import { DAY_MS } from "~/domain/availability/calendar-days";
import { hoursChecks, limitChecks, takenChecks } from "~/domain/availability/rules";
import type { Check, Host, Reason, SlotRules } from "~/domain/availability/rules";
import { openHours, sameHours, type ScheduleHours } from "~/domain/availability/working-hours";
import { localDay } from "~/domain/availability/zones";

export { heldSpan, type Host, type Reason, type SlotRules } from "~/domain/availability/rules";

/** Half-open, and of the start: a slot belongs to the range in which it begins. */
export type Range = { from: number; to: number };
/** any: one free host is enough. all: every host must be free. */
export type TeamMode = "any" | "all";
/** No reasons = free. */
export type HostAnswer = { id: string; reasons: Reason[] };
export type GridPoint = { start: number; hosts: HostAnswer[] };

/** The starts that one host offers, in order. The answer for a range is that of its parts, one after the other. */
export function hostSlots(rules: SlotRules, host: Host, now: number, range: Range): number[] {
  const { grid, checks } = hoursIn(rules, host.schedule, now, range);
  const starts = sift(takenChecks(rules, host), sift(checks, grid));
  return sift(limitChecks(rules, host), starts);
}

/**
 * The starts that a team offers. With "any" each host keeps to the grid of their own hours. With "all" a start on any
 * member's grid will do, since members' grids may never meet: 9:00 in Berlin is 13:45 in Kathmandu.
 */
export function teamSlots(
  rules: SlotRules,
  hosts: readonly Host[],
  mode: TeamMode,
  now: number,
  range: Range,
): number[] {
  if (hosts.length === 1) return hostSlots(rules, hosts[0]!, now, range);
  const { hours, views } = look(rules, hosts, now, range);
  if (mode === "all") {
    const starts = hours.reduce((left, each) => sift(each.checks, left), joinGrids(hours));
    // What is taken mostly leaves little, and counting bookings is dearer.
    for (const checksOf of [takenChecks, limitChecks]) {
      for (const { host } of views) if (starts.length > 0) sift(checksOf(rules, host), starts);
    }
    return starts;
  }
  return hours.reduce<number[]>((found, each) => {
    const keepers = views.filter((view) => view.hours === each);
    const fits = sift(each.checks, without(each.grid, found));
    const free = freeForOne(rules, keepers, fits);
    return free.length > 0 ? join(found, free) : found;
  }, []);
}

/** For each host whether this one start may be booked, and if not, why. */
export function hostsFreeAt(
  rules: SlotRules,
  hosts: readonly Host[],
  mode: TeamMode,
  start: number,
  now: number,
): HostAnswer[] {
  const { hours, views } = look(rules, hosts, now, { from: start, to: start + 1 });
  return answersAt([start], rules, hours, views, mode)[0]!.hosts;
}

/** Whether a start with these answers is on offer: with "any" one host must be free, with "all" everybody. */
export function isOffered(answers: readonly HostAnswer[], mode: TeamMode): boolean {
  const isFree = ({ reasons }: HostAnswer) => reasons.length === 0;
  return answers.length > 0 && (mode === "all" ? answers.every(isFree) : answers.some(isFree));
}

/** Every grid point of the range, offered or not, with each host's reasons. */
export function explainSlots(
  rules: SlotRules,
  hosts: readonly Host[],
  mode: TeamMode,
  now: number,
  range: Range,
): GridPoint[] {
  const { hours, views } = look(rules, hosts, now, range);
  return answersAt(joinGrids(hours), rules, hours, views, mode);
}

/** Every claim and busy block that meets this span must be given for an answer about the range. */
export function neededSpan(rules: SlotRules, range: Range): Range {
  return { from: range.from - rules.bufferBeforeMs, to: range.to + rules.durationMs + rules.bufferAfterMs };
}

/** Every counted booking that starts in this span must be given: the range's ISO weeks, in whatever zone. */
export function countedSpan(range: Range): Range {
  return { from: range.from - 8 * DAY_MS, to: range.to + 8 * DAY_MS };
}

// Hosts with the same hours share one look at them.
type Hours = { schedule: ScheduleHours; grid: number[]; checks: Check[] };
type View = { host: Host; hours: Hours };

function look(rules: SlotRules, hosts: readonly Host[], now: number, range: Range): { hours: Hours[]; views: View[] } {
  const hours: Hours[] = [];
  const views = hosts.map((host) => {
    const known = hours.find((each) => sameHours(each.schedule, host.schedule));
    const shared = known ?? hoursIn(rules, host.schedule, now, range);
    if (!known) hours.push(shared);
    return { host, hours: shared };
  });
  return { hours, views };
}

// A day more on either side: hours inside a gap move over midnight, and slots may run on into the next date.
function hoursIn(rules: SlotRules, schedule: ScheduleHours, now: number, range: Range): Hours {
  const zone = schedule.timeZone;
  const dates = { first: localDay(zone, range.from) - 1, last: localDay(zone, range.to + rules.durationMs) + 1 };
  const { perDate, joined } = openHours(schedule, dates.first, dates.last);
  return {
    schedule,
    grid: gridOf(perDate, rules.intervalMs, range),
    checks: hoursChecks(rules, zone, joined, now, dates),
  };
}

/** From each stretch's start in equal steps of elapsed time; nothing but open hours decides it. */
function gridOf(perDate: readonly number[], step: number, range: Range): number[] {
  const grid: number[] = [];
  for (let i = 0; i < perDate.length; i += 2) {
    const skipped = Math.max(0, Math.ceil((range.from - perDate[i]!) / step));
    const end = Math.min(perDate[i + 1]!, range.to);
    for (let start = perDate[i]! + skipped * step; start < end; start += step) grid.push(start);
  }
  // Hours inside a gap can reach into the next date's.
  const overlapping = perDate.some((start, i) => i > 0 && start < perDate[i - 1]!);
  return overlapping ? [...new Set(grid)].sort((a, b) => a - b) : grid;
}

/** Leaves in the list what every check lets pass. */
function sift(checks: readonly Check[], starts: number[]): number[] {
  for (const check of checks) check.sift(starts);
  return starts;
}

/** The starts at which at least one of the hosts is free. Once none is left to find, the other hosts are not looked at. */
function freeForOne(rules: SlotRules, views: readonly View[], starts: readonly number[]): number[] {
  let left = starts.slice();
  for (const { host } of views) {
    if (left.length === 0) break;
    const free = sift(takenChecks(rules, host), left.slice());
    left = without(left, sift(limitChecks(rules, host), free));
  }
  return without(starts.slice(), left);
}

function answersAt(
  starts: readonly number[],
  rules: SlotRules,
  hours: readonly Hours[],
  views: readonly View[],
  mode: TeamMode,
): GridPoint[] {
  const points = starts.map((start): GridPoint => ({ start, hosts: [] }));
  const anyGrid = new Set(joinGrids(hours));
  for (const view of views) {
    const onGrid = mode === "all" ? anyGrid : new Set(view.hours.grid);
    const checks = [...view.hours.checks, ...limitChecks(rules, view.host), ...takenChecks(rules, view.host)].map(
      (check) => ({
        reason: check.reason,
        passing: new Set(sift([check], starts.slice())),
      }),
    );
    for (const { start, hosts } of points) {
      const reasons = checks.filter(({ passing }) => !passing.has(start)).map(({ reason }) => reason);
      if (!onGrid.has(start) && reasons[0] !== "outside_hours") reasons.unshift("outside_hours");
      hosts.push({ id: view.host.id, reasons });
    }
  }
  return points;
}

function joinGrids(hours: readonly Hours[]): number[] {
  return hours.reduce<number[]>((grid, each) => join(grid, each.grid), []);
}

/** What is in either; both are in order, and so is the answer. */
function join(some: readonly number[], others: readonly number[]): number[] {
  if (some.length === 0) return others.slice();
  const joined: number[] = [];
  let at = 0;
  for (const start of some) {
    while (at < others.length && others[at]! < start) joined.push(others[at++]!);
    if (at < others.length && others[at] === start) at++;
    joined.push(start);
  }
  while (at < others.length) joined.push(others[at++]!);
  return joined;
}

/** Takes out of the list what is in the other; both are in order. */
function without(starts: number[], others: readonly number[]): number[] {
  let kept = 0;
  let at = 0;
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i]!;
    while (at < others.length && others[at]! < start) at++;
    if (at === others.length || others[at] !== start) starts[kept++] = start;
  }
  starts.length = kept;
  return starts;
}
