import { intersect, merge, subtract, type Intervals } from "./intervals";
import { pairs } from "./schedule";
import type { Host, Range } from "./slots";
import { openHoursAround } from "./working-hours";
import { dateAt, dateExists, localMinutes, wallToInstant } from "./zones";

export type CalendarMember = { userId: string; name: string; timezone: string };
export type Stretch = { start: number; end: number };

/** A meeting as it was agreed, without its buffers. */
export type CalendarBooking = Stretch & {
  /** Its hosts, as far as they are among those who are asked about. */
  userIds: string[];
  status: "pending" | "confirmed" | "completed";
  /** Null where it is not the viewer's to see. */
  seen: { id: string; invitee: string } | null;
};

/** What a booking holds of one member's time, buffers included; null once it is over. */
export type Held = { userId: string; meeting: Stretch; claim: Stretch | null };

/** A member's part of a range, in flat stretches. */
export type MemberTime = CalendarMember & {
  /** Without a schedule nobody is ever free. */
  hasSchedule: boolean;
  open: Intervals;
  /** Taken elsewhere: by a calendar, or by a meeting of another workspace. */
  busy: Intervals;
  /** Kept free around meetings. */
  buffers: Intervals;
  /** All of it: calendars, meetings, buffers. */
  taken: Intervals;
};

type Facts = { host: Host | undefined; held: readonly Held[]; range: Range };

export function memberTime(member: CalendarMember, { host, held, range }: Facts): MemberTime {
  const own = held.filter(({ userId }) => userId === member.userId);
  const claims = flat(own.flatMap(({ claim }) => claim ?? []));
  const meetings = flat(own.map(({ meeting }) => meeting));
  const blocks = merge([...(host?.busy ?? []), ...subtract(merge(host?.claims ?? []), claims)]);
  const within = (list: Intervals) => intersect(list, [range.from, range.to]);
  return {
    ...member,
    hasSchedule: host !== undefined,
    open: host ? within(openHoursAround(host.schedule, range).joined) : [],
    busy: within(blocks),
    buffers: within(subtract(claims, meetings)),
    taken: within(merge([...blocks, ...claims, ...meetings])),
  };
}

export function freeOf({ open, taken }: Pick<MemberTime, "open" | "taken">): number[] {
  return subtract(open, taken);
}

/** When all of them are free at once; of nobody that is never. */
export function overlapsOf(members: readonly MemberTime[]): Intervals {
  const [first, ...others] = members.map(freeOf);
  return others.reduce<Intervals>((shared, free) => intersect(shared, free), first ?? []);
}

/** The first start of a stretch at which a meeting fits into it. Starts are in order. */
export function firstStartIn(starts: readonly number[], { start, end }: Stretch, durationMs: number): number | null {
  return starts.find((each) => each >= start && each + durationMs <= end) ?? null;
}

/** The week of a date. `weekStart`: 0 = Monday. Dates that a zone skips are left out. */
export function weekOf(day: number, weekStart: number, zone: string): { first: number; days: number[] } {
  // 1970-01-01, day 0, was a Thursday.
  const first = day - ((((day + 3 - weekStart) % 7) + 7) % 7);
  const days = Array.from({ length: 7 }, (_, index) => first + index);
  return { first, days: days.filter((each) => dateExists(zone, each)) };
}

export function dayRange(day: number, zone: string): Range {
  return { from: wallToInstant(zone, day, 0), to: wallToInstant(zone, day + 1, 0) };
}

/** Whether a date has anything to show: somebody's hours, or a meeting outside of them. */
export function isUsed(
  range: Range,
  { members, bookings }: { members: readonly MemberTime[]; bookings: readonly Stretch[] },
) {
  const span = [range.from, range.to];
  return onDay(bookings, range).length > 0 || members.some(({ open }) => intersect(open, span).length > 0);
}

export function onDay<Part extends Stretch>(parts: readonly Part[], { from, to }: Range): Part[] {
  return parts
    .map((part) => ({ ...part, start: Math.max(part.start, from), end: Math.min(part.end, to) }))
    .filter(({ start, end }) => start < end);
}

/** Minutes on a day's dial, from 0 to 1440. */
export type Place = { from: number; to: number };

/**
 * Where a stretch of one date lies on the dial, on which every date has 24 hours. An hour that the clock skips stays on
 * it, and an hour that comes twice is on it once: what lies in either of its passes lies there.
 */
export function placeOf({ start, end }: Stretch, zone: string): Place {
  let [from, to] = [1440, 0];
  for (let at = start; at < end;) {
    const until = Math.min(end, dateAt(zone, at).until);
    const minute = localMinutes(zone, at);
    from = Math.min(from, minute);
    to = Math.max(to, minute + (until - at) / 60_000);
    at = until;
  }
  return { from, to };
}

/**
 * Where a date's dial shows that all of them are free, with the start of the stretch it is of. Of an hour that comes twice
 * only what is free in both passes.
 */
export function bandsOn(range: Range, zone: string, overlaps: readonly Stretch[], members: readonly MemberTime[]) {
  const free = onDay(overlaps, range);
  if (free.length === 0) return [];
  const takenOf = ({ taken }: MemberTime) => onDay(pairs(taken), range).map((each) => placeOf(each, zone));
  const taken = merge(members.flatMap(takenOf).flatMap(({ from, to }) => [from, to]));
  return free.flatMap((each) => {
    const { from, to } = placeOf(each, zone);
    return pairs(subtract([from, to], taken)).map((part) => ({ from: part.start, to: part.end, start: each.start }));
  });
}

function flat(stretches: readonly Stretch[]): Intervals {
  return merge(stretches.flatMap(({ start, end }) => [start, end]));
}
