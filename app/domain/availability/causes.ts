import { formatDate, isoWeekStart, weekday } from "./calendar-days";
import { meets, type BusyBlock, type Cause, type Claim, type Closed, type Stretch } from "./explained-day";
import type { Intervals } from "./intervals";
import { pairs } from "./schedule";
import { heldSpan, type Host, type Reason, type SlotRules } from "./slots";
import { localDay } from "./zones";

/** What is known about one host when a reason is made concrete. The reasons themselves are the slot function's. */
export type Known = {
  rules: SlotRules;
  host: Host;
  now: number;
  /** The host's open hours around the date: joined within each date, and over midnight too. */
  hours: { perDate: Intervals; joined: Intervals };
  claims: readonly Claim[];
  busy: readonly BusyBlock[];
  /** What the event type says of the dates that it leaves out, and the schedule of those that it changes. */
  excludedNotes: Readonly<Record<string, string>>;
  overrideNotes: Readonly<Record<string, string>>;
};

export function causesOf(known: Known, start: number, reasons: readonly Reason[]): Cause[] {
  return reasons.map((reason) => causeOf(known, start, reason));
}

/** How many bookings count towards the limits of a start's date and week. */
export function bookedBeside({ host }: Pick<Known, "host">, start: number): { onDay: number; inWeek: number } {
  const dayOf = (ms: number) => localDay(host.schedule.timeZone, ms);
  const day = dayOf(start);
  const days = host.bookedStarts.map(dayOf);
  return {
    onDay: days.filter((each) => each === day).length,
    inWeek: days.filter((each) => isoWeekStart(each) === isoWeekStart(day)).length,
  };
}

export function closedOn({ host, overrideNotes }: Pick<Known, "host" | "overrideNotes">, day: number): Closed {
  if (!host.schedule.overrides.has(day)) return { by: "weekday", weekday: weekday(day) };
  return { by: "date", note: overrideNotes[formatDate(day)] ?? "" };
}

function causeOf(known: Known, start: number, code: Reason): Cause {
  const { rules, host, now } = known;
  const zone = host.schedule.timeZone;
  switch (code) {
    case "outside_hours":
      return outsideHours(known, start);
    case "excluded_date":
      return { code, note: known.excludedNotes[formatDate(localDay(zone, start))] ?? "" };
    case "notice": {
      const neededMinutes = rules.minimumNoticeMs / 60_000;
      return { code, neededMinutes, shortMs: now + rules.minimumNoticeMs - start, isPast: start < now };
    }
    case "window": {
      const days = rules.windowDays ?? 0;
      return { code, days, lastDay: localDay(zone, now) + days };
    }
    case "daily_limit":
      return { code, count: bookedBeside(known, start).onDay, limit: rules.maxPerDay ?? 0 };
    case "weekly_limit":
      return { code, count: bookedBeside(known, start).inWeek, limit: rules.maxPerWeek ?? 0 };
    case "claimed":
      return { code, claims: inTheWay(known, start, known.claims) };
    case "busy":
      return { code, blocks: inTheWay(known, start, known.busy) };
  }
}

function outsideHours({ rules, host, hours, overrideNotes }: Known, start: number): Cause {
  const code = "outside_hours";
  const zone = host.schedule.timeZone;
  const end = start + rules.durationMs;
  const open = pairs(hours.joined);
  const within = open.find((each) => each.start <= start && start < each.end);
  if (within && end > within.end) return { code, how: "too_long", closes: within.end };
  if (within) {
    const from = pairs(hours.perDate).find((each) => each.start <= start && start < each.end) ?? within;
    return { code, how: "off_grid", stepMinutes: rules.intervalMs / 60_000, from: from.start };
  }
  const day = localDay(zone, start);
  const closes = open.findLast((each) => each.end <= start && localDay(zone, each.end - 1) === day)?.end;
  const opens = open.find((each) => each.start > start && localDay(zone, each.start) === day)?.start;
  if (closes !== undefined && opens !== undefined) return { code, how: "pause", closes, opens };
  if (closes !== undefined) return { code, how: "late", closes };
  if (opens !== undefined) return { code, how: "early", opens };
  return { code, how: "closed", closed: closedOn({ host, overrideNotes }, day) };
}

/** What meets the time that the booking would hold; what meets the meeting itself comes before what meets its buffers. */
function inTheWay<Held extends Stretch>({ rules }: Known, start: number, held: readonly Held[]): Held[] {
  const [from, to] = heldSpan(rules, start);
  const meeting = { start, end: start + rules.durationMs };
  const isNear = (each: Stretch) => Number(meets(each, meeting));
  return held
    .filter((each) => meets(each, { start: from, end: to }))
    .sort((a, b) => isNear(b) - isNear(a) || a.start - b.start);
}
