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
  if (mode === "all") return slotsOfAll(rules, hosts, now, range);
  let found: number[] = [];
  for (const { schedule, keepers } of byHours(hosts)) {
    const { grid, checks } = hoursIn(rules, schedule, now, range, found);
    const free = freeForOne(rules, keepers, sift(checks, grid));
    if (free.length > 0) found = join(found, free);
  }
  return found;
}

/** Those whose hours have starts beside the ones found: were such a one free then, they would be on offer too. */
export function hostsWithMore<Keeper extends Pick<Host, "schedule">>(
  rules: SlotRules,
  hosts: readonly Keeper[],
  now: number,
  range: Range,
  found: readonly number[],
): Keeper[] {
  return hosts.filter(({ schedule }) => {
    const { grid, checks } = hoursIn(rules, schedule, now, range, found);
    return sift(checks, grid).length > 0;
  });
}

function slotsOfAll(rules: SlotRules, hosts: readonly Host[], now: number, range: Range): number[] {
  const hours = hoursOf(look(rules, hosts, now, range));
  const starts = hours.reduce((left, each) => sift(each.checks, left), joinGrids(hours));
  // What is taken mostly leaves little, and counting bookings is dearer.
  for (const checksOf of [takenChecks, limitChecks]) {
    for (const host of hosts) if (starts.length > 0) sift(checksOf(rules, host), starts);
  }
  return starts;
}

/** For each host whether this one start may be booked, and if not, why. */
export function hostsFreeAt(
  rules: SlotRules,
  hosts: readonly Host[],
  mode: TeamMode,
  start: number,
  now: number,
): HostAnswer[] {
  const views = look(rules, hosts, now, { from: start, to: start + 1 });
  return answersAt([start], rules, views, mode)[0]!.hosts;
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
  const views = look(rules, hosts, now, range);
  return answersAt(joinGrids(hoursOf(views)), rules, views, mode);
}

/** Every claim and busy block that meets this span must be given for an answer about the range. */
export function neededSpan(rules: SlotRules, range: Range): Range {
  return { from: range.from - rules.bufferBeforeMs, to: range.to + rules.durationMs + rules.bufferAfterMs };
}

/** Every counted booking that starts in this span must be given: the range's ISO weeks, in whatever zone. */
export function countedSpan(range: Range): Range {
  return { from: range.from - 8 * DAY_MS, to: range.to + 8 * DAY_MS };
}

type Hours = { grid: number[]; checks: Check[] };
type View = { host: Host; hours: Hours };

/** What each host's hours leave of the range; hosts with the same hours share one look at them. */
function look(rules: SlotRules, hosts: readonly Host[], now: number, range: Range): View[] {
  const shared = new Map<Host, Hours>();
  for (const { schedule, keepers } of byHours(hosts)) {
    const hours = hoursIn(rules, schedule, now, range);
    for (const host of keepers) shared.set(host, hours);
  }
  return hosts.map((host) => ({ host, hours: shared.get(host)! }));
}

function hoursOf(views: readonly View[]): Hours[] {
  return [...new Set(views.map(({ hours }) => hours))];
}

function byHours(hosts: readonly Host[]): { schedule: ScheduleHours; keepers: Host[] }[] {
  const groups: ReturnType<typeof byHours> = [];
  for (const host of hosts) {
    const known = groups.find(({ schedule }) => sameHours(schedule, host.schedule));
    if (known) known.keepers.push(host);
    else groups.push({ schedule: host.schedule, keepers: [host] });
  }
  return groups;
}

// A day more on either side: hours inside a gap move over midnight, and slots may run on into the next date.
function hoursIn(
  rules: SlotRules,
  schedule: ScheduleHours,
  now: number,
  range: Range,
  found: readonly number[] = [],
): Hours {
  const zone = schedule.timeZone;
  const dates = { first: localDay(zone, range.from) - 1, last: localDay(zone, range.to + rules.durationMs) + 1 };
  const { perDate, joined } = openHours(schedule, dates.first, dates.last);
  return {
    grid: gridOf(perDate, rules.intervalMs, range, found),
    checks: hoursChecks(rules, zone, joined, now, dates),
  };
}

/**
 * From each stretch's start in equal steps of elapsed time, without those found already; nothing but open hours decides
 * it.
 */
function gridOf(perDate: readonly number[], step: number, range: Range, found: readonly number[]): number[] {
  const grid: number[] = [];
  let at = 0;
  for (let i = 0; i < perDate.length; i += 2) {
    const skipped = Math.max(0, Math.ceil((range.from - perDate[i]!) / step));
    const end = Math.min(perDate[i + 1]!, range.to);
    for (let start = perDate[i]! + skipped * step; start < end; start += step) {
      while (at < found.length && found[at]! < start) at++;
      if (at === found.length || found[at] !== start) grid.push(start);
    }
  }
  // Hours inside a gap can reach into the next date's.
  const overlapping = perDate.some((start, i) => i > 0 && start < perDate[i - 1]!);
  return overlapping
    ? without(
        [...new Set(grid)].sort((a, b) => a - b),
        found,
      )
    : grid;
}

/** Leaves in the list what every check lets pass. */
function sift(checks: readonly Check[], starts: number[]): number[] {
  for (const check of checks) check.sift(starts);
  return starts;
}

/** The starts at which at least one of the hosts is free. Once none is left to find, the other hosts are not looked at. */
function freeForOne(rules: SlotRules, hosts: readonly Host[], starts: readonly number[]): number[] {
  let left = starts.slice();
  for (const host of hosts) {
    if (left.length === 0) break;
    const free = sift(takenChecks(rules, host), left.slice());
    left = without(left, sift(limitChecks(rules, host), free));
  }
  return without(starts.slice(), left);
}

function answersAt(starts: readonly number[], rules: SlotRules, views: readonly View[], mode: TeamMode): GridPoint[] {
  const points = starts.map((start): GridPoint => ({ start, hosts: [] }));
  const anyGrid = new Set(joinGrids(hoursOf(views)));
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
