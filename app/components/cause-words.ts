import { DAY_MS } from "~/domain/availability/calendar-days";
import {
  meets,
  type BusyBlock,
  type Cause,
  type Claim,
  type Closed,
  type Stretch,
} from "~/domain/availability/explained-day";
import { localDay } from "~/domain/availability/zones";
import { countOf, spanText } from "~/domain/counts";
import { formatDayShort, formatTime, formatTimeRange, weekdayNames } from "~/domain/time";
import type { Clock } from "./booking-words";

/** What hosts are told of their own day, in words that name the booking and the calendar. Invitees read those of reasons.ts. */

/** Plain text, and names, which stand apart so that they keep their own direction. One of a booking may lead to it. */
export type Words = (string | { name: string; bookingId?: string })[];

export type Telling = {
  start: number;
  end: number;
  /** Minutes that the event type wants free beside the meeting. */
  bufferBefore: number;
  bufferAfter: number;
  /** Without a name where it is said already. */
  host: { name: string | null; isYou: boolean };
  /** Whose clock times are written by, and the moment of the page. */
  clock: Clock;
};

const most = 2;

export function causeWords(cause: Cause, telling: Telling): Words {
  switch (cause.code) {
    case "outside_hours":
      return outsideWords(cause, telling);
    case "excluded_date":
      return cause.note ? ["Left out by the event type: ", { name: cause.note }, "."] : ["Left out by the event type."];
    case "notice":
      if (cause.isPast) return ["Too late: this time has passed."];
      return [
        `Too soon: ${spanText(cause.neededMinutes * 60_000)} of notice needed, ${spanText(cause.shortMs)} short.`,
      ];
    case "window": {
      const last = formatDayShort(cause.lastDay * DAY_MS, "UTC", telling.clock.locale, telling.clock.now);
      return [`Too far ahead: the window of ${countOf(cause.days, "day")} ends on ${last}.`];
    }
    case "daily_limit":
      return [`Day full: ${cause.count} of ${cause.limit} that day.`];
    case "weekly_limit":
      return [`Week full: ${cause.count} of ${cause.limit} that week.`];
    case "claimed":
      return listed(cause.claims, (claim) => claimWords(claim, telling), ["Taken."]);
    case "busy":
      return listed(cause.blocks, (block) => busyWords(block, telling), ["Busy."]);
  }
}

/** "Closed on Sundays", "Closed: Christmas Day" */
export function closedWords(closed: Closed): Words {
  if (closed.by === "weekday") return [`Closed on ${weekdayNames("en")[closed.weekday]}s`];
  return closed.note ? ["Closed: ", { name: closed.note }] : ["Closed that date"];
}

export function plainText(words: Words): string {
  return words.map((part) => (typeof part === "string" ? part : part.name)).join("");
}

function outsideWords(cause: Extract<Cause, { code: "outside_hours" }>, { start, end, host, clock }: Telling): Words {
  const at = (ms: number) => atNear(ms, start, clock);
  const moment = (ms: number) => momentNear(ms, start, clock);
  const [opens, closes, is] = host.isYou ? ["open", "close", "are"] : ["opens", "closes", "is"];
  const who: Words = host.isYou ? ["you "] : host.name === null ? [] : [{ name: host.name }, " "];
  switch (cause.how) {
    case "closed":
      return [...closedWords(cause.closed), "."];
    case "early":
      return ["Outside hours: ", ...who, `${opens} ${at(cause.opens)}.`];
    case "late":
      return ["Outside hours: ", ...who, `${closes} ${at(cause.closes)}.`];
    case "pause":
      return ["Outside hours: ", ...who, `${is} closed from ${moment(cause.closes)} to ${moment(cause.opens)}.`];
    case "too_long":
      return [`Outside hours: would end ${at(end)}, `, ...who, `${closes} ${at(cause.closes)}.`];
    case "off_grid":
      return [
        `Not a start on offer: starts go every ${countOf(cause.stepMinutes, "minute")} from ${moment(cause.from)}.`,
      ];
  }
}

