import { formatDate, parseDate } from "~/domain/availability/calendar-days";
import { firstDayOf, monthOf, monthRange, parseMonth, slotsByDay } from "~/domain/availability/month";
import { nextFree, windowEnd } from "~/domain/availability/next-free.server";
import { openSlots, reasonAgainst } from "~/domain/availability/open-slots.server";
import type { Refused } from "~/domain/availability/reasons";
import { localDay, wallToInstant } from "~/domain/availability/zones";
import { hostIdsOf, type Booking } from "~/domain/bookings/booking";
import type { EventType } from "~/domain/event-types/event-type";
import { parseInstant } from "~/domain/time";

type Question = Omit<Parameters<typeof openSlots>[0], "range"> & {
  /** The time that a booking has already: the pages mark it, and do not offer it. */
  except?: number;
};

/** A value in the address that could not be used. The page goes on with what fits, and says so. */
export type Hint = "month" | "date" | "time" | "timezone" | "duration";
export type Wish = { month: string | null; day: number | null; start: number | null; hints: Hint[] };

/** What the calendar of free times shows. */
export type SlotChoice = {
  month: string;
  firstMonth: string;
  lastMonth: string;
  /** The day whose times stand beside the month. */
  date: string | null;
  /** The month's free starts. */
  slots: number[];
  /** Where the day, or the month, has no free time: the next one there is. */
  nextFree: number | null;
};

/** What a move asks for: a booking keeps its hosts and its length, and may overlap its own old time. */
export function moveQuestion(booking: Booking, eventType: EventType, now: number): Question {
  const durationMinutes = (booking.end - booking.start) / 60_000;
  const own = { ignoreBookingId: booking.id, except: booking.start };
  const hostIds = hostIdsOf(booking);
  return { eventType, durationMinutes, now, hostIds, ...own };
}

/** `month`, `date` and `time` of an address, as far as they make sense. */
export function readWish(query: URLSearchParams): Wish {
  const [month, date, time] = [query.get("month"), query.get("date"), query.get("time")];
  const wish = {
    month: month ? parseMonth(month) : null,
    day: date ? parseDate(date) : null,
    start: time ? parseInstant(time) : null,
  };
  const hints: Hint[] = [];
  if (time && wish.start === null) hints.push("time");
  if (date && wish.day === null) hints.push("date");
  if (month && wish.month === null) hints.push("month");
  return { ...wish, hints };
}

/** The time that an address asks for if it is free, else why it is not. */
export async function weigh(question: Question, start: number | null) {
  const code = start === null ? null : await reasonAgainst(question, start);
  if (start === null || code === null) return { start, refused: null };
  const refused: Refused = { start, code, noticeMinutes: question.eventType.minimumNoticeMinutes };
  return { start: null, refused };
}

/** The month and day asked for, within what can be booked; without a wish, those of the next free time. */
export async function loadSlotChoice(question: Question, zone: string, wish: Wish): Promise<SlotChoice> {
  const { eventType, now } = question;
  const today = localDay(zone, now);
  const firstMonth = monthOf(today);
  const lastMonth = monthOf(Math.max(today, localDay(zone, windowEnd(eventType, now) - 1)));
  const wished = wish.start !== null ? localDay(zone, wish.start) : wish.day;
  const wishedMonth = wished !== null ? monthOf(wished) : wish.month;

  let month = clamp(wishedMonth ?? firstMonth, firstMonth, lastMonth);
  let slots = await slotsOf(question, zone, month);
  if (slots.length === 0 && !wishedMonth) {
    const next = await nextFree({ ...question, from: monthRange(zone, month).to });
    if (next === null) return { month, firstMonth, lastMonth, date: null, slots, nextFree: null };
    month = monthOf(localDay(zone, next));
    slots = await slotsOf(question, zone, month);
  }
  const days = slotsByDay(slots, zone);
  const isShown = wished !== null && wished >= today && monthOf(wished) === month;
  const day = isShown ? wished : ([...days.keys()][0] ?? null);
  const isEmpty = day === null || !days.has(day);
  const found = isEmpty ? await freeAfter(question, zone, day ?? firstDayOf(month)) : null;
  return { month, firstMonth, lastMonth, date: day === null ? null : formatDate(day), slots, nextFree: found };
}

/** What was asked for rightly, and yet lies outside of what can be booked. */
export function missed(wish: Wish, choice: SlotChoice): Hint[] {
  if (wish.day !== null) return formatDate(wish.day) === choice.date ? [] : ["date"];
  return wish.month === null || wish.month === choice.month ? [] : ["month"];
}

/** After the day if there is any, else before it. */
async function freeAfter(question: Question, zone: string, day: number) {
  const later = await nextFree({ ...question, from: wallToInstant(zone, day, 0) });
  return later ?? nextFree({ ...question, from: question.now });
}

async function slotsOf(question: Question, zone: string, month: string) {
  const { slots } = await openSlots({ ...question, range: monthRange(zone, month) });
  return slots.filter((slot) => slot !== question.except);
}

function clamp(month: string, first: string, last: string) {
  if (month < first) return first;
  return month > last ? last : month;
}
