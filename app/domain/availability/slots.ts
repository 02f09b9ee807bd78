import { DAY_MS } from "~/domain/availability/calendar-days";
import { hostChecks, hoursChecks } from "~/domain/availability/rules";
import type { Check, DayOf, Host, Reason, SlotRules } from "~/domain/availability/rules";
import { openHours, sameHours, type ScheduleHours } from "~/domain/availability/working-hours";
import { dayReader, localDay } from "~/domain/availability/zones";

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
  return teamSlots(rules, [host], "any", now, range);
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
  const { hours, views } = look(rules, hosts, now, range);
  if (mode === "all") {
    return joinGrids(hours).filter((start) => hours.every(allows(start)) && views.every(isFree(start)));
  }
  return hours.reduce<number[]>((found, each) => {
    const keepers = views.filter((view) => view.hours === each);
    return addStarts(found, each.grid, (start) => allows(start)(each) && keepers.some(isFree(start)));
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
  const onGrid = gridReader(hours, mode);
  return views.map((view) => answer(view, start, onGrid(view, start)));
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
  const onGrid = gridReader(hours, mode);
  return joinGrids(hours).map((start) => ({
    start,
    hosts: views.map((view) => answer(view, start, onGrid(view, start))),
  }));
}

/** Every claim and busy block that meets this span must be given for an answer about the range. */
export function neededSpan(rules: SlotRules, range: Range): Range {
  return { from: range.from - rules.bufferBeforeMs, to: range.to + rules.durationMs + rules.bufferAfterMs };
}

/** Every counted booking that starts in this span must be given: the range's ISO weeks, in whatever zone. */
export function countedSpan(range: Range): Range {
  return { from: range.from - 8 * DAY_MS, to: range.to + 8 * DAY_MS };
}

// Hosts with the same hours share one look at them, and a host nobody asks about is never prepared.
type Hours = { schedule: ScheduleHours; grid: number[]; dayOf: DayOf; checks: Check[] };
type View = { id: string; hours: Hours; checks: () => Check[] };

function look(rules: SlotRules, hosts: readonly Host[], now: number, range: Range): { hours: Hours[]; views: View[] } {
  const hours: Hours[] = [];
  const views = hosts.map((host) => {
    const known = hours.find((each) => sameHours(each.schedule, host.schedule));
    const shared = known ?? hoursIn(rules, host.schedule, now, range);
    if (!known) hours.push(shared);
    return { id: host.id, hours: shared, checks: once(() => hostChecks(rules, shared.dayOf, host)) };
  });
  return { hours, views };
}

// A day more on either side: hours inside a gap move over midnight, and slots may run on into the next date.
function hoursIn(rules: SlotRules, schedule: ScheduleHours, now: number, range: Range): Hours {
  const zone = schedule.timeZone;
  const firstDay = localDay(zone, range.from) - 1;
  const lastDay = localDay(zone, range.to + rules.durationMs) + 1;
  const { perDate, joined } = openHours(schedule, firstDay, lastDay);
  const dayOf = dayReader(zone);
  return {
    schedule,
    grid: gridOf(perDate, rules.intervalMs, range),
    dayOf,
    checks: hoursChecks(rules, dayOf, joined, now),
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

function passes(checks: readonly Check[], start: number): boolean {
  for (const check of checks) if (check.refuses(start)) return false;
  return true;
}

function allows(start: number) {
  return (hours: Hours) => passes(hours.checks, start);
}

function isFree(start: number) {
  return (view: View) => passes(view.checks(), start);
}

function answer(view: View, start: number, onGrid: boolean): HostAnswer {
  const refusing = [...view.hours.checks, ...view.checks()].filter((check) => check.refuses(start));
  const reasons = refusing.map((check) => check.reason);
  if (!onGrid && reasons[0] !== "outside_hours") reasons.unshift("outside_hours");
  return { id: view.id, reasons };
}

function gridReader(hours: readonly Hours[], mode: TeamMode): (view: View, start: number) => boolean {
  const joined = new Set(joinGrids(hours));
  const grids = new Map(hours.map((each) => [each, mode === "all" ? joined : new Set(each.grid)]));
  return (view, start) => grids.get(view.hours)?.has(start) ?? false;
}

function joinGrids(hours: readonly Hours[]): number[] {
  return hours.reduce<number[]>((grid, each) => addStarts(grid, each.grid, () => true), []);
}

/** Adds the starts not yet in `found` that are wanted; both are in order, and so is the answer. */
function addStarts(found: number[], starts: readonly number[], wanted: (start: number) => boolean): number[] {
  let at = 0;
  const fresh = starts.filter((start) => {
    while (at < found.length && found[at]! < start) at++;
    return found[at] !== start && wanted(start);
  });
  return fresh.length === 0 ? found : [...found, ...fresh].sort((a, b) => a - b);
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
