import type { CalendarBooking, Stretch } from "~/domain/availability/team-calendar";
import type { TeamCalendarPage } from "~/http/team-calendar-page.server";
import { DAY_MS, parseDate, weekday } from "~/domain/availability/calendar-days";
import { dayLengthNote } from "~/domain/availability/schedule-notes";
import { formatDayLong, formatDayShort, formatTime, weekdayNames } from "~/domain/time";
import { paths, type Query } from "~/paths";
import { lengthOf, rangeWords, type Clock } from "./booking-words";

export type { TeamCalendarPage };
export type ShownMember = TeamCalendarPage["members"][number];
export type ShownDay = TeamCalendarPage["days"][number];
export type Overlap = TeamCalendarPage["overlaps"][number];

/** This page's address with another choice. */
export function hrefsOf({ kept }: Pick<TeamCalendarPage, "kept">) {
  return (query: Query) => paths.teamCalendar({ ...kept, ...query });
}

/** "All 5 free", "Both free" */
export function allFree(total: number): string {
  return total === 2 ? "Both free" : `All ${total} free`;
}

/** Whom a meeting is with, where that is the viewer's to know. */
export function bookingWords({ status, seen }: CalendarBooking): string {
  const state = status === "pending" ? "waiting" : "booked";
  return seen ? `${state}: ${seen.invitee}` : state;
}

/** "12:00 – 14:00", as much of it as lies on a date. */
export function partWords(part: Stretch, day: ShownDay, clock: Clock): string {
  const isWhole = part.start <= day.from && part.end >= day.to;
  if (isWhole) return "all day";
  return rangeWords({ start: Math.max(part.start, day.from), end: Math.min(part.end, day.to) }, clock);
}

/** How long everybody is free, and what of it cannot be booked. */
export function overlapWords(
  overlap: Overlap,
  { clock, durationMinutes }: Pick<TeamCalendarPage, "clock" | "durationMinutes">,
) {
  const length = lengthOf(overlap.end - overlap.start);
  if (overlap.isPast) return `${length}, past`;
  if (overlap.isTooShort) return `${length}, too short for ${durationMinutes}`;
  if (overlap.first !== null && overlap.first > overlap.start) {
    return `${length}, first start ${formatTime(overlap.first, clock.zone, clock.locale)}`;
  }
  const isAsked = overlap.href !== null && durationMinutes !== null && overlap.first === null;
  return isAsked ? `${length}, no start in it is on offer` : length;
}

/** "week of Monday 16 November" */
export function weekWords({ kept, clock }: Pick<TeamCalendarPage, "kept" | "clock">): string {
  return `week of ${formatDayLong((parseDate(kept.week) ?? 0) * DAY_MS, "UTC", clock.locale, clock.now)}`;
}

/** "Mon 16" */
export function dayTab({ day }: ShownDay, { locale }: Clock): string {
  return `${weekdayNames(locale, "short")[weekday(day)]} ${new Date(day * DAY_MS).getUTCDate()}`;
}

/** "Nobody has hours on Saturday 21 November and Sunday 22 November." */
export function missingDays({
  days,
  daysWithout,
  clock,
}: Pick<TeamCalendarPage, "days" | "daysWithout" | "clock">): string {
  if (days.length === 0 || daysWithout.length === 0) return "";
  const names = daysWithout.map(({ day }) => formatDayLong(day * DAY_MS, "UTC", clock.locale, clock.now));
  return `Nobody has hours on ${new Intl.ListFormat("en", { type: "conjunction" }).format(names)}.`;
}

/** What the picture cannot show of a date on which the viewer's clock changes. */
export function clockNotes({ days, clock }: Pick<TeamCalendarPage, "days" | "clock">): string[] {
  return days.flatMap(({ day, from, to }) => {
    const note = dayLengthNote((to - from) / 60_000);
    if (!note) return [];
    const drawn =
      to - from > DAY_MS
        ? "The hour that comes twice is drawn once."
        : "The hour that is skipped is drawn all the same.";
    return `${formatDayShort(day * DAY_MS, "UTC", clock.locale, clock.now)}: ${note} ${drawn}`;
  });
}