function claimWords(claim: Claim, telling: Telling): Words {
  const { start, host, clock } = telling;
  const { booking } = claim;
  const need = neededBeside(claim, telling);
  if (!booking) {
    return [
      `Taken: ${need ? `${need}, ` : ""}another booking${need ? " holds" : ","} ${rangeNear(claim, start, clock)}.`,
    ];
  }
  if (meets(booking, telling)) {
    return ["Taken: ", { name: booking.invitee, bookingId: booking.id }, `, ${rangeNear(booking, start, clock)}.`];
  }
  const whose = host.isYou ? "your" : host.name === null ? "their" : `${host.name}’s`;
  const its = { name: `${whose} ${momentNear(booking.start, start, clock)}`, bookingId: booking.id };
  return [`Taken: ${need ? `${need}, ` : ""}`, its, ` ${edgeWords(claim, booking, telling)}.`];
}

/** Where a neighbour's time meets ours: at its buffer if it has one there. */
function edgeWords(claim: Stretch, booking: Stretch, { start, end, clock }: Telling): string {
  if (booking.start >= end) {
    return claim.start < booking.start ? `begins its buffer ${atNear(claim.start, start, clock)}` : "is too close";
  }
  return `ends ${claim.end > booking.end ? "its buffer " : ""}${atNear(claim.end, start, clock)}`;
}

function busyWords(block: BusyBlock, telling: Telling): Words {
  const { start, clock } = telling;
  const { calendar } = block;
  const name = calendar ? { name: `“${calendar.name}”` } : "a connected calendar";
  const synced = calendar ? `, ${syncedWords(calendar.syncedAt, clock)}` : "";
  if (block.isUnread) return ["Out of date: ", name, `${synced}. Nothing is offered until it syncs again.`];
  const need = neededBeside(block, telling);
  const range = rangeNear(block, start, clock);
  return need ? [`Busy: ${need}, `, name, ` has ${range}${synced}.`] : ["Busy: ", name, `, ${range}${synced}.`];
}

/** Set where it is only the meeting's own buffer that does not fit. */
function neededBeside({ start: from, end: to }: Stretch, { start, end, bufferBefore, bufferAfter }: Telling): string {
  if (from >= end && bufferAfter > 0) return `needs ${countOf(bufferAfter, "free minute")} after`;
  if (to <= start && bufferBefore > 0) return `needs ${countOf(bufferBefore, "free minute")} before`;
  return "";
}

function syncedWords(at: number | null, clock: Clock): string {
  return at === null ? "not synced yet" : `synced ${momentNear(at, clock.now, clock)}`;
}

function listed<Item>(items: readonly Item[], words: (item: Item) => Words, none: Words): Words {
  if (items.length === 0) return none;
  const told = items.slice(0, most).flatMap((item, index) => [...(index > 0 ? [" "] : []), ...words(item)]);
  const rest = items.length - most;
  return rest > 0 ? [...told, ` And ${rest} more.`] : told;
}

/** "10:00 – 11:15", with the dates where it is not all on the date of the start. */
function rangeNear({ start, end }: Stretch, near: number, { zone, locale, now }: Clock): string {
  const day = localDay(zone, near);
  if (localDay(zone, start) === day && localDay(zone, end - 1) === day)
    return formatTimeRange(start, end, zone, locale);
  const moment = (ms: number) => `${formatDayShort(ms, zone, locale, now)}, ${formatTime(ms, zone, locale)}`;
  return `${moment(start)} – ${moment(end)}`;
}

function momentNear(ms: number, near: number, { zone, locale, now }: Clock): string {
  const time = formatTime(ms, zone, locale);
  return localDay(zone, ms) === localDay(zone, near) ? time : `${formatDayShort(ms, zone, locale, now)}, ${time}`;
}

/** "at 10:00", "on Thu 26 Nov at 10:00" */
function atNear(ms: number, near: number, { zone, locale, now }: Clock): string {
  const time = `at ${formatTime(ms, zone, locale)}`;
  return localDay(zone, ms) === localDay(zone, near) ? time : `on ${formatDayShort(ms, zone, locale, now)} ${time}`;
}
