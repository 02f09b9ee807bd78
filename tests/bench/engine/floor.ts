import type { Scenario } from "./scenarios/generate";

/**
 * The least work that answers a scenario at all: weekly hours, notice and one sorted list of busy blocks for each host.
 * No overrides, excluded dates, window, buffers, limits, reasons or odd hours, and every host has the same hours.
 */
export function floorSlots({ mode, hosts, slotMs, ...scenario }: Scenario): number[] {
  const offered = openStarts({ slotMs, ...scenario });
  if (mode === "all") return hosts.reduce((left, busy) => sweep(left, busy, slotMs).free, offered);
  const found: number[] = [];
  let left = offered;
  for (const busy of hosts) {
    if (left.length === 0) break;
    const { free, taken } = sweep(left, busy, slotMs);
    for (const start of free) found.push(start);
    left = taken;
  }
  return hosts.length > 1 ? found.sort((a, b) => a - b) : found;
}

/** Both lists are sorted, so one walk along them finds what each start meets. */
function sweep(starts: readonly number[], busy: readonly number[], slotMs: number) {
  const free: number[] = [];
  const taken: number[] = [];
  let at = 0;
  for (const start of starts) {
    while (at < busy.length && busy[at + 1]! <= start) at += 2;
    (at < busy.length && busy[at]! < start + slotMs ? taken : free).push(start);
  }
  return { free, taken };
}

const DAY = 86_400_000;

function openStarts({ timeZone, weekly, range, now, noticeMs, slotMs }: Omit<Scenario, "mode" | "hosts">): number[] {
  const from = Math.max(range.from, now + noticeMs);
  const starts: number[] = [];
  for (let day = Math.floor(from / DAY) - 1; day * DAY < range.to + DAY; day++) {
    const minutes = weekly[(((day + 3) % 7) + 7) % 7]!;
    for (let i = 0; i < minutes.length; i += 2) {
      const end = instant(timeZone, day * DAY + minutes[i + 1]! * 60_000);
      for (let start = instant(timeZone, day * DAY + minutes[i]! * 60_000); start + slotMs <= end; start += slotMs) {
        if (start >= from && start < range.to) starts.push(start);
      }
    }
  }
  return starts;
}

function instant(timeZone: string, wall: number): number {
  const guess = wall - offset(timeZone, wall);
  return wall - offset(timeZone, guess);
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** Cached for each hour, in which no zone of the scenarios changes. */
function offset(timeZone: string, ms: number): number {
  const hour = Math.floor(ms / 3_600_000);
  let known = offsets.get(timeZone);
  if (!known) offsets.set(timeZone, (known = new Map<number, number>()));
  let found = known.get(hour);
  if (found === undefined) known.set(hour, (found = readOffset(timeZone, hour * 3_600_000)));
  return found;
}

/** Swedish dates are written as machines read them: "2027-03-14 03:00:00". */
function readOffset(timeZone: string, ms: number): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
    formats.set(timeZone, format);
  }
  return Date.parse(`${format.format(ms).replace(" ", "T")}Z`) - ms;
}
